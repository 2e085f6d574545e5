package org.greenaudit.catalog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.greenaudit.message.Text;

/** Reads a catalog file's text: UTF-8 and nothing else, with or without a byte order mark, any line ends. */
final class CatalogText {

    private CatalogText() {}

    /** The text with LF line ends; empty, after a report, when the file cannot be read or is not UTF-8. */
    static Optional<String> read(Path path, Problems problems) {
        try {
            byte[] bytes = Files.readAllBytes(path);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            String bare = text.startsWith("\ufeff") ? text.substring(1) : text;
            return Optional.of(bare.replace("\r\n", "\n").replace('\r', '\n'));
        } catch (CharacterCodingException e) {
            problems.file(path.toString(), Text.of("catalog-problem.not-utf8"));
        } catch (IOException e) {
            problems.file(path.toString(), Text.of("catalog-problem.unreadable"));
        }
        return Optional.empty();
    }
}
