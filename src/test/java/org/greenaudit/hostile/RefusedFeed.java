package org.greenaudit.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A file of chance that is no feed, whatever is in it, so that it must be refused as a whole.
 *
 * @param name of the file
 * @param bytes of the file
 */
public record RefusedFeed(String name, byte[] bytes) {

    private static final String HEADER = "contract_date,buyer_name,item_name,amount\n";
    private static final String ROW = "2026-03-05,示例局,台式计算机,8000\n";

    /** What Excel 2003 wrote as XML. */
    private static final String SPREADSHEET_2003 =
            "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook><Worksheet><Table><Row><Cell><Data>"
                    + "ROWS</Data></Cell></Row></Table></Worksheet></Workbook>";

    private static final String FLAT_OPEN_DOCUMENT =
            "<?xml version=\"1.0\"?><office:document><office:body><office:spreadsheet><table:table><table:table-row>"
                    + "<table:table-cell><text:p>ROWS</text:p></table:table-cell></table:table-row></table:table>"
                    + "</office:spreadsheet></office:body></office:document>";

    /** Makes one. */
    public static RefusedFeed of(long seed, int number) {
        Dice dice = new Dice(seed);
        return new RefusedFeed("refused-" + number + dice.of(".csv", ".xlsx", ".xls", ".txt", ".ods"), bytes(dice));
    }

    private static byte[] bytes(Dice dice) {
        String rows = ROW.repeat(1 + dice.below(40));
        return switch (dice.below(26)) {
            case 0 -> new byte[0];
            case 1 -> utf8(dice.of("\ufeff", "\n\n\r\n", " ", "\ufeff\n , ,\n"));
            case 2 -> utf8(HEADER);
            case 3 -> utf8(rows);
            case 4 -> utf8(HEADER.replace("amount", dice.of("预算", "数值", "amount（美元）", "金额（箱）")) + rows);
            case 5 -> utf8(HEADER.replace("item_name", "buyer_name") + rows);
            case 6 -> utf8(HEADER.replace("amount", "amount,amount") + rows);
            case 7 -> (HEADER + rows).getBytes(dice.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE));
            case 8 ->
                ("\ufeff" + HEADER + rows).getBytes(dice.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE));
            case 9 -> utf8(HEADER + "\0" + rows);
            case 10 -> joined(utf8(HEADER + ROW.repeat(20)), ROW.repeat(16).getBytes(Charset.forName("GB18030")));
            case 11 -> joined(new byte[] {'P', 'K', 3, 4}, dice.bytes(dice.below(2_000)));
            case 12 ->
                joined(
                        new byte[] {
                            (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
                        },
                        dice.bytes(dice.below(4_000)));
            case 13 -> zip(dice.of("feed.csv", "xl/workbook.bin", "feed.xlsx"), utf8(HEADER + rows));
            case 14 -> utf8("<html><body>" + dice.of("", "<table></table>", "<p>" + rows + "</p>") + "</body></html>");
            case 15 -> cut(dice, workbook(dice));
            case 16 -> cut(dice, new SheetFile(dice).xls(List.of(new Table(dice, "x", false, false))));
            case 17, 18 -> openDocument(dice, rows);
            case 19 -> utf8(dice.of(SPREADSHEET_2003, FLAT_OPEN_DOCUMENT).replace("ROWS", rows));
            case 20, 21, 22 -> Archive.misclaimed(dice, workbook(dice));
            case 23 -> {
                byte[] whole = workbook(dice);
                yield Arrays.copyOf(whole, whole.length - 1 - dice.below(60));
            }
            case 24 ->
                Archive.without(
                        dice,
                        workbook(dice),
                        dice.of(
                                name -> name.equals("xl/worksheets/sheet1.xml"),
                                name -> name.equals("xl/sharedStrings.xml"),
                                name -> name.equals("xl/workbook.xml"),
                                name -> name.endsWith("workbook.xml.rels")));
            default -> joined(dice.of(utf8("%PDF-1.7\n"), new byte[] {0x1f, (byte) 0x8b, 8}), dice.bytes(3_000));
        };
    }

    private static byte[] workbook(Dice dice) {
        return new SheetFile(dice).bareXlsx(List.of(new Table(dice, "x", false, false)));
    }

    private static byte[] openDocument(Dice dice, String rows) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("mimetype", utf8("application/vnd.oasis.opendocument.spreadsheet"));
        parts.put("META-INF/manifest.xml", utf8("<manifest:manifest/>"));
        parts.put("content.xml", utf8(FLAT_OPEN_DOCUMENT.replace("ROWS", rows)));
        return Archive.zip(dice, parts, "");
    }

    /** The first half or less. */
    private static byte[] cut(Dice dice, byte[] whole) {
        return Arrays.copyOf(whole, 10 + dice.below(whole.length / 2));
    }

    private static byte[] zip(String name, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("mimetype"));
            zip.write(utf8("application/vnd.oasis.opendocument.spreadsheet"));
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
