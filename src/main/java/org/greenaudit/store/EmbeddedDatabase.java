package org.greenaudit.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.greenaudit.message.FileTrouble;
import org.greenaudit.message.Text;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * The H2 file database under {@code greenaudit.data-dir}, used unless {@code spring.datasource.url} is set. One process
 * at a time: it holds a lock on a file that says who it is, which the system releases when the process ends.
 */
final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

    private static final String LOCK = "greenaudit.lock";
    /** The first byte is locked, and the text behind it stays readable where locks forbid reading. */
    private static final int LOCKED_BYTES = 1;

    private final Path directory;
    private final FileChannel channel;

    EmbeddedDatabase(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
        this.channel = lock();
    }

    @Override
    public String getUsername() {
        return "greenaudit";
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public String getJdbcUrl() {
        // not closed by H2's own shutdown hook: a stopping audit still writes where it stopped;
        // not written in the background: EmbeddedWrites does
        return "jdbc:h2:file:" + directory.resolve("greenaudit") + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0";
    }

    /** Lets others in. */
    @Override
    public void close() throws IOException {
        channel.close();
    }

    private FileChannel lock() {
        Path file = directory.resolve(LOCK);
        try {
            Files.createDirectories(directory);
            FileChannel opened = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!locked(opened)) {
                String holder = holder(opened);
                opened.close();
                throw new StoreException(Text.of("store.embedded.in-use", directory, holder));
            }
            String me = " " + ProcessHandle.current().pid();
            opened.truncate(0);
            opened.write(ByteBuffer.wrap(me.getBytes(StandardCharsets.UTF_8)), 0);
            return opened;
        } catch (IOException e) {
            throw new StoreException(Text.of("store.embedded.folder", directory, FileTrouble.of(e)));
        }
    }

    private static boolean locked(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock(0, LOCKED_BYTES, false);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // this very process has it open
            return false;
        }
    }

    private static String holder(FileChannel file) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(100);
        file.read(text, 0);
        return new String(text.array(), 0, text.position(), StandardCharsets.UTF_8).strip();
    }
}
