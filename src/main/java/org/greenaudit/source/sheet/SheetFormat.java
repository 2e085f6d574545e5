package org.greenaudit.source.sheet;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** The formats of workbooks, told by how a file begins. */
enum SheetFormat {
    /** An archive of parts in XML. */
    XLSX,
    /** What Excel wrote until 2003; an .xlsx with a password too, which then is packed in such a file. */
    XLS,
    /** A web page. */
    HTML,
    /** Text in UTF-16 with tabs between the cells. */
    TEXT;

    private static final Pattern PAGE = Pattern.compile(
            "\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)*+<(?:!doctype\\s+html|html|head|meta|body|table|style|div)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** The format of a file that begins so; nothing where it is no workbook. */
    static Optional<SheetFormat> of(byte[] head) {
        if (starts(head, 'P', 'K', 3, 4)) {
            return Optional.of(XLSX);
        }
        if (starts(head, 0xd0, 0xcf, 0x11, 0xe0)) {
            return Optional.of(XLS);
        }
        boolean bom = starts(head, 0xef, 0xbb, 0xbf);
        boolean utf16 = starts(head, 0xff, 0xfe) || starts(head, 0xfe, 0xff);
        Charset charset = utf16 ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1;
        int from = bom ? 3 : 0;
        String text = new String(head, from, Math.min(head.length, 4096) - from, charset);
        if (PAGE.matcher(text).matches()) {
            return Optional.of(HTML);
        }
        return utf16 && text.indexOf('\t') >= 0 ? Optional.of(TEXT) : Optional.empty();
    }

    /** Opens a file of this format. */
    Workbook open(Path file, Path strings) throws IOException {
        return switch (this) {
            case XLSX -> XlsxWorkbook.open(file, Expansion.of(file, Files.size(file)), strings);
            case XLS -> XlsWorkbook.open(file);
            case HTML -> HtmlWorkbook.open(file);
            case TEXT -> new UnicodeText(file);
        };
    }

    private static boolean starts(byte[] bytes, int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
