package org.greenaudit.purchase;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.greenaudit.purchase.SetApart.Reason;
import org.greenaudit.purchase.SetApart.Span;
import org.greenaudit.text.Blanks;
import org.greenaudit.text.FullWidth;

/**
 * The words by which an item name or a first cell says that its row is no purchase. A name is read piece by
 * piece, as brackets, blanks and punctuation part it: a piece that holds nothing but such words decides (台式计算机（已退货）),
 * and so does one that ends with them (台式计算机退货款) or begins with them (冲红台式计算机). Words that tell what goods are for
 * (作废章, 退货登记簿) or are parts of other words (退热贴, 退火炉) do not.
 */
final class SetApartWords {

    /** Longer cells are no word for a total. */
    private static final int LONGEST_TOTAL = 40;

    /** What is made for refunds and void papers. */
    private static final String MADE_FOR = "单|单据|联|章|印|戳|机|器|炉|压力机|模具|机器人|簿|本|册|牌|贴|贴纸|箱|盒|柜|架|框|筐|袋|车|台|点|口"
            + "|证|卡|保险|式.*|区.*|率.*|票.*|凭证.*|证件.*|标签.*|标识.*|登记.*|记录.*|通知.*|申请.*|审批.*|处理.*|专用.*|中心.*|窗口.*|信息表.*|[赔包免]运费|运费险|险|无忧|保障|承诺|包邮"
            + "|.*(?:章|系统|软件|平台|服务|管理|终端|粉碎机|销毁机|回收箱|回收桶|收集箱|打孔机|登记簿|登记本)";

    /** 退台式计算机款; but 退热贴儿童款 is one of the goods whose names begin with 退. */
    private static final Pattern PAID_BACK =
            Pattern.compile("退(?![热火烧磁役休伍色耕钉针壳膜锡镀浆币卡纸料黄翳弹刀漆胎绕捻胶瓶杯桶件票水墨模镍铬银金铅粘皮毛化潮行出赛订换改院场林牧回还库货款税保菌黑焊油气砂箱沙青红虚])"
                    + "(?:.{2,}[款费]|.{1,}(?:机|器|电脑|计算机|空调|椅|桌|柜|灯|仪|屏|家具|沙发|床|车|硒鼓|设备|电视|纸|投影|冰箱|打印|显示|服务器))");

    /** Goods that bear words: 印章（作废）, 标牌（红字）. */
    private static final Pattern BEARS_WORDS = Pattern.compile("(?:章|印|戳|牌|字|横幅|条幅|旗|匾|标语|签|贴纸)$");

    private static final String COUNT = "(?:人民币|[￥¥])?[0-9.,一二两三四五六七八九十百千万零壹贰叁肆伍陆柒捌玖拾佰仟]+[台套个件张批项把只支本册包箱盒条组辆部块元行笔种份整]*";
    private static final String TOTAL_TAIL = "(?:金额|数|数量)?(?:\\(.*\\))?(?::.*|" + COUNT + ")?";
    /** 合计, 小计：3台; and, in front of it, what was added up: 台式计算机合计. */
    private static final Pattern TOTAL = Pattern.compile(
            "(?:(?:本页|当页|分页|分类|本月|全部|全年|本期|本单|本单位)?(?:总合计|合计|小计|总计|共计|累计|汇总|总金额|承前页|承上页|过次页|转次页|转下页|接上页)|[^(,;]+(?:合计|小计|总计|共计))"
                    + TOTAL_TAIL);

    /** 合计 台式计算机: what was added up behind the word, with a blank or a dash between them. */
    private static final Pattern TOTAL_OF =
            Pattern.compile("(?:本页|当页|分页|分类)?(?:总合计|合计|小计|总计|共计)(?:\\s+|\\s*[-—–_/]+\\s*)(?![0-9]*$).+");

    /** Total, Sub-total (CNY): 12,000; but the brand of Total 10W-40 is another word. */
    private static final Pattern ENGLISH_TOTAL = Pattern.compile(
            "(?:page|grand|sub|overall|sum)?-?totals?(?:amount|sum|price|value)?(?:\\([a-z¥￥]*\\))?(?::.*|[0-9.,]{3,})?|sum:?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SECTION = Pattern.compile("小计|(?i:sub-?total)");
    private static final Pattern EVERYTHING =
            Pattern.compile("^(?:全部|全年)?(?:总计|总合计|总金额|累计|承前页|承上页|过次页|转次页|转下页|接上页|(?i:grand|overall))");
    private static final Pattern TABLE = Pattern.compile("^(?:全部|全年|本月|本期|本单|本单位)?(?:合计|共计|汇总)|^(?i:totals?|sum)");

    private final Pattern onlyRefund;
    private final Pattern onlyCancelled;
    private final Pattern endsInRefund;
    private final Pattern endsInCancelled;
    private final Pattern beginsWithRefund;
    private final Pattern beginsWithCancelled;

    SetApartWords(OrderWords words) {
        String beside = "(?:" + words.any("beside", "done", "all") + "|[0-9.])";
        // 不退货, 七天退货, 退货取消
        String stands = "(?<!" + words.any("not", "if", "partly", "returned") + ")";
        onlyRefund = only(beside, words.any("returned", "returned-first", "returned-alone"));
        onlyCancelled = only(beside, words.any("cancelled", "cancelled-alone"));
        endsInRefund = ends(stands, words.any("returned"), beside);
        endsInCancelled = ends(stands, words.any("cancelled"), beside);
        beginsWithRefund = begins(beside, words.any("returned", "returned-first"));
        beginsWithCancelled = begins(beside, words.any("cancelled"));
    }

    /** What an item name says beside the goods: {@link Reason#REFUND}, {@link Reason#CANCELLED} or nothing. */
    Optional<Reason> ofItem(String name) {
        if (!mayHoldOne(name)) {
            return Optional.empty();
        }
        List<String> pieces = OrderWords.pieces(name);
        Optional<Reason> reason = Optional.empty();
        for (String piece : pieces) {
            Optional<Reason> here = ofPiece(piece);
            if (here.isEmpty() && BEARS_WORDS.matcher(piece).find()) {
                return Optional.empty();
            }
            reason = reason.or(() -> here);
        }
        return reason;
    }

    /** What the cell adds up, where it is the word of a total, alone or with what was added up. */
    static Span total(String cell) {
        if (cell.isEmpty() || cell.length() > LONGEST_TOTAL || !mayBeTotal(cell)) {
            return Span.NOTHING;
        }
        String compact = FullWidth.compact(cell);
        if (TOTAL.matcher(compact).matches() || ENGLISH_TOTAL.matcher(compact).matches()) {
            return span(compact);
        }
        if (TOTAL_OF.matcher(cell).matches()) {
            return SECTION.matcher(compact).find() ? Span.SECTION : Span.GROUP;
        }
        return isSubtotalOfSpreadsheet(cell) ? Span.GROUP : Span.NOTHING;
    }

    private static Span span(String total) {
        if (SECTION.matcher(total).find()) {
            return Span.SECTION;
        }
        if (EVERYTHING.matcher(total).find()) {
            return Span.ALL;
        }
        return TABLE.matcher(total).find() ? Span.TABLE : Span.GROUP;
    }

    private Optional<Reason> ofPiece(String piece) {
        if (onlyCancelled.matcher(piece).matches()
                || endsInCancelled.matcher(piece).matches()
                || beginsWithCancelled.matcher(piece).matches()) {
            return Optional.of(Reason.CANCELLED);
        }
        boolean refund = onlyRefund.matcher(piece).matches()
                || endsInRefund.matcher(piece).matches()
                || beginsWithRefund.matcher(piece).matches()
                || PAID_BACK.matcher(piece).matches();
        return refund ? Optional.of(Reason.REFUND) : Optional.empty();
    }

    /** Every name is looked at, and a few characters rule nearly all of them out. */
    private static boolean mayHoldOne(String name) {
        for (int i = 0; i < name.length(); i++) {
            switch (name.charAt(i)) {
                case '退', '冲', '红', '废', '撤', '返' -> {
                    return true;
                }
                case '消' -> {
                    if (i > 0 && name.charAt(i - 1) == '取') {
                        return true;
                    }
                }
                default -> {}
            }
        }
        return false;
    }

    private static boolean mayBeTotal(String cell) {
        if (cell.indexOf('总') >= 0 || cell.indexOf('页') >= 0 || mayBeEnglishTotal(cell)) {
            return true;
        }
        for (int i = 1; i < cell.length(); i++) {
            if (cell.charAt(i) == '计') {
                int before = i - 1;
                while (before > 0 && Blanks.isBlank(cell.charAt(before))) {
                    before--;
                }
                if ("合小共累".indexOf(cell.charAt(before)) >= 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Many a record's id begins as these words do, and has no letter of their end. */
    private static boolean mayBeEnglishTotal(String cell) {
        if ("TtSsGgPpOo".indexOf(FullWidth.fold(cell.charAt(0))) < 0) {
            return false;
        }
        for (int i = 1; i < cell.length(); i++) {
            if ("LlMm".indexOf(FullWidth.fold(cell.charAt(i))) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** What a spreadsheet writes below the rows that it adds up: 台式计算机 汇总. */
    private static boolean isSubtotalOfSpreadsheet(String cell) {
        int word = cell.length() - "汇总".length();
        return word > 1 && cell.endsWith("汇总") && Blanks.isBlank(cell.charAt(word - 1));
    }

    private static Pattern only(String beside, String words) {
        return Pattern.compile(beside + "*+" + words + "(?:" + words + "|" + beside + ")*+");
    }

    private static Pattern ends(String stands, String words, String beside) {
        return Pattern.compile(".*?" + stands + words + "(?:" + words + "|" + beside + ")*+");
    }

    private static Pattern begins(String beside, String words) {
        return Pattern.compile(beside + "*+" + words + "(?!(?:" + MADE_FOR + ")$).{2,}");
    }
}
