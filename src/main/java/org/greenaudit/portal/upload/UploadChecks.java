package org.greenaudit.portal.upload;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.greenaudit.check.FeedCheck;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.FileTrouble;
import org.greenaudit.message.Text;
import org.greenaudit.text.CellText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out how uploads would be read, a few at a time, beside the pages. What was found is kept for a while. */
public final class UploadChecks implements AutoCloseable {

    /** Checks an upload. */
    @FunctionalInterface
    public interface Checker {

        /**
         * Checks it, until the thread is interrupted.
         *
         * @throws ExplainedException when it cannot be read at all, in words for people
         */
        FeedCheck check(Upload upload) throws IOException;
    }

    /** How far a check is: running, done, or at its end because the file cannot be read. */
    public sealed interface State {}

    /** It is running, or waits for its turn. */
    public record Checking() implements State {}

    /**
     * It is done.
     *
     * @param check what it found
     */
    public record Checked(FeedCheck check) implements State {}

    /**
     * The file cannot be read.
     *
     * @param why in words for people
     */
    public record Faulty(List<Text> why) implements State {}

    private static final Logger LOG = LoggerFactory.getLogger(UploadChecks.class);
    private static final int KEPT = 30;

    /** One that takes long does not hold up all others. */
    private static final int AT_ONCE = 2;

    private final Checker checker;
    private final Cache<String, State> states =
            Caffeine.newBuilder().maximumSize(KEPT).build();
    private final Map<String, Future<?>> running = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, work -> {
        Thread made = new Thread(null, work, "upload-check", CellText.STACK_BYTES);
        made.setDaemon(true);
        return made;
    });

    public UploadChecks(Checker checker) {
        this.checker = checker;
    }

    /** How far the check of an upload is; it begins where none has. */
    public State of(Upload upload) {
        return states.get(key(upload), id -> {
            running.put(id, threads.submit(() -> finish(id, check(upload))));
            return new Checking();
        });
    }

    /** Notes what was found, unless the upload was forgotten meanwhile. */
    private void finish(String id, State found) {
        states.asMap().replace(id, found);
        running.remove(id);
    }

    /** How far it is; empty where none was begun lately. */
    public Optional<State> known(Upload upload) {
        return Optional.ofNullable(states.getIfPresent(key(upload)));
    }

    /** Forgets an upload, and ends its check. */
    public void forget(Upload upload) {
        states.invalidate(key(upload));
        Optional.ofNullable(running.remove(key(upload))).ifPresent(check -> check.cancel(true));
    }

    /** The id of one that was removed is given again. */
    private static String key(Upload upload) {
        return upload.id() + " " + upload.at();
    }

    private State check(Upload upload) {
        try {
            return new Checked(checker.check(upload));
        } catch (ExplainedException e) {
            return new Faulty(e.texts());
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                return broken();
            }
            LOG.warn("upload {} cannot be checked", upload.id(), e);
            return new Faulty(List.of(Text.of("source.read-failed", upload.file(), FileTrouble.of(e))));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            LOG.error("upload {} cannot be checked", upload.id(), e);
            return broken();
        }
    }

    private static State broken() {
        return new Faulty(List.of(Text.of("portal.upload.broken")));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
