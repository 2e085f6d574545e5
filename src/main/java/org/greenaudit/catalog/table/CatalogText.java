package org.greenaudit.catalog.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.greenaudit.catalog.CatalogProblem;
import org.greenaudit.message.Text;

/** Reads a catalog file's text: UTF-8 and nothing else, with or without a byte order mark, any line ends. */
public final class CatalogText {

    /** Far above the largest real table (400 KB): more is no catalog table. */
    static final int TABLE_KILOBYTES = 32 << 10;

    /** The same for a manifest, which has a few lines. */
    public static final int MANIFEST_KILOBYTES = 64;

    /** Where the build puts those tables that came later than the catalogs of bureaus. */
    private static final String BUILT_IN = "/built-in-catalogs/";

    private CatalogText() {}

    /** The text with LF line ends; empty, after a report, when there is none to be read. */
    public static Optional<String> read(Path path, int mostKilobytes, Problems problems) {
        String file = path.toString();
        if (!Files.isRegularFile(path)) {
            problems.file(file, Text.of("catalog-problem.file-" + (Files.exists(path) ? "no-file" : "missing")));
            return Optional.empty();
        }
        try {
            long kilobytes = Files.size(path) >> 10;
            if (kilobytes > mostKilobytes) {
                problems.file(file, Text.of("catalog-problem.file-large", kilobytes, mostKilobytes));
                return Optional.empty();
            }
            String bare = decoded(Files.readAllBytes(path));
            int nul = bare.indexOf('\0');
            if (nul >= 0) {
                long line = bare.substring(0, nul).lines().count();
                problems.accept(
                        new CatalogProblem(file, Math.max(1, line), "", "", Text.of("catalog-problem.file-nul")));
                return Optional.empty();
            }
            return Optional.of(bare);
        } catch (CharacterCodingException e) {
            problems.file(file, Text.of("catalog-problem.not-utf8"));
        } catch (IOException e) {
            problems.file(file, Text.of("catalog-problem.unreadable"));
        }
        return Optional.empty();
    }

    /** The text of a table that the program has with it for catalogs without one; empty where it has none. */
    static Optional<String> builtIn(String relative) {
        try (InputStream in = CatalogText.class.getResourceAsStream(BUILT_IN + relative)) {
            return in == null ? Optional.empty() : Optional.of(decoded(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String decoded(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return (text.startsWith("\ufeff") ? text.substring(1) : text)
                .replace("\r\n", "\n")
                .replace('\r', '\n');
    }
}
