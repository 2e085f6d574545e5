package org.greenaudit.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.greenaudit.purchase.Parsed;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.purchase.SetApart;

/** Makes blocks of the rows of one partition. Every row becomes a line or a rejection, or is set apart. */
public abstract class RowBlocks implements BlockReader {

    /** The longest cell in bytes. */
    public static final int LONGEST_CELL = 64 * 1024;

    /** The longest record in bytes. */
    public static final int LONGEST_RECORD = 4 * 1024 * 1024;

    private final int partition;
    private final int blockLines;
    private int index;
    private boolean more;

    protected RowBlocks(int partition, int blockLines) {
        this.partition = partition;
        this.blockLines = Math.max(1, blockLines);
    }

    /** Goes to the next row; false behind the last. */
    protected abstract boolean advance() throws IOException;

    /** What becomes of the row it stands at. */
    protected abstract Parsed read();

    /** Goes to the first row; to be called once, before any block is asked for. */
    protected final void begin() throws IOException {
        more = advance();
    }

    @Override
    public final Optional<Block> next() throws IOException {
        if (!more && index > 0) {
            return Optional.empty();
        }
        List<PurchaseLine> lines = new ArrayList<>(blockLines);
        List<Rejection> rejections = new ArrayList<>();
        List<SetApart> setApart = new ArrayList<>();
        for (int i = 0; i < blockLines && more; i++) {
            Parsed parsed = read();
            if (parsed instanceof PurchaseLine line) {
                lines.add(line);
            } else if (parsed instanceof Rejection rejection) {
                rejections.add(rejection);
            } else {
                setApart.add((SetApart) parsed);
            }
            more = advance();
        }
        return Optional.of(new Block(partition, index++, !more, lines, rejections, setApart));
    }
}
