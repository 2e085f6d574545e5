package org.greenaudit.purchase;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.greenaudit.purchase.SetApart.Reason;
import org.greenaudit.text.Blanks;
import org.greenaudit.text.FullWidth;

/** Tells the rows of a feed that are no purchases: totals, signatures, cancelled orders, refunds. */
final class SetApartRows {

    /** Longer cells are no word for a total. */
    private static final int LONGEST_TOTAL = 40;

    private static final String TOTAL_BEGINS = "合小总共累本当页分汇全";
    private static final Pattern TOTAL =
            Pattern.compile("(?:本页|当页|分页|分类|本月|全部|全年)?(?:总合计|合计|小计|总计|共计|累计|汇总|总金额)(?:金额|数|数量)?(?:\\(.*\\))?(?::.*)?");
    private static final Pattern NOTE = Pattern.compile(
            "(?:制表|填表|填报|编制|审核|复核|审批|经办|负责人|单位负责人|财务|备注|说明|注|打印|导出|报表|签字|签章|盖章|联系人|第.{1,4}页|日期)(?:人|时间|日期|单位)?.*");
    /** What is left of a note beside its first cell. */
    private static final int NOTE_CELLS = 3;

    private static final Set<String> CANCELLED = Set.of(
            "取消",
            "已取消",
            "作废",
            "已作废",
            "关闭",
            "已关闭",
            "交易关闭",
            "订单关闭",
            "撤销",
            "已撤销",
            "撤回",
            "已撤回",
            "终止",
            "合同终止",
            "解除",
            "已解除",
            "合同已解除",
            "撤单",
            "已撤单",
            "已终止",
            "废标",
            "流标",
            "无效",
            "已失效",
            "cancelled",
            "canceled",
            "void",
            "closed");
    private static final Set<String> REFUNDED = Set.of(
            "退货", "已退货", "退款", "已退款", "退货退款", "退货中", "退货完成", "全部退货", "全额退款", "冲减", "冲红", "红冲", "refunded", "returned");

    private SetApartRows() {}

    /** Why a row is no purchase by its words; empty for purchases and for rows that cannot be read. */
    static Optional<Reason> byWords(FeedLayout layout, FeedRow row) {
        String status = layout.value(row, FeedColumn.LINE_STATUS);
        if (!status.isEmpty()) {
            String word = FullWidth.compact(status).toLowerCase(Locale.ROOT);
            if (CANCELLED.contains(word)) {
                return Optional.of(Reason.CANCELLED);
            }
            if (REFUNDED.contains(word)) {
                return Optional.of(Reason.REFUND);
            }
        }
        String first = firstCell(row);
        if (isTotal(first) || isTotal(layout.value(row, FeedColumn.ITEM_NAME))) {
            return Optional.of(Reason.TOTAL);
        }
        return isNote(layout, row, first) ? Optional.of(Reason.NOTE) : Optional.empty();
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

    private static boolean isTotal(String cell) {
        return !cell.isEmpty()
                && cell.length() <= LONGEST_TOTAL
                && TOTAL_BEGINS.indexOf(cell.charAt(0)) >= 0
                && TOTAL.matcher(FullWidth.compact(cell)).matches();
    }

    /** A row with a few cells only, none of which says who bought what for how much. */
    private static boolean isNote(FeedLayout layout, FeedRow row, String first) {
        if (!layout.value(row, FeedColumn.AMOUNT).isEmpty()
                || !layout.value(row, FeedColumn.BUYER_NAME).isEmpty()
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
