package org.greenaudit.store.database;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.greenaudit.file.DurableFiles;
import org.greenaudit.file.PrivateFiles;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.FileTrouble;
import org.greenaudit.message.Text;

/**
 * The password of the embedded database, drawn at random and kept beside it in a file that its owner alone reads: a copy of the
 * database alone does not open. One that an earlier version made without a password is given one.
 */
final class EmbeddedPassword {

    private static final String KEY = "greenaudit.key";
    private static final int BITS = 128;
    private static final int WRONG_LOGIN = 28000;

    private EmbeddedPassword() {}

    /**
     * The password.
     *
     * @param folder the folder of the database; the caller holds its lock
     * @param database the file of the database, which need not be there yet
     */
    static String of(Path folder, Path database, String url, String user) throws IOException {
        Path key = folder.resolve(KEY);
        if (Files.exists(key)) {
            FileTrouble.requireFile(key);
            return Files.readString(key).strip();
        }
        // a start that was killed may have given the database the password that stands here
        Path fresh = folder.resolve(KEY + ".new");
        if (!Files.exists(fresh) || Files.size(fresh) == 0) {
            Files.deleteIfExists(fresh);
            PrivateFiles.createSecret(fresh);
            Files.writeString(fresh, new BigInteger(BITS, new SecureRandom()).toString(Character.MAX_RADIX));
            DurableFiles.force(fresh);
        }
        String password = Files.readString(fresh).strip();
        if (Files.exists(database) && Files.size(database) > 0 && !opens(url, user, password)) {
            change(folder, url, user, password);
        }
        DurableFiles.rename(fresh, key);
        DurableFiles.forceFolder(folder);
        return password;
    }

    /** What is to be said when the database in a folder does not open. */
    static RuntimeException notOpened(Path folder, SQLException failure) {
        return failure.getErrorCode() == WRONG_LOGIN
                ? new ExplainedException(Text.of("store.embedded.key", folder.resolve(KEY)))
                : new IllegalStateException("the embedded database cannot be opened", failure);
    }

    private static boolean opens(String url, String user, String password) {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            return connection.isValid(0);
        } catch (SQLException e) {
            if (e.getErrorCode() == WRONG_LOGIN) {
                return false;
            }
            throw new IllegalStateException("the embedded database cannot be opened", e);
        }
    }

    private static void change(Path folder, String url, String user, String password) {
        try (Connection connection = DriverManager.getConnection(url, user, "");
                Statement statement = connection.createStatement()) {
            // letters and digits alone; the statement takes no parameter
            statement.execute("ALTER USER " + user + " SET PASSWORD '" + password + "'");
        } catch (SQLException e) {
            throw notOpened(folder, e);
        }
    }
}
