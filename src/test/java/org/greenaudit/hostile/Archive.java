package org.greenaudit.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives as other programs, chance and ill will write them. */
final class Archive {

    private static final int DIRECTORY_ENTRY = 0x02014b50;
    private static final int DIRECTORY_END = 0x06054b50;
    private static final int ENTRY_HEADER = 46;
    private static final int LOCAL_HEADER = 30;
    private static final int END_HEADER = 22;

    /** What else may lie in a workbook; the sheet among them is none of the workbook's. */
    private static final Map<String, String> FURTHER = Map.of(
            "xl/worksheets/sheet99.xml",
                    "<worksheet><sheetData><row r='1'><c><v>1</v></c></row></sheetData></worksheet>",
            "customXml/虚构.bin", "\0\1\2 fictional",
            "../../outside.xml", "<outside/>",
            "xl/media/", "",
            "content.xml", "<office:document-content/>",
            "XL/theme/theme1.xml", "<theme");

    private Archive() {}

    /** The same parts in another order, packed or not, and further ones among them. */
    static byte[] withFurther(Dice dice, byte[] zip) {
        Map<String, byte[]> parts = parts(zip);
        for (int i = dice.below(3); i >= 0; i--) {
            String name = dice.of(FURTHER.keySet().stream().sorted().toList());
            parts.put(name, FURTHER.get(name).getBytes(StandardCharsets.UTF_8));
        }
        return zip(dice, parts, dice.of("", "虚构的备注"));
    }

    /** Without the first of the parts whose names fit. */
    static byte[] without(Dice dice, byte[] zip, Predicate<String> name) {
        Map<String, byte[]> parts = parts(zip);
        parts.remove(parts.keySet().stream().filter(name).findFirst().orElseThrow());
        return zip(dice, parts, "");
    }

    /** With a sheet whose size, checksum or way of packing is not the one that the archive names, or one bit of it turned. */
    static byte[] misclaimed(Dice dice, byte[] zip) {
        ByteBuffer bytes = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
        int entry = entry(bytes, "xl/worksheets/sheet1.xml");
        switch (dice.below(6)) {
            case 0 -> bytes.putInt(entry + 24, bytes.getInt(entry + 24) + 1 + dice.below(1_000_000));
            case 1 -> bytes.putInt(entry + 24, dice.below(bytes.getInt(entry + 24)));
            case 2 -> bytes.putInt(entry + 20, dice.below(bytes.getInt(entry + 20)));
            case 3 -> bytes.putInt(entry + 16, bytes.getInt(entry + 16) ^ (1 << dice.below(32)));
            case 4 -> bytes.putShort(entry + 10, dice.of((short) 12, (short) 99, (short) 1));
            default -> {
                int at = data(bytes, entry) + dice.below(bytes.getInt(entry + 20));
                bytes.put(at, (byte) (bytes.get(at) ^ (1 << dice.below(8))));
            }
        }
        return bytes.array();
    }

    private static int entry(ByteBuffer bytes, String name) {
        return entries(bytes).get(name);
    }

    /** Where the directory has each entry. */
    private static Map<String, Integer> entries(ByteBuffer bytes) {
        int end = bytes.limit() - END_HEADER;
        while (bytes.getInt(end) != DIRECTORY_END) {
            end--;
        }
        Map<String, Integer> entries = new TreeMap<>();
        int at = bytes.getInt(end + 16);
        while (bytes.getInt(at) == DIRECTORY_ENTRY) {
            byte[] name = new byte[bytes.getShort(at + 28)];
            bytes.get(at + ENTRY_HEADER, name);
            entries.put(new String(name, StandardCharsets.UTF_8), at);
            at += ENTRY_HEADER + name.length + bytes.getShort(at + 30) + bytes.getShort(at + 32);
        }
        return entries;
    }

    /** Where the bytes of an entry begin. */
    private static int data(ByteBuffer bytes, int entry) {
        int local = bytes.getInt(entry + 42);
        return local + LOCAL_HEADER + bytes.getShort(local + 26) + bytes.getShort(local + 28);
    }

    private static Map<String, byte[]> parts(byte[] zip) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        Map<String, byte[]> parts = new TreeMap<>();
        entries(bytes).forEach((name, entry) -> parts.put(name, unpacked(bytes, entry)));
        return parts;
    }

    private static byte[] unpacked(ByteBuffer bytes, int entry) {
        byte[] packed = new byte[bytes.getInt(entry + 20)];
        bytes.get(data(bytes, entry), packed);
        if (bytes.getShort(entry + 10) == ZipEntry.STORED) {
            return packed;
        }
        byte[] part = new byte[bytes.getInt(entry + 24)];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            if (inflater.inflate(part) != part.length) {
                throw new IllegalArgumentException("a part of another size");
            }
        } catch (DataFormatException e) {
            throw new IllegalArgumentException(e);
        } finally {
            inflater.end();
        }
        return part;
    }

    /** An archive of these parts, each packed or as it is. */
    static byte[] zip(Dice dice, Map<String, byte[]> parts, String comment) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setComment(comment);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                if (dice.onceIn(3)) {
                    CRC32 checksum = new CRC32();
                    checksum.update(part.getValue());
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(part.getValue().length);
                    entry.setCrc(checksum.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
