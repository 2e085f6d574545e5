package org.greenaudit.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A table of purchases before it is written into any format: headers, rows of cells, and what they come to. */
final class Table {

    /** What stands in a row besides its cells. */
    enum Flaw {
        NONE,
        /** A cell more than headers. */
        SURPLUS,
        /** Text behind a closing quote. */
        MALFORMED_QUOTE,
        /** A quote that never closes; must be the last row. */
        UNCLOSED_QUOTE,
        /** A NUL. */
        NUL,
        /** A cell longer than any may be. */
        TOO_LONG,
        /** Bytes that are no character. */
        BAD_BYTES
    }

    record Row(List<String> cells, Flaw flaw) {}

    private static final String UNKNOWN = "自定义列";

    private final Dice dice;
    private final Writings writings;
    private final String prefix;
    private final List<String> columns = new ArrayList<>();
    private final List<String> headers = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final Tally tally = new Tally();
    private final boolean wan;
    private final boolean text;
    private final List<String> ids = new ArrayList<>();
    private int number;
    private String buyer;

    /**
     * A table.
     *
     * @param prefix of all its record ids
     * @param text whether it will be a text file, in which rows can be broken
     * @param bytes whether bytes that are no characters are told row by row
     */
    Table(Dice dice, String prefix, boolean text, boolean bytes) {
        this.dice = dice;
        this.writings = new Writings(dice);
        this.prefix = prefix;
        this.text = text;
        this.buyer = writings.buyer();
        this.wan = dice.onceIn(4);
        chooseColumns();
        int count = 4 + dice.below(dice.onceIn(12) ? 120 : 20);
        for (int i = 0; i < count; i++) {
            row(bytes);
        }
        if (text && dice.onceIn(6)) {
            broken(Flaw.UNCLOSED_QUOTE);
        }
    }

    List<String> headers() {
        return headers;
    }

    private void chooseColumns() {
        add("contract_date", "合同签订日期", "签订日期", "成交时间");
        add("buyer_name", "采购单位", "采购人", "采购人名称");
        add("item_name", "货物名称", "标的名称", "商品名称");
        columns.add("amount");
        headers.add(
                wan
                        ? dice.of("金额（万元）", "金额(万元)", "金额：万元", "amount（万元）")
                        : dice.of("金额", "金额（元）", "金额(人民币元)", "amount", "成交金额"));
        add("line_status", "状态");
        optional("record_id", "记录编号", "流水号");
        optional("quantity", "数量");
        optional("category_name", "品目名称");
        optional("brand", "品牌");
        optional("model", "规格型号");
        optional("spec", "技术参数");
        optional("region_code", "行政区划代码");
        optional("energy_certificate_no", "节能产品认证证书编号");
        for (int i = dice.below(3); i > 0; i--) {
            columns.add(UNKNOWN);
            headers.add(dice.of(UNKNOWN, UNKNOWN, "", "内部 \"流转\" 号"));
        }
        shuffle();
    }

    private void optional(String column, String... names) {
        if (!dice.onceIn(3)) {
            add(column, names);
        }
    }

    private void add(String column, String... names) {
        columns.add(column);
        headers.add(dice.onceIn(3) ? column : dice.of(names));
    }

    private void shuffle() {
        for (int i = columns.size() - 1; i > 0; i--) {
            int j = dice.below(i + 1);
            columns.set(i, columns.set(j, columns.get(i)));
            headers.set(i, headers.set(j, headers.get(i)));
        }
    }

    List<Row> rows() {
        return rows;
    }

    Tally tally() {
        return tally;
    }

    /** Where a column stands, or -1. */
    int place(String column) {
        return columns.indexOf(column);
    }

    private void row(boolean bytes) {
        long fen = writings.fen();
        Map<String, String> cells = purchase(fen);
        switch (dice.below(30)) {
            case 0 -> {
                cells.put("contract_date", writings.noDate());
                rejected(cells, fen);
            }
            case 1 -> {
                cells.put("amount", writings.noMoney());
                rejected(cells, 0);
            }
            case 2 -> {
                cells.put("buyer_name", dice.of("", " ", "\u3000"));
                rejected(cells, fen);
            }
            case 3 -> {
                cells.put("item_name", "");
                cells.put("category_name", "");
                rejected(cells, fen);
            }
            case 4 -> again(cells, fen);
            case 5 -> {
                cells.put("amount", writings.negative(fen + 1));
                apart(cells, "refund", -fen - 1);
            }
            case 6 -> {
                cells.put("line_status", writings.returned());
                apart(cells, "refund", fen);
            }
            case 7 -> {
                cells.put("line_status", writings.cancelled());
                apart(cells, "cancelled", fen);
            }
            case 8 -> {
                cells.put("item_name", "台式计算机" + dice.of("（作废）", "（已取消）"));
                apart(cells, "cancelled", fen);
            }
            case 9, 10 -> {
                cells.clear();
                String word = writings.total();
                cells.put(dice.onceIn(2) ? "item_name" : columns.get(0), word);
                if (place("amount") > 0) {
                    cells.put("amount", writings.money(fen, wan));
                    apart(cells, "total", fen);
                } else {
                    cells.remove("amount");
                    cells.put("item_name", word);
                    apart(cells, "total", 0);
                }
            }
            case 11 -> {
                if (!columns.get(0).equals("amount")) {
                    cells.clear();
                    cells.put(columns.get(0), writings.note());
                    apart(cells, "note", 0);
                }
            }
            case 12 ->
                rows.add(new Row(columns.stream().map(c -> dice.of("", " ", "")).toList(), Flaw.NONE));
            case 13, 14 -> {
                if (text) {
                    broken(dice.of(
                            Flaw.SURPLUS,
                            Flaw.MALFORMED_QUOTE,
                            Flaw.NUL,
                            dice.onceIn(8) ? Flaw.TOO_LONG : Flaw.SURPLUS));
                }
            }
            case 16 -> {
                // as on each printed page
                if (!rows.isEmpty()) {
                    rows.add(new Row(headers, Flaw.NONE));
                    tally.rejected(0);
                }
            }
            case 15 -> {
                if (bytes) {
                    broken(Flaw.BAD_BYTES);
                }
                // where most rows are broken, the whole file is refused
                bought(cells, fen);
            }
            default -> bought(cells, fen);
        }
    }

    private void bought(Map<String, String> cells, long fen) {
        put(cells, Flaw.NONE);
        tally.purchase(fen);
        String id = cells.getOrDefault("record_id", "");
        if (!id.isEmpty()) {
            ids.add(id);
        }
    }

    private Map<String, String> purchase(long fen) {
        Map<String, String> cells = new TreeMap<>();
        number++;
        cells.put("record_id", dice.onceIn(10) ? "" : prefix + "-" + number);
        cells.put("contract_date", writings.date(writings.day()));
        buyer = dice.onceIn(2) ? buyer : writings.buyer();
        cells.put("buyer_name", buyer);
        cells.put("item_name", writings.goods());
        cells.put("amount", writings.money(fen, wan));
        cells.put("quantity", dice.of("1", "2台", "26套", "", "一批", "1.2万张", "５.00(台)", "1E+2", "3\n台"));
        cells.put("category_name", dice.of("", "台式计算机", "A02010105-台式计算机", "其他"));
        cells.put("brand", dice.of("", "示例甲", "nan", "联想\u00a0", "无", "=甲"));
        cells.put(
                "model",
                dice.of("", "JIA-100", "详见附件", "A-1~A-9", "*", "#REF!", "A".repeat(dice.onceIn(40) ? 500 : 5)));
        cells.put(
                "spec",
                dice.of(
                        "",
                        "制冷量:26000W",
                        "参数\n\"一\"\t二",
                        "x".repeat(dice.onceIn(40) ? 3000 : 3),
                        "台".repeat(dice.onceIn(40) ? 9000 : 1)));
        cells.put("region_code", dice.of("", "361002", "410300", "361002000000", "９", "火星", "361002 "));
        cells.put(
                "energy_certificate_no",
                dice.of("", "CQC24701000001", "2.4701E+13", "无", "；；", "CQC1、CQC2\nCQC3", "a".repeat(200)));
        cells.put("line_status", dice.of("", "已完成", "验收合格", "-"));
        cells.put(UNKNOWN, dice.of("", "\"", "x,y;z", "已退", "\u0001"));
        return cells;
    }

    /** A record id that is taken already. */
    private void again(Map<String, String> cells, long fen) {
        if (ids.isEmpty() || place("record_id") < 0) {
            bought(cells, fen);
            return;
        }
        cells.put("record_id", dice.of(ids));
        rejected(cells, fen);
    }

    private void rejected(Map<String, String> cells, long fen) {
        put(cells, Flaw.NONE);
        tally.rejected(fen);
    }

    private void apart(Map<String, String> cells, String reason, long fen) {
        put(cells, Flaw.NONE);
        tally.apart(reason, fen);
    }

    private void broken(Flaw flaw) {
        put(purchase(writings.fen()), flaw);
        tally.rejected(0);
    }

    private void put(Map<String, String> cells, Flaw flaw) {
        rows.add(new Row(columns.stream().map(c -> cells.getOrDefault(c, "")).toList(), flaw));
    }
}
