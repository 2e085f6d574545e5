package org.greenaudit.report;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.greenaudit.file.DurableFiles;

/**
 * {@code <out>/latest}, which names the newest completed report: a symbolic link, replaced by a rename, so that it always
 * points at a complete report. Where links are impossible, a small file {@code latest.txt} holds the relative path instead.
 */
final class LatestLink {

    private LatestLink() {}

    /** Points the link at a report below the output folder. */
    static void point(Path outDir, Path report) throws IOException {
        Path relative = outDir.relativize(report);
        Path fresh = outDir.resolve(".latest.partial");
        Files.deleteIfExists(fresh);
        if (link(fresh, relative)) {
            DurableFiles.rename(fresh, outDir.resolve("latest"));
        } else {
            DurableFiles.replace(
                    outDir.resolve("latest.txt"), relative.toString().replace('\\', '/') + "\n");
        }
        DurableFiles.forceFolder(outDir);
    }

    /** The newest completed report; a path that does not exist where there is none. */
    static Path of(Path outDir) {
        Path text = outDir.resolve("latest.txt");
        try {
            return Files.isRegularFile(text)
                    ? outDir.resolve(Files.readString(text).strip())
                    : outDir.resolve("latest");
        } catch (IOException e) {
            return outDir.resolve("latest");
        }
    }

    private static boolean link(Path link, Path to) throws IOException {
        try {
            Files.createSymbolicLink(link, to);
            return true;
        } catch (UnsupportedOperationException | FileSystemException linksImpossible) {
            return false;
        }
    }
}
