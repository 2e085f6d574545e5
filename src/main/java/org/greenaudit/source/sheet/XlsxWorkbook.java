package org.greenaudit.source.sheet;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.InputException;

/** An .xlsx workbook: an archive of parts in XML, of which the sheets are streamed. */
final class XlsxWorkbook implements Workbook {

    private final ZipFile zip;
    private final Expansion expansion;
    private final Map<String, ZipEntry> parts = new HashMap<>();
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<String> sheetParts = new ArrayList<>();
    private final List<NumberFormat> formats;
    private final CellValues values;
    private final Optional<SharedStrings> strings;

    private XlsxWorkbook(Path file, ZipFile zip, Expansion expansion, Path strings) throws IOException {
        this.zip = zip;
        this.expansion = expansion;
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            parts.put(key(entry.getName()), entry);
        }
        String book = related("").stream()
                .filter(relation -> relation.is("officeDocument"))
                .map(Relation::part)
                .filter(part -> part.endsWith(".xml") && parts.containsKey(part))
                .findFirst()
                .orElseThrow(() -> new InputException(Text.of("source.workbook-other", file)));
        List<Relation> related = related(book);
        values = new CellValues(sheets(book, related));
        if (sheets.isEmpty()) {
            throw new InputException(Text.of("source.workbook-other", file));
        }
        Optional<String> styles = part(related, "styles");
        formats = styles.isPresent() ? formats(styles.get()) : List.of();
        Optional<String> shared = part(related, "sharedStrings");
        this.strings = shared.isPresent() ? Optional.of(strings(shared.get(), strings)) : Optional.empty();
    }

    /**
     * Opens a file.
     *
     * @param strings where its texts are kept until it is closed
     * @throws InputException when it is an archive of something else
     */
    static XlsxWorkbook open(Path file, Expansion expansion, Path strings) throws IOException {
        ZipFile zip = new ZipFile(file.toFile());
        try {
            return new XlsxWorkbook(file, zip, expansion, strings);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    @Override
    public List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    @Override
    public List<MergedCell> rows(int index, RowSink sink) throws IOException {
        try (Xml xml = open(sheetParts.get(index))) {
            return new XlsxRows(xml, values, formats, strings).read(sink);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
        if (strings.isPresent()) {
            strings.get().close();
        }
    }

    private Xml open(String part) throws IOException {
        ZipEntry entry = parts.get(part);
        if (entry == null) {
            throw new FileNotFoundException(part);
        }
        return new Xml(new CheckedPart(expansion.limited(zip.getInputStream(entry)), entry));
    }

    private SharedStrings strings(String part, Path file) throws IOException {
        try (Xml xml = open(part)) {
            return SharedStrings.read(xml, file);
        }
    }

    /** Notes the sheets; whether the workbook's days are counted from 1904. */
    private boolean sheets(String book, List<Relation> related) throws IOException {
        boolean from1904 = false;
        try (Xml xml = open(book)) {
            while (xml.nextElement()) {
                if (xml.is("workbookPr")) {
                    from1904 = xml.flag("date1904");
                } else if (xml.is("sheet")) {
                    Sheet sheet = new Sheet(
                            xml.attribute("name"), xml.attribute("state").endsWith("idden"));
                    String id = xml.attribute("id");
                    related.stream()
                            .filter(relation -> relation.id().equals(id) && relation.is("worksheet"))
                            .findFirst()
                            .ifPresent(relation -> {
                                sheets.add(sheet);
                                sheetParts.add(relation.part());
                            });
                }
            }
        }
        return from1904;
    }

    /** How each style shows numbers. */
    private List<NumberFormat> formats(String part) throws IOException {
        Map<Integer, String> codes = new HashMap<>();
        List<NumberFormat> styles = new ArrayList<>();
        try (Xml xml = open(part)) {
            boolean ofCells = false;
            while (xml.nextElement()) {
                switch (xml.name()) {
                    case "numFmt" -> codes.put(xml.number("numFmtId"), xml.attribute("formatCode"));
                    case "cellXfs" -> ofCells = true;
                    case "cellStyles", "dxfs" -> ofCells = false;
                    case "xf" -> {
                        if (ofCells) {
                            int id = xml.number("numFmtId");
                            styles.add(NumberFormat.of(id, codes.getOrDefault(id, "")));
                        }
                    }
                    default -> {}
                }
            }
        }
        return styles;
    }

    private Optional<String> part(List<Relation> related, String type) {
        return related.stream()
                .filter(relation -> relation.is(type) && parts.containsKey(relation.part()))
                .map(Relation::part)
                .findFirst();
    }

    /** What a part, or the archive as a whole, refers to. */
    private List<Relation> related(String part) throws IOException {
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, slash);
        String relations = folder + "_rels/" + part.substring(slash) + ".rels";
        List<Relation> related = new ArrayList<>();
        if (parts.containsKey(relations)) {
            try (Xml xml = open(relations)) {
                while (xml.nextElement()) {
                    if (xml.is("Relationship")) {
                        String target = xml.attribute("Target");
                        String path = target.startsWith("/") ? target : folder + target;
                        related.add(new Relation(xml.attribute("Id"), xml.attribute("Type"), key(path)));
                    }
                }
            }
        }
        return related;
    }

    /** Writers do not agree on case, slashes and relative paths. */
    private static String key(String path) {
        List<String> steps = new ArrayList<>();
        for (String step : path.replace('\\', '/').toLowerCase(Locale.ROOT).split("/", -1)) {
            if (step.equals("..") && !steps.isEmpty()) {
                steps.remove(steps.size() - 1);
            } else if (!step.isEmpty() && !step.startsWith("..") && !step.equals(".")) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }

    private record Relation(String id, String type, String part) {

        /** Whether it is of that type, by the address of either edition of the standard. */
        boolean is(String last) {
            return type.endsWith("/" + last);
        }
    }
}
