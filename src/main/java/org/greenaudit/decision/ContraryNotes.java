package org.greenaudit.decision;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.text.Nfkc;

/**
 * Notes that say the opposite of what was decided: 证书是假的 beside 证书已核实. Clauses are looked at one by one; what stands
 * behind a negation says nothing, and where any clause speaks for the decision the note is taken.
 */
final class ContraryNotes {

    private static final Pattern BETWEEN_CLAUSES = Pattern.compile("[，。；、,;.!?：:（）()\\s]+");

    private static final Pattern NEGATION = Pattern.compile("[不非未没无否勿]");

    private static final String LIST = "(?:[该本此这]个?|节能|环境标志|环保|产品|政府采购|品目)*(?:清单|目录|条目)(?!以?外|之外)";

    private record Words(Pattern against, Pattern inFavour) {

        static Words of(String against, String inFavour) {
            return new Words(Pattern.compile(against), Pattern.compile(inFavour));
        }
    }

    private static final Words LISTED = Words.of(
            "属于?" + LIST + "|(?:(?<!现)在|列入|纳入)" + LIST + "|疑点(?:属实|成立|存在)",
            "配件|附件|服务|租赁|但|除外|例外|没有|未|移出|调出|删除|[之以]?[前后]");

    /** C03 asks whether goods were bought or a service; who dismisses it says that it was a service. */
    private static final Words GOODS = Words.of(
            "(?:是|属于?)(?:一般|实物)?(?:货物|商品|实物)|货物采购|采购货物|(?:不是|不属于?|并非|非)(?:服务|租赁|维修|工程)|疑点(?:属实|成立|存在)",
            "服务|租赁|租用|维修|维保|运维|工程|施工");

    private static final Map<String, Words> OF_KINDS = Map.of(
            "item",
            Words.of("(?:不是|不属于?|不在|并非)" + LIST, "E[SL][0-9]{4}|但"),
            "not-listed",
            LISTED,
            "certificate",
            Words.of(
                    "假(?![期日设如定])|伪造|冒用|冒充|失效|过期|已到期|作废|注销|撤销|无效|不(?:真实|属实|存在|予?认可|符|一致)|查(?:无|不到)"
                            + "|[未没]有?能?(?:查到|核实|提供|取得)|无法(?:核实|核对|查证)|(?:没有|无)证书",
                    "换证|换发|新证|(?<!手)续|恢复|更新|有效|属实|真实|一致|相符|无误"),
            "exemption",
            Words.of("不(?:同意|予)(?:豁免|批)|[未没]有?(?:获|经|予|被)?得?批|驳回|否决|(?:不能|不得|无法|不可)豁免", "复议|重新|再次|后|现已"),
            "confirmed",
            Words.of(
                    "符合(?:要求|规定|标准|条件|政策|$)|合规|[没不无](?:有|存在)?(?:问题|违规|违法)|误[报判]"
                            + "|(?:不是|不属于?|并非)(?:违规|不符)|有(?:有效)?(?:的)?(?:认证)?证书|已经?(?:提供|补交|取得|提交)了?(?:认证)?证书",
                    "不符|不合|未|没有(?!问题|违)|过期|失效|不一致|但"),
            "dismissed",
            LISTED);

    private ContraryNotes() {}

    /**
     * Whether a note says the opposite of a decision.
     *
     * @param kind the kind of the ruling
     * @param rule the rule of the finding
     */
    static boolean contradicts(String kind, String rule, String note) {
        return words(kind, rule).filter(words -> contradicts(words, note)).isPresent();
    }

    private static Optional<Words> words(String kind, String rule) {
        return kind.equals("dismissed") && rule.equals(Ruling.Dismissed.GOODS_OR_SERVICE)
                ? Optional.of(GOODS)
                : Optional.ofNullable(OF_KINDS.get(kind));
    }

    private static boolean contradicts(Words words, String note) {
        boolean against = false;
        for (String clause : BETWEEN_CLAUSES.split(Nfkc.of(note), -1)) {
            if (says(words.inFavour, clause)) {
                return false;
            }
            against |= says(words.against, clause);
        }
        return against;
    }

    private static boolean says(Pattern words, String clause) {
        Matcher found = words.matcher(clause);
        while (found.find()) {
            if (!NEGATION.matcher(clause.substring(0, found.start())).find()) {
                return true;
            }
        }
        return false;
    }
}
