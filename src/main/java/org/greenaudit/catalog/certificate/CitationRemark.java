package org.greenaudit.catalog.certificate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a feed says beside a certificate's number of whether it is in force: CQC24701000001（已过期）, 有效期至2025-12-31.
 *
 * @param number the number that it stands beside
 * @param text the text as written
 * @param lastDay the last day in force, where the text tells one
 */
public record CitationRemark(String number, String text, Optional<LocalDate> lastDay) {

    private static final String ENDED = "到期|届满|过期|逾期|expired";

    /** There is none yet, none of this product, or none at all. */
    private static final String NONE = "受理|申请中|办理中|正在(?:办理|申请)|拟(?:申请|办理)|查(?:询)?不到|查无|伪造|假证|非本产品|不是本产品|未取得|未获证";

    private static final String WITHDRAWN =
            "失效|注销|撤销|撤消|吊销|暂停|中止|终止|停用|作废|无效|suspended|cancell?ed|withdrawn|revoked|terminated";

    /** It is or was not in force; but 未过期 and the label 到期日期 do not say so. */
    private static final Pattern NOT_IN_FORCE = Pattern.compile(
            "(?<!未|没有|未曾|不|非|无)(?:(" + ENDED + "|" + NONE + ")(?!日|时间)|(" + WITHDRAWN + ")(?!日|时间))",
            Pattern.CASE_INSENSITIVE);

    /** Labels of the last day. */
    private static final Pattern UNTIL = Pattern.compile("有效期|有效至|有效到|截止|到期|失效日|valid|expir", Pattern.CASE_INSENSITIVE);

    /** From a day to another: 2020-01-01至2023-12-31. */
    private static final Pattern SPAN =
            Pattern.compile("[0-9]{1,2}日?\\s*(?:至|到|~|—|–)+\\s*(?:19|20)[0-9]{2}[-./年][0-9]{1,2}");

    private static final Pattern NUMBERS = Pattern.compile("[A-Za-z]++[A-Za-z0-9-]*");

    /** A longer text is no remark. */
    private static final int LONGEST = 500;

    /** The remark in a text, in NFKC, beside numbers: one for each. */
    static List<CitationRemark> of(List<String> numbers, String text) {
        return numbers.isEmpty() || text.length() > LONGEST
                ? List.of()
                : of(text).stream()
                        .flatMap(remark ->
                                numbers.stream().map(number -> new CitationRemark(number, text, remark.lastDay())))
                        .toList();
    }

    private static Optional<CitationRemark> of(String text) {
        Matcher word = NOT_IN_FORCE.matcher(text);
        boolean ended = word.find();
        if (!ended && !UNTIL.matcher(text).find() && !SPAN.matcher(text).find()) {
            return Optional.empty();
        }
        List<LocalDate> days = RegistryDays.all(NUMBERS.matcher(text).replaceAll(" "));
        Optional<LocalDate> day = days.stream().reduce((one, later) -> later);
        boolean since = ended && word.group(2) != null;
        return ended || day.isPresent()
                ? Optional.of(new CitationRemark("", text, since ? day.map(first -> first.minusDays(1)) : day))
                : Optional.empty();
    }

    /** Whether it leaves open, or denies, that the certificate was in force on a day. */
    public boolean doubts(LocalDate day) {
        return lastDay.filter(last -> !day.isAfter(last)).isEmpty();
    }
}
