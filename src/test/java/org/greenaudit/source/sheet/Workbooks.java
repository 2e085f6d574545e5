package org.greenaudit.source.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Workbooks for tests. An .xlsx is put together from its parts, so that a test may write whatever a writer may. */
public final class Workbooks {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private String properties = "";
    private int count;

    /** A workbook without sheets. */
    public Workbooks() {
        parts.put(
                "_rels/.rels",
                "<Relationships><Relationship Id='r1' Type='" + RELATED
                        + "/officeDocument' Target='xl/workbook.xml'/></Relationships>");
    }

    /** Adds a sheet: its rows, and what stands behind them. */
    public Workbooks sheet(String name, String rows, String behind) {
        return sheet(name, "visible", rows, behind);
    }

    /** Adds a sheet of some state. */
    Workbooks sheet(String name, String state, String rows, String behind) {
        count++;
        sheets.append(
                "<sheet name='" + name + "' sheetId='" + count + "' state='" + state + "' r:id='s" + count + "'/>");
        relate("s" + count, "worksheet", "worksheets/sheet" + count + ".xml");
        parts.put(
                "xl/worksheets/sheet" + count + ".xml",
                "<worksheet xmlns='" + MAIN + "'><sheetData>" + rows + "</sheetData>" + behind + "</worksheet>");
        return this;
    }

    /** Gives it shared strings, each the content of its element. */
    Workbooks strings(String... items) {
        relate("strings", "sharedStrings", "/xl/sharedStrings.xml");
        parts.put(
                "xl/sharedStrings.xml",
                "<sst xmlns='" + MAIN + "'><si>" + String.join("</si><si>", items) + "</si></sst>");
        return this;
    }

    /** Gives it formats of its own from number 200 on, and styles: each the number of a format. */
    Workbooks styles(List<String> formats, int... styles) {
        StringBuilder xml = new StringBuilder("<styleSheet xmlns='" + MAIN + "'><numFmts>");
        for (int i = 0; i < formats.size(); i++) {
            xml.append("<numFmt numFmtId='" + (200 + i) + "' formatCode='" + formats.get(i) + "'/>");
        }
        xml.append("</numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs>");
        for (int style : styles) {
            xml.append("<xf numFmtId='" + style + "'/>");
        }
        relate("styles", "styles", "styles.xml");
        parts.put("xl/styles.xml", xml + "</cellXfs><cellStyles/></styleSheet>");
        return this;
    }

    /** Counts its days from 1904. */
    Workbooks from1904() {
        properties = "<workbookPr date1904='1'/>";
        return this;
    }

    private void relate(String id, String type, String target) {
        relations.append("<Relationship Id='" + id + "' Type='" + RELATED + "/" + type + "' Target='" + target + "'/>");
    }

    /** Its bytes. */
    public byte[] bytes() {
        Map<String, String> all = new LinkedHashMap<>(parts);
        all.put(
                "xl/workbook.xml",
                "<workbook xmlns='" + MAIN + "' xmlns:r='" + RELATED + "'>" + properties + "<sheets>" + sheets
                        + "</sheets></workbook>");
        all.put("xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
        return zip(all);
    }

    /** An archive of these parts. */
    static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A row of texts, in the cells from the first column on. */
    public static String row(int number, String... texts) {
        StringBuilder row = new StringBuilder("<row r='" + number + "'>");
        for (int i = 0; i < texts.length; i++) {
            row.append(texts[i].isEmpty() ? "" : text((char) ('A' + i) + "" + number, texts[i]));
        }
        return row + "</row>";
    }

    /** A cell of text. */
    static String text(String place, String text) {
        return "<c r='" + place + "' t='inlineStr'><is><t>" + text + "</t></is></c>";
    }

    /** The bytes of an .xls workbook that is filled so. */
    public static byte[] xls(Consumer<HSSFWorkbook> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            content.accept(workbook);
            workbook.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The same with a password. */
    static byte[] encryptedXls(Consumer<HSSFWorkbook> content) {
        Biff8EncryptionKey.setCurrentUserPassword("虚构");
        try {
            return xls(content);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    /** An .xlsx workbook with a password. */
    static byte[] encrypted(byte[] workbook) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("虚构");
            try (OutputStream out = encryptor.getDataStream(files)) {
                out.write(workbook);
            }
            files.writeFilesystem(bytes);
        }
        return bytes.toByteArray();
    }

    /** Writes a file. */
    static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
