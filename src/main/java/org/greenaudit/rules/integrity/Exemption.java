package org.greenaudit.rules.integrity;

import java.util.regex.Pattern;
import org.greenaudit.catalog.Duty;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.text.EmptyWords;
import org.greenaudit.text.FullWidth;

/** What a line claims to be exempt by (豁免), whether or not the claim holds. */
public enum Exemption {
    /** Nothing. */
    NONE,
    /** A claim that names neither: 有, 是, 待批, 见附件. It lifts nothing. */
    CLAIMED,
    /** A reason in words: enough where certified products only come first. */
    JUSTIFIED,
    /** An approval number: enough for every duty. */
    APPROVED;

    /** A number of two digits at least; 见附件, 待批 and 有 are none. */
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}{2}|[\\p{Nd}一二三四五六七八九十〇零]+\\s*号");

    /** What is said of an approval that nobody has given: 请示〔2026〕3号（未批复）. */
    private static final Pattern NOT_GIVEN =
            Pattern.compile("未(?:获|经|予)?批|未(?:获|经)?(?:通过|同意)|不予|不同意|待(?:批|审|复)|拟批|已?上报|驳回|退回|申请中|请示(?!.*批复)"
                    + "|作废|撤销|撤回|失效|[〔\\[(（【](?:19|20)[0-9]{2}[〕\\])）】]\\s*(?:第\\s*)?号");

    private static final Pattern DESTROYED = Pattern.compile("[0-9](?:\\.[0-9]+)?[Ee]\\+?[0-9]+");

    /** Words that claim an exemption, or tell how far its approval is, and not why: 已批准豁免, 申请中, 同意. */
    private static final Pattern CLAIM = Pattern.compile(
            "yes|true|ok|exempt(?:ed|ion)?|approved|pending|豁免|免除|批准|批复|未获|驳回|被|不予|不涉及|尚未|不明|如下|保密|测试|特殊|无|审批|审核|备案|报备|申请|申报|办理|流程|手续|领导|上级|财政局?|口头"
                    + "|通过|同意|认可|许可|待批|已批|报批|已|待|正在|正|中|经|完成|过|有|是|无需|不需要?|可以?|符合|条件|要求|规定|属于|其[他它]|特殊情况|原因|理由|说明|的|了|√|对勾?");

    private static final int FEWEST_LETTERS = 2;

    /** The claim of a line. */
    public static Exemption of(PurchaseLine line) {
        if (isApprovalNo(line.approvalNo())) {
            return APPROVED;
        }
        if (saysWhy(line.exemptionReason())) {
            return JUSTIFIED;
        }
        return line.exemptionReason().isBlank() && line.approvalNo().isBlank() ? NONE : CLAIMED;
    }

    /** What a line claims: its reason, or else what stands in the place of the approval number. */
    public static String claim(PurchaseLine line) {
        return line.exemptionReason().isBlank() ? line.approvalNo() : line.exemptionReason();
    }

    /** Whether a text can be the number of an approval. */
    public static boolean isApprovalNo(String text) {
        return NUMBER.matcher(text).find()
                && !DESTROYED.matcher(text).matches()
                && !NOT_GIVEN.matcher(text).find();
    }

    /** Whether a text tells why, and not only that: 配件 does, 无, 同意 and 理由 do not. */
    public static boolean saysWhy(String reason) {
        if (reason.isBlank() || EmptyWords.isPlaceholder(reason)) {
            return false;
        }
        String left = CLAIM.matcher(FullWidth.compact(reason)).replaceAll("");
        return left.codePoints().filter(Character::isLetter).count() >= FEWEST_LETTERS;
    }

    /** Whether something is claimed, but no approval number stands for it. */
    boolean lacksApproval() {
        return this == CLAIMED || this == JUSTIFIED;
    }

    /** Whether it lifts a duty. */
    public boolean lifts(Duty duty) {
        return this == APPROVED || (this == JUSTIFIED && duty != Duty.MANDATORY);
    }
}
