package org.greenaudit.purchase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.greenaudit.purchase.SetApart.Reason;
import org.greenaudit.purchase.SetApart.Span;
import org.greenaudit.text.Blanks;
import org.greenaudit.text.DateParser;
import org.greenaudit.text.FullWidth;

/** Tells the rows of a feed that are no purchases: totals, signatures, cancelled orders, refunds. */
final class SetApartRows {

    private static final Pattern NOTE = Pattern.compile(
            "(?:制表|填表|填报|编制|审核|复核|审批|经办|负责人|单位负责人|财务|备注|说明|注|打印|导出|报表|签字|签章|盖章|联系人|第.{1,4}页|日期)(?:人|时间|日期|单位)?.*");
    /** What is left of a note beside its first cell. */
    private static final int NOTE_CELLS = 3;

    private static final int SIGNATURE_CELLS = 2;

    /** An office or a person: words without a number. */
    private static final Pattern SIGNER = Pattern.compile("[\\p{IsHan}()（）:：、·]{2,}");

    private final OrderWords orders;
    private final SetApartWords words;

    SetApartRows(OrderWords orders) {
        this.orders = orders;
        this.words = new SetApartWords(orders);
    }

    /** What the status of a row says of its order; where that leaves it a purchase, its remark, too. */
    OrderWords.State order(FeedLayout layout, FeedRow row) {
        OrderWords.State status = orders.state(layout.value(row, FeedColumn.LINE_STATUS));
        if (status.reason().isPresent()) {
            return status;
        }
        OrderWords.State remark = orders.state(layout.value(row, FeedColumn.REMARK));
        return remark.compareTo(status) > 0 ? remark : status;
    }

    /** Whether a cell says that an order came to nothing or went back. */
    boolean isStatus(String cell) {
        return orders.state(cell).reason().isPresent();
    }

    /** Why a row is no purchase by its other words; empty for purchases and for rows that cannot be read. */
    Optional<Reason> byWords(FeedLayout layout, FeedRow row) {
        String first = firstCell(row);
        if (total(first, layout, row) != Span.NOTHING) {
            return Optional.of(Reason.TOTAL);
        }
        return isNote(layout, row, first)
                ? Optional.of(Reason.NOTE)
                : words.ofItem(layout.value(row, FeedColumn.ITEM_NAME));
    }

    /** What a row adds up by the word in its first cell or in that of the goods. */
    static Span total(FeedLayout layout, FeedRow row) {
        return total(firstCell(row), layout, row);
    }

    /** Where the first cell decides, no other is looked at: what is wrong in a cell that nobody reads is no fault of the row. */
    private static Span total(String first, FeedLayout layout, FeedRow row) {
        Span span = SetApartWords.total(first);
        return span == Span.NOTHING ? SetApartWords.total(layout.value(row, FeedColumn.ITEM_NAME)) : span;
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
        if (!layout.value(row, FeedColumn.AMOUNT).isEmpty()) {
            return false;
        }
        if (isSignature(layout, row)) {
            return true;
        }
        String buyer = FullWidth.compact(layout.value(row, FeedColumn.BUYER_NAME));
        if (!(buyer.isEmpty() || NOTE.matcher(buyer).matches())
                || !NOTE.matcher(FullWidth.compact(first)).matches()) {
            return false;
        }
        return filled(row).size() <= NOTE_CELLS;
    }

    /**
     * Who signed and when, in cells that need not be those of a buyer and a date; the rest of the row is blank. A row is
     * told by itself, since those behind it may be in another partition. So a buyer and a date in the very columns of the
     * two are no signature, but an order that nobody finished or the head of one whose cells were merged, and so is
     * whatever names a number beside its date; where blanks are filled down, any such row may be a head.
     */
    private static boolean isSignature(FeedLayout layout, FeedRow row) {
        if (layout.headerCells() <= NOTE_CELLS || layout.fillsDown() || saysWhat(layout, row)) {
            return false;
        }
        boolean unnamed = layout.value(row, FeedColumn.BUYER_NAME).isEmpty();
        boolean undated = layout.value(row, FeedColumn.CONTRACT_DATE).isEmpty();
        List<String> filled = filled(row);
        if (filled.isEmpty() || filled.size() > SIGNATURE_CELLS || !(unnamed || undated)) {
            return false;
        }
        long dates = filled.stream()
                .filter(cell -> DateParser.parse(cell).isPresent())
                .count();
        boolean named = filled.stream()
                .anyMatch(cell -> SIGNER.matcher(FullWidth.compact(cell)).matches());
        return dates == 1
                ? named || filled.size() == 1
                : unnamed
                        && filled.stream().anyMatch(cell -> NOTE.matcher(FullWidth.compact(cell))
                                .matches());
    }

    private static boolean saysWhat(FeedLayout layout, FeedRow row) {
        return Stream.of(FeedColumn.ITEM_NAME, FeedColumn.CATEGORY_NAME, FeedColumn.CATEGORY_CODE)
                .anyMatch(column -> !layout.value(row, column).isEmpty());
    }

    private static List<String> filled(FeedRow row) {
        List<String> filled = new ArrayList<>();
        for (int i = 0; i < row.cells(); i++) {
            String cell = row.cell(i);
            if (!cell.isBlank()) {
                filled.add(Blanks.trim(cell));
            }
        }
        return filled;
    }
}
