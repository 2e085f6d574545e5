package org.greenaudit.portal.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.greenaudit.source.sheet.SheetSpool;

/** The kinds of files that sources read, told by how a file begins. */
public enum UploadKind {
    /** Text with separators, in whatever charset. */
    CSV("csv"),
    /** An Excel workbook. */
    XLSX("xlsx"),
    /** A workbook of Excel 97–2003. */
    XLS("xls"),
    /** A web page with tables, as systems write it that say to export to Excel. */
    HTML("xls"),
    /** Text in UTF-16 with tabs. */
    TEXT("txt");

    /** Bytes by which a kind is told. */
    private static final int HEAD = 8192;

    /** Text that is no table, and what is packed: none of it need hold a zero byte where it begins. */
    private static final List<String> OTHERS =
            List.of("%PDF", "{\\rtf", "#!", "MZ", "\u007fELF", "Rar!", "7z\u00bc\u00af", "BZh", "\u001f\u008b", "%!PS");

    private static final int MOST_CONTROLS_PERCENT = 1;

    /** The end of an archive: what it begins with, its bytes, where it says how long the list of parts is, and a comment behind. */
    private static final String END_MARK = "PK\u0005\u0006";

    private static final int END_BYTES = 22;
    private static final int LIST_BYTES = 12;
    private static final int MOST_END = END_BYTES + 0xffff;

    /** Room for tens of thousands of parts. */
    private static final long MOST_LIST = 4 << 20;

    private final String ending;

    UploadKind(String ending) {
        this.ending = ending;
    }

    /** What the name of such a file ends with, without a dot. */
    public String ending() {
        return ending;
    }

    /**
     * The kind of a file; empty for one that no source reads. What it is called matters for web pages alone: they are taken where
     * they are called one, or a workbook of Excel 97–2003, and not where they pretend to be something else.
     */
    static Optional<UploadKind> of(Path file, String name) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        Optional<UploadKind> workbook = SheetSpool.format(head).map(format -> valueOf(format.toUpperCase(Locale.ROOT)));
        if (workbook.isPresent()) {
            return workbook.filter(kind -> kind.fits(file, name.toLowerCase(Locale.ROOT)));
        }
        return isText(head) ? Optional.of(CSV) : Optional.empty();
    }

    private boolean fits(Path file, String name) {
        return switch (this) {
            case XLSX -> isWorkbook(file);
            case HTML -> name.endsWith(".xls") || name.endsWith(".htm") || name.endsWith(".html");
            default -> true;
        };
    }

    private static boolean isWorkbook(Path file) {
        try {
            if (!isListedInMemory(file)) {
                return false;
            }
            try (ZipFile zip = new ZipFile(file.toFile())) {
                Set<String> parts = zip.stream()
                        .map(part -> part.getName().replace('\\', '/').toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
                return parts.stream().anyMatch(part -> part.endsWith("_rels/.rels"))
                        && parts.stream().anyMatch(part -> part.endsWith("workbook.xml"));
            }
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether the list of an archive's parts, which is read as a whole, is as short as that of a workbook. */
    private static boolean isListedInMemory(Path file) throws IOException {
        try (RandomAccessFile zip = new RandomAccessFile(file.toFile(), "r")) {
            byte[] end = new byte[(int) Math.min(zip.length(), MOST_END)];
            zip.seek(zip.length() - end.length);
            zip.readFully(end);
            int at = new String(end, StandardCharsets.ISO_8859_1).lastIndexOf(END_MARK);
            return at >= 0
                    && end.length - at >= END_BYTES
                    && Integer.toUnsignedLong(ByteBuffer.wrap(end)
                                    .order(ByteOrder.LITTLE_ENDIAN)
                                    .getInt(at + LIST_BYTES))
                            <= MOST_LIST;
        }
    }

    private static boolean isText(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (head.length == 0
                || text.indexOf(0) >= 0
                || OTHERS.stream().anyMatch(text::startsWith)
                || text.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading().startsWith("<")) {
            return false;
        }
        long controls = text.chars()
                .filter(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r')
                .count();
        return controls * 100 <= (long) head.length * MOST_CONTROLS_PERCENT;
    }
}
