package org.greenaudit.purchase;

import java.util.Optional;
import java.util.regex.Pattern;
import org.greenaudit.purchase.SetApart.Reason;
import org.greenaudit.text.Blanks;
import org.greenaudit.text.FullWidth;

/** Tells the rows of a feed that are no purchases: totals, signatures, cancelled orders, refunds. */
final class SetApartRows {

    private static final Pattern NOTE = Pattern.compile(
            "(?:制表|填表|填报|编制|审核|复核|审批|经办|负责人|单位负责人|财务|备注|说明|注|打印|导出|报表|签字|签章|盖章|联系人|第.{1,4}页|日期)(?:人|时间|日期|单位)?.*");
    /** What is left of a note beside its first cell. */
    private static final int NOTE_CELLS = 3;

    private SetApartRows() {}

    /** Why a row is no purchase by its words; empty for purchases and for rows that cannot be read. */
    static Optional<Reason> byWords(FeedLayout layout, FeedRow row) {
        String status = layout.value(row, FeedColumn.LINE_STATUS);
        Optional<Reason> byStatus = status.isEmpty() ? Optional.empty() : SetApartWords.ofStatus(status);
        if (byStatus.isPresent()) {
            return byStatus;
        }
        String remark = layout.value(row, FeedColumn.REMARK);
        Optional<Reason> byRemark = remark.isEmpty() ? Optional.empty() : SetApartWords.ofRemark(remark);
        if (byRemark.isPresent()) {
            return byRemark;
        }
        String first = firstCell(row);
        String item = layout.value(row, FeedColumn.ITEM_NAME);
        if (SetApartWords.isTotal(first) || SetApartWords.isTotal(item)) {
            return Optional.of(Reason.TOTAL);
        }
        return isNote(layout, row, first) ? Optional.of(Reason.NOTE) : SetApartWords.ofItem(item);
    }

    private static String firstCell(FeedRow row) {
        for (int i = 0; i < row.cells(); i++) {
            String cell = row.cell(i);
            if (Blanks.skip(cell, 0) < cell.length()) {
                return Blanks.trim(cell);
            }
        }
        return "";
    }

    /** A row with a few cells only, none of which says who bought what for how much. */
    private static boolean isNote(FeedLayout layout, FeedRow row, String first) {
        String buyer = FullWidth.compact(layout.value(row, FeedColumn.BUYER_NAME));
        if (!layout.value(row, FeedColumn.AMOUNT).isEmpty()
                || !(buyer.isEmpty() || NOTE.matcher(buyer).matches())
                || !NOTE.matcher(FullWidth.compact(first)).matches()) {
            return false;
        }
        int filled = 0;
        for (int i = 0; i < row.cells(); i++) {
            filled += row.cell(i).isBlank() ? 0 : 1;
        }
        return filled <= NOTE_CELLS;
    }
}
