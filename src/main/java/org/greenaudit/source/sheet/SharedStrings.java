package org.greenaudit.source.sheet;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;

/**
 * The texts of an .xlsx workbook, which its cells name by number. They lie in a file and are seen through the system's
 * page cache: a workbook of a million rows may have as many texts as cells, and memory holds eight bytes of each.
 */
final class SharedStrings implements Closeable {

    /** How many texts asked for lately are remembered; a power of two. */
    private static final int KNOWN = 1 << 12;

    /** The size of a part of the file that is seen at once. */
    private static final int PART = 1 << 30;

    private final Path file;
    private final long[] ends;
    private final List<MappedByteBuffer> parts;
    private final int[] knownNumbers = new int[KNOWN];
    private final String[] knownTexts = new String[KNOWN];

    private SharedStrings(Path file, long[] ends, List<MappedByteBuffer> parts) {
        this.file = file;
        this.ends = ends;
        this.parts = parts;
        Arrays.fill(knownNumbers, -1);
    }

    /** Reads the texts, and keeps them in that file until closed. */
    static SharedStrings read(Xml xml, Path file) throws IOException {
        long[] ends = new long[1 << 10];
        int count = 0;
        long end = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), PART >> 14)) {
            RichText text = new RichText(xml);
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                text.accept(event);
                if (event == XMLStreamConstants.END_ELEMENT && xml.is("si")) {
                    byte[] bytes = text.take().getBytes(StandardCharsets.UTF_8);
                    out.write(bytes);
                    end += bytes.length;
                    ends = count == ends.length ? Arrays.copyOf(ends, count * 2) : ends;
                    ends[count++] = end;
                }
            }
        }
        return new SharedStrings(file, Arrays.copyOf(ends, count), parts(file));
    }

    private static List<MappedByteBuffer> parts(Path file) throws IOException {
        List<MappedByteBuffer> parts = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file)) {
            for (long at = 0; at < channel.size(); at += PART) {
                parts.add(channel.map(FileChannel.MapMode.READ_ONLY, at, Math.min(PART, channel.size() - at)));
            }
        }
        return parts;
    }

    /** The text of that number. */
    String get(int number) throws IOException {
        if (number < 0 || number >= ends.length) {
            throw new IOException("shared string " + number + " of " + ends.length);
        }
        int place = number & KNOWN - 1;
        if (knownNumbers[place] != number) {
            knownTexts[place] = read(number == 0 ? 0 : ends[number - 1], ends[number]);
            knownNumbers[place] = number;
        }
        return knownTexts[place];
    }

    private String read(long from, long to) {
        byte[] bytes = new byte[(int) (to - from)];
        for (int done = 0; done < bytes.length; ) {
            int at = (int) ((from + done) % PART);
            int count = Math.min(bytes.length - done, PART - at);
            parts.get((int) ((from + done) / PART)).get(at, bytes, done, count);
            done += count;
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
