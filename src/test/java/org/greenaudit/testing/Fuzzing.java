package org.greenaudit.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Tuple;
import org.greenaudit.text.CellText;

/**
 * Gives a parser input after input for a time, most of them valid ones that were spoilt: {@code -Dfuzz.seconds=60} makes it a
 * minute for each parser, {@code -Dfuzz.seed=N} gives the same inputs again.
 */
public final class Fuzzing {

    private static final long SECONDS = Long.getLong("fuzz.seconds", 4);
    private static final long SEED = Long.getLong("fuzz.seed", new Random().nextInt(Integer.MAX_VALUE));
    private static final int BATCH = 50;
    private static final int LONGEST_SHOWN = 4_000;

    /** No input may take so long, however busy the machine is. */
    private static final Duration HANGS = Duration.ofSeconds(60);

    private Fuzzing() {}

    /** What is done with an input. */
    @FunctionalInterface
    public interface Target<T> {

        /** Takes the input; whatever it throws is a fault. */
        void take(T input) throws Exception;
    }

    /** Tries a parser. To be called within a test of jqwik. */
    public static <T> void run(String parser, Arbitrary<T> inputs, Target<T> target) {
        RandomGenerator<T> generator = inputs.generator(1_000);
        Random random = new Random(SEED);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        long count = 0;
        while (System.nanoTime() < end) {
            List<T> batch = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                batch.add(generator.next(random).value());
            }
            count += taken(parser, batch, target, count, end);
        }
        System.out.println("fuzz: " + parser + " took " + count + " inputs, -Dfuzz.seed=" + SEED);
    }

    /** Takes a batch in a thread with the stack of the program's own. */
    private static <T> int taken(String parser, List<T> batch, Target<T> target, long before, long end) {
        int[] at = {0};
        FutureTask<Void> task = new FutureTask<>(() -> {
            while (at[0] < batch.size() && System.nanoTime() < end) {
                target.take(batch.get(at[0]));
                at[0]++;
            }
            return null;
        });
        Thread thread = new Thread(null, task, "fuzz-" + parser, CellText.STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            task.get(HANGS.toSeconds(), TimeUnit.SECONDS);
            return at[0];
        } catch (ExecutionException e) {
            throw new AssertionError(fault(parser, before + at[0], batch.get(at[0])), e.getCause());
        } catch (TimeoutException e) {
            AssertionError hangs = new AssertionError("hangs: " + fault(parser, before + at[0], batch.get(at[0])));
            hangs.setStackTrace(thread.getStackTrace());
            throw hangs;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String fault(String parser, long number, Object input) {
        String shown =
                input instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : input.toString();
        StringBuilder escaped = new StringBuilder();
        shown.chars()
                .limit(LONGEST_SHOWN)
                .forEach(c ->
                        escaped.append(c >= ' ' && c < 0x7f ? String.valueOf((char) c) : String.format("\\u%04x", c)));
        return parser + ", input " + number + ", -Dfuzz.seed=" + SEED + ": " + escaped;
    }

    /** Texts that were spoilt, and some that chance alone wrote. */
    public static Arbitrary<String> texts(List<String> valid, String... words) {
        return Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.randomValue(random -> spoilt(random, valid, words))),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(60)));
    }

    /** Bytes that were spoilt, and some that chance alone made. */
    public static Arbitrary<byte[]> bytes(List<byte[]> valid) {
        List<String> texts = valid.stream()
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                .toList();
        String[] words = {
            "\"", "\"\"", ",", "\n", "\r", "\0", "\u00ff\u00fe", "\u00ef\u00bb\u00bf", ";", "\t", "=", "<", "\u0081"
        };
        return texts(texts, words).map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A valid text with a few changes. */
    private static String spoilt(Random random, List<String> valid, String... words) {
        StringBuilder text = new StringBuilder(valid.get(random.nextInt(valid.size())));
        for (int changes = 1 + random.nextInt(random.nextInt(8) + 1); changes > 0; changes--) {
            int from = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), from + random.nextInt(random.nextBoolean() ? 4 : 60));
            String piece = text.substring(from, to);
            switch (random.nextInt(8)) {
                case 0 -> text.delete(from, to);
                case 1 -> text.insert(from, piece);
                case 2 -> text.insert(from, words[random.nextInt(words.length)]);
                case 3 -> text.replace(from, to, words[random.nextInt(words.length)]);
                case 4 -> text.insert(random.nextInt(text.length() + 1), piece);
                case 5 -> text.insert(from, (char) random.nextInt(random.nextBoolean() ? 256 : 65_536));
                case 6 -> text.setLength(random.nextInt(4) == 0 ? from : text.length());
                default -> text.insert(from, piece.repeat(random.nextInt(random.nextInt(20) == 0 ? 500 : 5)));
            }
        }
        return text.toString();
    }
}
