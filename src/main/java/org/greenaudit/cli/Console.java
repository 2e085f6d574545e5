package org.greenaudit.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where commands print: results to {@code out}, progress and errors to {@code err}, both in UTF-8.
 *
 * @param out standard output
 * @param err standard error
 * @param terminal whether a person watches standard error
 */
public record Console(PrintWriter out, PrintWriter err, boolean terminal) {

    /** The process's own streams. */
    public static Console ofProcess() {
        return new Console(writer(FileDescriptor.out), writer(FileDescriptor.err), isTerminal());
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }

    /** Java only knows whether input and output together are a terminal, so Linux is asked about standard error. */
    @SuppressWarnings("SystemConsoleNull") // of the releases since 21 only 22 to 24 have a console without a terminal
    private static boolean isTerminal() {
        if ("dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return System.console() != null;
        }
    }
}
