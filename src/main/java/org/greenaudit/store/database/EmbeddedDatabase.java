package org.greenaudit.store.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.greenaudit.file.PrivateFiles;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.FileTrouble;
import org.greenaudit.message.Text;
import org.greenaudit.message.UsageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * The H2 file database under {@code greenaudit.data-dir}, used unless {@code spring.datasource.url} is set. One process
 * at a time: it holds a lock on a file that says who it is, which the system releases when the process ends.
 */
public final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

    private static final String LOCK = "greenaudit.lock";
    /** The first byte is locked, and the text behind it stays readable where locks forbid reading. */
    private static final int LOCKED_BYTES = 1;

    private static final int LONGEST_BYTES = 400;
    private static final LockHolder NOBODY = new LockHolder("?", 0, Instant.EPOCH);
    private static final int GLANCES = 40;
    private static final long GLANCE_NANOS = 50_000_000;

    /** H2 closes itself when it cannot write a chunk. */
    private static final long ROOM_BYTES = 1 << 20;

    /** A smaller one is not worth the time. */
    private static final long COMPACTED_BYTES = 4 << 20;

    private static final int SPARSE_PERCENT = 80;

    /** In percent, how much of the file is chunks, or of the chunks is used. */
    private static final String FILL_RATE = "SELECT MIN(CAST(SETTING_VALUE AS INT)) FROM INFORMATION_SCHEMA.SETTINGS"
            + " WHERE SETTING_NAME IN ('info.FILL_RATE', 'info.CHUNKS_FILL_RATE')";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private static final String NAME = "greenaudit";

    private final Path directory;
    private final FileChannel channel;
    private final String password;

    /**
     * The database in a folder, which is made where it is missing.
     *
     * @throws ExplainedException when another process has it, or the folder cannot be used
     */
    public EmbeddedDatabase(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
        this.channel = lock();
        this.password = password();
    }

    private String password() {
        try {
            // H2 would make it as the umask says
            Path file = directory.resolve(NAME + ".mv.db");
            PrivateFiles.create(file);
            PrivateFiles.restrict(file);
            return EmbeddedPassword.of(directory, file, getJdbcUrl(), getUsername());
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    @Override
    public String getUsername() {
        return NAME;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String getJdbcUrl() {
        // its own log of errors would leave the rights of others to the umask, and ours has them all;
        // not closed by H2's own shutdown hook: a stopping audit still writes where it stopped;
        // not written in the background: EmbeddedWrites does;
        // packed: verdicts repeat themselves;
        // dead space is used again soon, since what stands in its place is on the disk (see EmbeddedWrites); but not at
        // once, or H2 2.4 takes it from a reader (Chunk not found) or may write a file that it cannot open
        // (h2database#4083)
        // not tidied up as it closes, which takes seconds and is for nothing where it is written anew (see compact)
        return "jdbc:h2:file:" + directory.resolve(NAME)
                + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;TRACE_LEVEL_FILE=0;COMPRESS=TRUE"
                + ";RETENTION_TIME=1000;MAX_COMPACT_TIME=0";
    }

    /** Where it is. */
    Path folder() {
        return directory;
    }

    /** Why the database does not come back by itself: its disk has no room for another write. */
    public Optional<Text> trouble() {
        try {
            boolean full = Files.getFileStore(directory).getUsableSpace() < ROOM_BYTES;
            return full ? Optional.of(Text.of("store.embedded.full", directory)) : Optional.empty();
        } catch (IOException e) {
            return Optional.of(Text.of("store.embedded.folder", directory, FileTrouble.of(e)));
        }
    }

    /** Gives dead space back, and lets others in. */
    @Override
    public void close() throws IOException {
        try (channel) {
            compact();
            channel.truncate(0);
        }
    }

    /** Left to itself H2 closes a big file as it is. A killed process leaves the old file or the new one. */
    private void compact() throws IOException {
        Path file = directory.resolve(NAME + ".mv.db");
        if (Files.exists(file) && Files.size(file) >= COMPACTED_BYTES) {
            try (Connection connection = DriverManager.getConnection(getJdbcUrl(), getUsername(), getPassword());
                    Statement statement = connection.createStatement()) {
                if (isSparse(statement)) {
                    statement.execute("SHUTDOWN COMPACT");
                }
            } catch (SQLException e) {
                LOG.warn("the embedded database keeps its dead space", e);
            }
            // H2 would leave them to the umask
            PrivateFiles.restrict(file);
        }
    }

    private static boolean isSparse(Statement statement) throws SQLException {
        try (ResultSet rate = statement.executeQuery(FILL_RATE)) {
            return rate.next() && rate.getInt(1) < SPARSE_PERCENT;
        }
    }

    private FileChannel lock() {
        Path file = directory.resolve(LOCK);
        try {
            PrivateFiles.createFolders(directory);
            FileChannel opened = PrivateFiles.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            if (!locked(opened)) {
                LockHolder holder = holder(opened);
                opened.close();
                throw new ExplainedException(Text.of(
                        "store.embedded.in-use", directory, holder.host(), holder.process(), holder.sinceText()));
            }
            write(opened, LockHolder.here(startOf(ProcessHandle.current())));
            return opened;
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private ExplainedException unusable(IOException failure) {
        if (FileTrouble.isFull(failure)) {
            return new ExplainedException(Text.of("store.embedded.full", directory));
        }
        Text text = Text.of("store.embedded.folder", directory, FileTrouble.of(failure));
        return FileTrouble.isOfPath(failure) ? new UsageException(text) : new ExplainedException(text);
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

    private static void write(FileChannel file, LockHolder me) throws IOException {
        String text = String.join("\t", " ", me.host(), "" + me.process(), "" + me.since());
        file.truncate(0);
        file.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    }

    /** Who has it, once that process has written its name over that of one that died. */
    private static LockHolder holder(FileChannel file) throws IOException {
        LockHolder holder = NOBODY;
        for (int glances = 0; glances < GLANCES && !lives(holder); glances++) {
            LockSupport.parkNanos(glances == 0 ? 0 : GLANCE_NANOS);
            holder = read(file);
        }
        return holder;
    }

    private static LockHolder read(FileChannel file) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(LONGEST_BYTES);
        file.read(text, 0);
        String[] parts = new String(text.array(), 0, text.position(), StandardCharsets.UTF_8).split("\t", -1);
        try {
            return parts.length < 4
                    ? NOBODY
                    : new LockHolder(parts[1], Long.parseLong(parts[2]), Instant.parse(parts[3]));
        } catch (NumberFormatException | DateTimeParseException e) {
            // half written where the disk was full
            return NOBODY;
        }
    }

    /** Whether a process is there; one on another machine is taken to be. */
    private static boolean lives(LockHolder holder) {
        boolean elsewhere = !holder.host().equals(LockHolder.here(Instant.EPOCH).host());
        return !holder.equals(NOBODY)
                && (elsewhere || ProcessHandle.of(holder.process()).isPresent());
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
