package org.greenaudit.source.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.poi.EncryptedDocumentException;
import org.greenaudit.message.FileTrouble;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.InputException;
import org.greenaudit.text.Sha256;

/**
 * The sheets of workbooks as CSV files in a folder of their own, for as long as a source is in use. A sheet is packed as
 * a whole and cannot be read from the middle; as a CSV file it is cut into partitions, read by several threads and begun
 * again like any other. Safe for several threads.
 */
public final class SheetSpool implements Closeable {

    private final Path parent;
    private final SheetTable.Finder finder;
    private final String wanted;
    private final Optional<Integer> headerRow;
    private final Map<Path, SpooledWorkbook> spooled = new HashMap<>();
    private Optional<SpoolFolder> folder = Optional.empty();

    /**
     * A spool; nothing is made before it is needed.
     *
     * @param parent the folder in which it makes its own
     * @param finder finds the table in a sheet
     * @param wanted the name of the one sheet to read, or its place from 1; empty for every sheet with a table
     * @param headerRow the row of the header, where the job names it
     */
    public SheetSpool(Path parent, SheetTable.Finder finder, String wanted, Optional<Integer> headerRow) {
        this.parent = parent;
        this.finder = finder;
        this.wanted = wanted;
        this.headerRow = headerRow;
    }

    /** The format of a file that begins so, in small letters: xlsx, xls or html; nothing where it is no workbook. */
    public static Optional<String> format(byte[] head) {
        return SheetFormat.of(head).map(format -> format.name().toLowerCase(Locale.ROOT));
    }

    /** Whether a file that begins so is a workbook. */
    public static boolean isWorkbook(byte[] head) {
        return SheetFormat.of(head).isPresent();
    }

    /**
     * The sheets of a workbook that hold a table.
     *
     * @param file where it is
     * @param name what reports call it
     * @param head its beginning
     * @throws InputException when it cannot be read, or holds no table, in words for the user
     */
    public synchronized SpooledWorkbook spool(Path file, String name, byte[] head) throws IOException {
        SpooledWorkbook known = spooled.get(file);
        if (known == null) {
            known = read(file, name, SheetFormat.of(head).orElseThrow());
            spooled.put(file, known);
        }
        return known;
    }

    private SpooledWorkbook read(Path file, String name, SheetFormat format) throws IOException {
        if (folder.isEmpty()) {
            folder = Optional.of(SpoolFolder.in(parent));
        }
        String sha256 = Sha256.ofFile(file);
        SheetReading reading = new SheetReading(file, name, finder, wanted, headerRow);
        try (Workbook workbook = format.open(file, path("strings"))) {
            reading.read(workbook, number -> path(spooled.size() + "-" + number + ".csv"));
        } catch (EncryptedDocumentException e) {
            throw new InputException(Text.of("source.workbook-encrypted", file));
        } catch (InputException e) {
            throw e;
        } catch (UncheckedIOException e) {
            IOException cause = Objects.requireNonNull(e.getCause());
            if (cause instanceof InterruptedIOException) {
                throw cause;
            }
            if (FileTrouble.isFull(cause)) {
                throw placed(cause);
            }
            throw e;
        } catch (IOException | RuntimeException e) {
            if (e instanceof IOException failure && FileTrouble.isFull(failure)) {
                throw placed(failure);
            }
            throw new InputException(Text.of("source.workbook-damaged", file, String.valueOf(e.getMessage())));
        }
        if (!Sha256.ofFile(file).equals(sha256)) {
            throw new InputException(Text.of("source.changed", file));
        }
        return reading.spooled(sha256);
    }

    /** What was unpacked did not fit; the workbook itself is only read. */
    private IOException placed(IOException failure) {
        return FileTrouble.at(folder.orElseThrow().path(), failure);
    }

    private Path path(String name) {
        return folder.orElseThrow().path().resolve(name);
    }

    /** Removes the files; what cannot be removed now, the next spool removes. */
    @Override
    public synchronized void close() {
        spooled.clear();
        folder.ifPresent(SpoolFolder::close);
        folder = Optional.empty();
    }
}
