package org.greenaudit.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Threads that read and write at once. */
public final class Crew {

    /** Some of the work, which one thread does. */
    public interface Part {
        void carryOut() throws IOException;
    }

    private Crew() {}

    /**
     * Carries out parts of a work, begun in their order. Nobody is interrupted: the embedded database would not survive it.
     *
     * @param threads how many work, at least 1
     * @throws IOException what the first part that failed throws; no part is begun after it
     */
    public static void carryOut(Collection<Part> parts, int threads) throws IOException {
        Queue<Part> left = new ConcurrentLinkedQueue<>(parts);
        ExecutorService crew = Executors.newFixedThreadPool(threads);
        try {
            CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(() -> carryOut(left), crew))
                            .limit(threads)
                            .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException failure) {
                throw failure.getCause();
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        } finally {
            crew.shutdown();
        }
    }

    private static void carryOut(Queue<Part> left) {
        boolean done = false;
        try {
            for (Part part = left.poll(); part != null; part = left.poll()) {
                part.carryOut();
            }
            done = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!done) {
                left.clear();
            }
        }
    }
}
