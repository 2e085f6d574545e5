package org.greenaudit.source;

import java.util.List;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.purchase.SetApart;

/**
 * The item of the evaluate step: some hundreds to thousands of consecutive rows.
 *
 * @param partition the partition's number
 * @param index the block's number in the partition, from 0
 * @param last true for the partition's last block (every partition has at least one, perhaps empty)
 * @param lines the readable lines in source order
 * @param rejections the unreadable rows in source order
 * @param setApart the rows that are no purchases, in source order
 */
public record Block(
        int partition,
        int index,
        boolean last,
        List<PurchaseLine> lines,
        List<Rejection> rejections,
        List<SetApart> setApart) {

    /** How many rows it has, whatever became of them. */
    public int rows() {
        return lines.size() + rejections.size() + setApart.size();
    }
}
