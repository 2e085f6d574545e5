package org.greenaudit.hostile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Money, dates and words in the writings that feeds have, and in some that nobody can read. */
final class Writings {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 180;
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final String WIDE = "０１２３４５６７８９";

    private static final List<String> NO_MONEY = List.of(
            "面议",
            "1.2E+05",
            "12000（不含税）",
            "12,00",
            "1,2345",
            "12.3.4",
            "一批",
            "详见合同",
            "$12000",
            "12000美元",
            "#REF!",
            "nan",
            "-",
            "∞",
            "1e400",
            "9".repeat(30),
            "12000～15000",
            "12000/15000",
            "0x2EE0",
            "１２，０",
            "1000000000001",
            "--5",
            "(12",
            "壹万伍元",
            "待定",
            "",
            " ",
            "12000元左右",
            "￥",
            "12000韩元",
            "十二",
            "1\t2",
            "12000\n13000");

    private static final List<String> NO_DATES = List.of(
            "2026-02-30",
            "12/31/2026",
            "2026-13-01",
            "昨天",
            "2026-00-10",
            "2026-03-00",
            "0000-00-00",
            "",
            "26.3.5",
            "20260230",
            "2026-3-5-7",
            "1899-12-31",
            "2026年",
            "待定",
            "２０２６－１３－０１",
            "2026-03-05 25:00",
            "99999",
            "2026-03-05 星期一",
            "-",
            "2026/3.5",
            "1900-01-00",
            "五月",
            "2026-03-5日5");

    private static final List<String> GOODS = List.of(
            "台式计算机",
            "激光打印机",
            "办公椅",
            "=1+1台式机",
            "台式\n计算机",
            "“台式”机",
            "🖥台式机",
            "激\u200b光打印机",
            "\u202e机式台",
            "便携式计算机\u00a0",
            "<script>alert(1)</script>台式机",
            "'; DROP TABLE audit_run; --电脑",
            "台式机,含显示器",
            "27\"显示器",
            "%s%n{0}台灯",
            "\\N柜",
            "空调；含安装",
            "ＬＥＤ灯",
            "复印纸|A4",
            "龘靐齉爩桌",
            "@SUM(A1)键盘",
            "𠮷野家具",
            "㍿椅",
            "e\u0301cran 显示器",
            "  台式计算机  ",
            "\t打印机",
            "&lt;台式机&gt;",
            "＝台式机",
            "水泵",
            "投影仪'",
            "\"台式机\"",
            "🏳️‍🌈旗杆");

    private static final List<String> BUYERS = List.of(
            "虚构第一中学（示例）",
            "虚构市\r\n财政局",
            "示例,医院",
            "示例“局”",
            "=虚构局",
            "虚构\u3000办公室",
            "Ｘ局（示例）",
            "示例局\"本级\"",
            "虚构𠮷镇政府",
            "示例&局");

    /** How a status says it: set apart as cancelled. */
    private static final List<String> CANCELLED = List.of("已取消", "作废", "交易关闭", " 已取消 ", "已撤单", "废标");

    private static final List<String> RETURNED = List.of("退货", "已退货", "退款", "红冲", "冲减");

    private static final List<String> TOTALS =
            List.of("合计", "小计", "总计", " 合 计 ", "本页合计", "Total", "合计：", "小计：3台", "累计", "总 计");

    private static final List<String> NOTES =
            List.of("制表人：张某", "审核：", "备注：以上均为虚构", "导出时间：2026-06-30", "第 3 页", "打印日期 2026年6月30日");

    private final Dice dice;

    Writings(Dice dice) {
        this.dice = dice;
    }

    String noMoney() {
        return dice.of(NO_MONEY);
    }

    String noDate() {
        return dice.of(NO_DATES);
    }

    String goods() {
        return dice.of(GOODS);
    }

    String buyer() {
        return dice.of(BUYERS);
    }

    String cancelled() {
        return dice.of(CANCELLED);
    }

    String returned() {
        return dice.of(RETURNED);
    }

    String total() {
        return dice.of(TOTALS);
    }

    String note() {
        return dice.of(NOTES);
    }

    /** Fen as amounts have them: mostly whole yuan, sometimes none, sometimes very many. */
    long fen() {
        return switch (dice.below(12)) {
            case 0 -> 0;
            case 1 -> 1 + dice.below(99);
            case 2 -> 99_999_999_999_900L - dice.below(1000) * 100L;
            case 3 -> dice.below(1_000_000);
            default -> (1 + dice.below(90_000)) * 100L;
        };
    }

    /** An amount in a column that is in yuan, or in units of ten thousand. */
    String money(long fen, boolean wan) {
        BigDecimal yuan = BigDecimal.valueOf(fen, 2);
        BigDecimal wans = yuan.movePointLeft(4);
        String bare = grouped(wan ? wans : yuan);
        return switch (dice.below(wan ? 12 : 16)) {
            case 0 -> "￥" + grouped(yuan) + "元";
            case 1 -> grouped(yuan) + "元（含税）";
            case 2 -> "人民币" + yuan.toPlainString() + "元整";
            case 3 -> wans.toPlainString() + "万元";
            case 4 -> wide(wans.toPlainString()) + " 万元（人民币）";
            case 5 -> "RMB " + grouped(yuan) + "元";
            case 6 -> "\u00a0" + bare + "\u3000";
            case 7 -> wide(bare);
            case 8 -> "+" + bare;
            case 9 -> "\t" + bare + "\n";
            case 10 -> "¥" + bare;
            case 11 -> "00" + bare.replace(",", "");
            case 12 -> yuan.stripTrailingZeros().toPlainString();
            case 13 -> yuan.toPlainString() + "4";
            case 14 -> grouped(yuan).replace(',', ' ');
            default -> bare;
        };
    }

    /** An amount below zero, as accounts write it. */
    String negative(long fen) {
        String yuan = grouped(BigDecimal.valueOf(fen, 2));
        return dice.of(
                "-" + yuan + "元",
                yuan + "元-",
                "(" + yuan + "元)",
                "（￥" + yuan + "元）",
                "负" + yuan + "元",
                "△" + yuan + "元",
                "－" + wide(yuan) + "元",
                "￥-" + yuan + "元",
                "−" + yuan + "元",
                "▲ " + yuan + " 元");
    }

    LocalDate day() {
        return FIRST.plusDays(dice.below(DAYS));
    }

    String date(LocalDate day) {
        String slashes = day.format(DateTimeFormatter.ofPattern("yyyy/M/d", Locale.ROOT));
        return switch (dice.below(16)) {
            case 0 -> slashes;
            case 1 -> day.format(DateTimeFormatter.ofPattern("yyyy年MM月dd日", Locale.ROOT));
            case 2 -> day.format(DateTimeFormatter.BASIC_ISO_DATE);
            case 3 -> slashes.replace('/', '.');
            case 4 -> day + " 20:20";
            case 5 -> day + "T10:00:00+08:00";
            case 6 -> wide(day.toString()).replace('-', '－');
            case 7 -> "  " + day + "\u00a0";
            case 8 -> day.format(DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT)) + " 20时20分";
            case 9 -> day.toString().substring(0, 7);
            case 10 -> day + " 星期" + "一二三四五六日".charAt(day.getDayOfWeek().getValue() - 1);
            case 11 -> Long.toString(ChronoUnit.DAYS.between(SERIAL_ZERO, day));
            case 12 -> day.format(DateTimeFormatter.BASIC_ISO_DATE) + ".0";
            case 13 -> slashes.replace("/", " / ");
            default -> day.toString();
        };
    }

    /** With commas before each three digits, or without. */
    private String grouped(BigDecimal number) {
        return dice.onceIn(2)
                ? number.toPlainString()
                : String.format(Locale.ROOT, "%,." + Math.max(0, number.scale()) + "f", number);
    }

    static String wide(String text) {
        StringBuilder wide = new StringBuilder(text);
        for (int i = 0; i < wide.length(); i++) {
            char c = wide.charAt(i);
            wide.setCharAt(i, c >= '0' && c <= '9' ? WIDE.charAt(c - '0') : c == '.' ? '．' : c == ',' ? '，' : c);
        }
        return wide.toString();
    }
}
