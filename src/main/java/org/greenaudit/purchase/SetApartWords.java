package org.greenaudit.purchase;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.greenaudit.purchase.SetApart.Reason;
import org.greenaudit.text.Blanks;
import org.greenaudit.text.FullWidth;
import org.greenaudit.text.Nfkc;
import org.greenaudit.text.NormalizedText;

/**
 * The words by which a status, an item name or a first cell says that its row is no purchase. A name is read piece by
 * piece, as brackets, blanks and punctuation part it: a piece that holds nothing but such words decides (台式计算机（已退货）),
 * and so does one that ends with them (台式计算机退货款) or begins with them (冲红台式计算机). Words that tell what goods are for
 * (作废章, 退货登记簿) or are parts of other words (退热贴, 退火炉) do not.
 */
final class SetApartWords {

    /** Longer cells are no word for a total. */
    private static final int LONGEST_TOTAL = 40;

    /** What gives goods back or takes money off, wherever it stands in a piece. */
    private static final String REFUND = "退货|退款|冲红|红冲|冲销|冲减|冲账|冲正|冲回|冲抵|红字发票|红字冲销";
    /** Likewise, but other goods end so (白底红字, 自动退回): it fills a piece or begins it. */
    private static final String REFUND_FIRST = "退回|退还|返还";

    private static final String REFUND_ALONE = "红字|退|全退|退库|退机|退单|负数|refund|refunded|return|returned";

    private static final String CANCELLED = "作废|取消|撤销|撤单";
    private static final String CANCELLED_ALONE = "废单|cancelled|canceled|cancel|revoked";
    /** What closes an order in the column of its status; in a name it would speak of the goods. */
    private static final String CANCELLED_STATUS = "关闭|撤回|终止|解除|废标|流标|无效|失效|拒单|void|voided|closed|invalid";

    /** Who ended an order or why, as a status says it: 买家取消, 超时关闭. */
    private static final String BY_WHOM = "的|买家|卖家|买方|卖方|系统|平台|用户|采购人|采购单位|采购方|供应商|商家|管理员|单位|被|由|自动|超时|逾期|未付款|协商|主动|人工";

    /** What may stand beside such words in a piece of its own: 已退货2台, 订单取消, 全额退款完成. */
    private static final String BESIDE = "已|全部|全额|整单|订单|合同|交易|申请|发票|采购|该行|本行|此行|中|完成|成功|处理|货款|款|[0-9.年月日元号台套个件批张]";

    /** Words before them with which the purchase stands: 不退货, 可退款, 七天退货, 部分退货. */
    private static final String STANDS = "不|未|无|可|可以|包|支持|保|免|非|部分|天|天内|日内|理由|防|须|需|除|允许|能|自助|自动|退货";

    private static final Pattern ONLY_REFUND = only(REFUND, REFUND_FIRST, REFUND_ALONE);
    private static final Pattern ONLY_CANCELLED = only(CANCELLED, CANCELLED_ALONE);
    private static final Pattern STATUS_CANCELLED = status(CANCELLED, CANCELLED_ALONE, CANCELLED_STATUS);
    private static final Pattern STATUS_REFUND = status(REFUND, REFUND_FIRST, REFUND_ALONE);
    /** 退货1台 in a remark tells of some of the pieces: the purchase stands. */
    private static final Pattern PIECES = Pattern.compile("[0-9一二两三四五六七八九十]+(?:[台套个件张批只把支本]|$)");

    private static final Pattern ENDS_IN_REFUND = ends(REFUND);
    private static final Pattern ENDS_IN_CANCELLED = ends(CANCELLED);
    private static final Pattern BEGINS_WITH_REFUND = begins(REFUND + "|" + REFUND_FIRST);
    private static final Pattern BEGINS_WITH_CANCELLED = begins(CANCELLED);
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

    private static final Pattern BETWEEN_PIECES =
            Pattern.compile("[\\s()\\[\\]{}<>【】〔〕〖〗《》〈〉「」『』“”‘’\"'`,;:、。/\\\\|_~*+=·—–−-]+");

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

    private SetApartWords() {}

    /** What the status of a row says. */
    static Optional<Reason> ofStatus(String cell) {
        for (String piece : pieces(cell)) {
            if (STATUS_CANCELLED.matcher(piece).matches()) {
                return Optional.of(Reason.CANCELLED);
            }
            if (STATUS_REFUND.matcher(piece).matches()) {
                return Optional.of(Reason.REFUND);
            }
        }
        return Optional.empty();
    }

    /** What the remark of a row says of the whole purchase; a remark on some of the pieces says nothing of it. */
    static Optional<Reason> ofRemark(String cell) {
        return PIECES.matcher(Nfkc.of(cell)).find() ? Optional.empty() : ofStatus(cell);
    }

    /** What an item name says beside the goods: {@link Reason#REFUND}, {@link Reason#CANCELLED} or nothing. */
    static Optional<Reason> ofItem(String name) {
        if (!mayHoldOne(name)) {
            return Optional.empty();
        }
        List<String> pieces = pieces(name);
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

    /** Whether the cell is the word of a total, alone or behind what was added up. */
    static boolean isTotal(String cell) {
        if (cell.isEmpty() || cell.length() > LONGEST_TOTAL || !mayBeTotal(cell)) {
            return false;
        }
        String compact = FullWidth.compact(cell);
        return isSubtotalOfSpreadsheet(cell)
                || TOTAL.matcher(compact).matches()
                || TOTAL_OF.matcher(cell).matches()
                || ENGLISH_TOTAL.matcher(compact).matches();
    }

    private static Optional<Reason> ofPiece(String piece) {
        if (ONLY_CANCELLED.matcher(piece).matches()
                || ENDS_IN_CANCELLED.matcher(piece).matches()
                || BEGINS_WITH_CANCELLED.matcher(piece).matches()) {
            return Optional.of(Reason.CANCELLED);
        }
        boolean refund = ONLY_REFUND.matcher(piece).matches()
                || ENDS_IN_REFUND.matcher(piece).matches()
                || BEGINS_WITH_REFUND.matcher(piece).matches()
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
        char first = FullWidth.fold(cell.charAt(0));
        if (cell.indexOf('总') >= 0 || cell.indexOf('页') >= 0 || "TtSsGgPpOo".indexOf(first) >= 0) {
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

    /** What a spreadsheet writes below the rows that it adds up: 台式计算机 汇总. */
    private static boolean isSubtotalOfSpreadsheet(String cell) {
        int word = cell.length() - "汇总".length();
        return word > 1 && cell.endsWith("汇总") && Blanks.isBlank(cell.charAt(word - 1));
    }

    private static List<String> pieces(String cell) {
        NormalizedText name = NormalizedText.of(cell);
        String text = name.isSpaced() ? name.value() : Nfkc.of(cell).toLowerCase(Locale.ROOT);
        return Arrays.stream(BETWEEN_PIECES.split(text))
                .filter(piece -> !piece.isEmpty())
                .toList();
    }

    private static Pattern only(String... words) {
        String any = String.join("|", words);
        return Pattern.compile("(?:" + BESIDE + ")*+(?:" + any + ")(?:" + any + "|" + BESIDE + ")*+");
    }

    private static Pattern status(String... words) {
        String any = String.join("|", words);
        String beside = BY_WHOM + "|" + BESIDE;
        return Pattern.compile("(?:" + beside + ")*+(?:" + any + ")(?:" + any + "|" + beside + ")*+");
    }

    private static Pattern ends(String words) {
        return Pattern.compile(".*?(?<!" + STANDS + ")(?:" + words + ")(?:" + words + "|" + BESIDE + ")*+");
    }

    private static Pattern begins(String words) {
        return Pattern.compile("(?:" + BESIDE + ")*+(?:" + words + ")(?!(?:" + MADE_FOR + ")$).{2,}");
    }
}
