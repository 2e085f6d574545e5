package org.greenaudit.source;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.greenaudit.message.FileTrouble;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.InputException;
import org.greenaudit.text.Sha256;

/** The files that a job names: paths as they are, patterns ({@code * ? [ ] { }}) expanded in name order. */
public final class InputFiles {

    /** Stands between the name of a workbook and that of a sheet in it. */
    public static final String SHEET = "#";

    /** What Java makes of a byte of a name that the locale has no character for. */
    private static final char UNREADABLE = '\uFFFD';

    private InputFiles() {}

    /**
     * The files in the job's order, absolute; a file that is named twice is read once.
     *
     * @throws InputException when there is none, or a path or pattern finds nothing
     */
    public static List<Path> of(List<String> names) throws IOException {
        if (names.isEmpty()) {
            throw new InputException(Text.of("source.no-files"));
        }
        Set<Path> files = new LinkedHashSet<>();
        for (String name : names) {
            Path path = path(name);
            if (Files.exists(path) || !isPattern(name)) {
                files.add(path);
                continue;
            }
            List<Path> matches = expand(path);
            if (matches.isEmpty()) {
                throw new InputException(Text.of("source.no-match", name));
            }
            files.addAll(matches);
        }
        return List.copyOf(files);
    }

    /** Whether files of these names hold, to the byte, what a plan noted. */
    public static boolean hold(List<String> names, List<SourceContent> contents) throws IOException {
        List<Path> files = of(names);
        List<String> called = SourceNames.of(files);
        int next = 0;
        for (int i = 0; i < files.size(); i++) {
            int first = next;
            while (next < contents.size() && isOf(called.get(i), contents.get(next), contents.get(first))) {
                next++;
            }
            boolean same = next > first
                    && Files.size(files.get(i)) == contents.get(first).bytes()
                    && Sha256.ofFile(files.get(i)).equals(contents.get(first).sha256());
            if (!same) {
                return false;
            }
        }
        return next == contents.size();
    }

    /** Whether a content is that of the file called so, or of a sheet in it, as the first one of the file is. */
    private static boolean isOf(String called, SourceContent content, SourceContent first) {
        return (content.name().equals(called) || content.name().startsWith(called + SHEET))
                && content.sha256().equals(first.sha256());
    }

    private static Path path(String name) {
        return Path.of(name).toAbsolutePath().normalize();
    }

    /** Whether a name is a pattern, which any number of files may match. */
    public static boolean isPattern(String name) {
        return name.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
    }

    /** Expands a pattern folder by folder, so that only the folders it names are looked into. */
    private static List<Path> expand(Path pattern) throws IOException {
        List<Path> found = List.of(pattern.getRoot());
        int last = pattern.getNameCount() - 1;
        for (int i = 0; i <= last; i++) {
            String part = pattern.getName(i).toString();
            List<Path> next = new ArrayList<>();
            for (Path folder : found) {
                next.addAll(isPattern(part) ? matches(folder, part, i == last) : List.of(folder.resolve(part)));
            }
            found = next.stream().filter(Files::exists).toList();
        }
        return found;
    }

    private static List<Path> matches(Path folder, String pattern, boolean files) throws IOException {
        List<Path> matches = new ArrayList<>();
        boolean whole = FileTrouble.namesAreWhole();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, pattern)) {
                for (Path entry : entries) {
                    if (!whole && entry.toString().indexOf(UNREADABLE) >= 0) {
                        throw new InputException(Text.of("source.locale", folder));
                    }
                    if (Files.isDirectory(entry) != files) {
                        matches.add(entry);
                    }
                }
            }
        }
        matches.sort(null);
        return matches;
    }
}
