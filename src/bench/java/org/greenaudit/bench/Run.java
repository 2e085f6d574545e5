package org.greenaudit.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What one whole process took.
 *
 * @param wallSeconds from its start to its end
 * @param cpuSeconds processor time of all its threads, user and system
 * @param peakMebibytes the most memory it held (resident)
 */
record Run(double wallSeconds, double cpuSeconds, double peakMebibytes) {

    private static final double NANOS = 1e9;
    private static final double TICKS_A_SECOND = 100;
    private static final double KIBIBYTES = 1024;
    private static final int PEAK_EVERY_MILLIS = 50;

    /** Where {@code /proc/self/stat} has the time of children that ended, counted from behind the program's name. */
    private static final int CHILDREN_USER = 13;

    private static final int CHILDREN_SYSTEM = 14;

    /**
     * Runs a program to its end in a folder. Nothing else may be running as a child of this program.
     *
     * @throws IllegalStateException with what it printed, when it fails
     */
    static Run of(ProcessBuilder program, Path folder) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        double before = childrenSeconds();
        long start = System.nanoTime();
        Process process = program.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        double peak = 0;
        while (!process.waitFor(PEAK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peak(status));
        }
        double wall = (System.nanoTime() - start) / NANOS;
        if (process.exitValue() != 0) {
            throw new IllegalStateException("status " + process.exitValue() + "\n" + Files.readString(output));
        }
        return new Run(wall, childrenSeconds() - before, peak);
    }

    /** As the system counts it when a child is waited for: exact, and from the child's first instruction on. */
    private static double childrenSeconds() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"), StandardCharsets.ISO_8859_1);
        List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
        return (Long.parseLong(fields.get(CHILDREN_USER)) + Long.parseLong(fields.get(CHILDREN_SYSTEM)))
                / TICKS_A_SECOND;
    }

    /** The most memory that a process held so far, in MiB, by its {@code /proc/<id>/status}. */
    static double peak(Path status) {
        try {
            return Files.readAllLines(status, StandardCharsets.ISO_8859_1).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / KIBIBYTES)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            // it has just ended
            return 0;
        }
    }
}
