package org.greenaudit.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
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

    /** Makes one. */
    public static RefusedFeed of(long seed, int number) {
        Dice dice = new Dice(seed);
        return new RefusedFeed("refused-" + number + dice.of(".csv", ".xlsx", ".xls", ".txt"), bytes(dice));
    }

    private static byte[] bytes(Dice dice) {
        String rows = ROW.repeat(1 + dice.below(40));
        return switch (dice.below(18)) {
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
            case 13 -> zip(dice.of("feed.csv", "content.xml", "xl/workbook.bin"), utf8(HEADER + rows));
            case 14 -> utf8("<html><body>" + dice.of("", "<table></table>", "<p>" + rows + "</p>") + "</body></html>");
            case 15 -> cut(dice, new SheetFile(dice).xlsx(List.of(new Table(dice, "x", false, false))));
            case 16 -> cut(dice, new SheetFile(dice).xls(List.of(new Table(dice, "x", false, false))));
            default -> joined(dice.of(utf8("%PDF-1.7\n"), new byte[] {0x1f, (byte) 0x8b, 8}), dice.bytes(3_000));
        };
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
