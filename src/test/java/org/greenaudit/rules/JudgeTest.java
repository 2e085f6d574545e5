package org.greenaudit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenaudit.testing.Certificates.energySaving;
import static org.greenaudit.testing.PurchaseLines.desktop;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.greenaudit.assessment.RunCounts;
import org.greenaudit.assessment.TallyKey;
import org.greenaudit.catalog.CategoryScheme;
import org.greenaudit.catalog.Duty;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.catalog.RegistryCompleteness;
import org.greenaudit.matching.Classification;
import org.greenaudit.matching.ListMatch;
import org.greenaudit.matching.ListMatch.Candidate;
import org.greenaudit.matching.ListMatch.CodeContradiction;
import org.greenaudit.matching.MatchBasis;
import org.greenaudit.matching.NotListedReason;
import org.greenaudit.matching.Question;
import org.greenaudit.message.Messages;
import org.greenaudit.message.Text;
import org.greenaudit.message.Trace;
import org.greenaudit.purchase.BuyerType;
import org.greenaudit.purchase.DataWarning;
import org.greenaudit.rules.certificate.CertificateQuestion;
import org.greenaudit.rules.certificate.CitedCertificate;
import org.greenaudit.testing.ListedItems;
import org.greenaudit.testing.PublishedLists;
import org.greenaudit.testing.PurchaseLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The order of decisions of the policy. */
class JudgeTest {

    private static final Judge NO_CERTIFICATES = CaseFacts.with().judge();

    private static Verdict verdictOf(Judge judge, PurchaseLines line) {
        return Matches.verdict(judge, line, Matches.certain(CaseFacts.DESKTOP));
    }

    @Test
    void outsideTheListThereIsNoVerdict() {
        Classification outside = new Classification(
                Optional.empty(), List.of(new ListMatch.Outside("energy-saving", NotListedReason.NOT_ON_LIST)));
        assertThat(NO_CERTIFICATES.judge(desktop().build(), outside, Trace.NONE))
                .isEmpty();
    }

    @Test
    void eachListGetsItsOwnVerdict() {
        Judge judge = CaseFacts.with(energySaving("CQC1")).judge();
        List<Verdict> verdicts = judge.judge(
                desktop().energy("CQC1").build(),
                new Classification(
                        Optional.empty(),
                        List.of(Matches.certain(CaseFacts.DESKTOP), Matches.certain(CaseFacts.ECO_DESKTOP))),
                Trace.NONE);
        assertThat(verdicts).extracting(Verdict::outcome).containsExactly(Outcome.COMPLIANT, Outcome.VIOLATION);
        assertThat(verdicts).extracting(Verdict::rule).containsExactly("", "L1");
        assertThat(verdicts.get(1).clauses()).containsExactly("caiku-2019-18", "caiku-2019-9");
    }

    @Test
    void anApprovedExemptionComesBeforeEverything() {
        Verdict verdict = verdictOf(NO_CERTIFICATES, desktop().exemption("国内无法满足需求", "示例批〔2026〕1号"));
        assertThat(verdict.outcome()).isEqualTo(Outcome.EXEMPT);
        assertThat(verdict.warnings()).isEmpty();
    }

    @Test
    void anApprovalWithoutAReasonIsAnApproval() {
        Verdict verdict = verdictOf(NO_CERTIFICATES, desktop().exemption("", "示例批〔2026〕1号"));
        assertThat(verdict.outcome()).isEqualTo(Outcome.EXEMPT);
        assertThat(verdict.warnings()).extracting(Text::key).containsExactly("warning.exemption-without-reason");
    }

    @Test
    void anExemptionWithoutApprovalIsIntegrityRuleTwo() {
        Verdict verdict = verdictOf(NO_CERTIFICATES, desktop().exemption("国内无法满足需求", ""));
        assertThat(verdict.rule()).isEqualTo("C02");
        assertThat(verdict.otherRules()).containsExactly("M1");
    }

    @Test
    void aCertificateMakesAnUnapprovedExemptionARemark() {
        Verdict verdict = verdictOf(
                CaseFacts.with(energySaving("CQC1")).judge(),
                desktop().energy("CQC1").exemption("国内无法满足需求", ""));
        assertThat(verdict.outcome()).isEqualTo(Outcome.COMPLIANT);
        assertThat(verdict.warnings()).extracting(Text::key).containsExactly("warning.exemption-not-approved");
    }

    @Test
    void aRecordedReasonSufficesForAPriorityDuty() {
        Verdict verdict = Matches.verdict(
                NO_CERTIFICATES, desktop().exemption("国内无法满足需求", ""), Matches.certain(CaseFacts.ECO_DESKTOP));
        assertThat(verdict.outcome()).isEqualTo(Outcome.EXEMPT);
    }

    @Test
    void oneCertificateOfSeveralThatPassesIsEnough() {
        Judge judge = CaseFacts.with(energySaving("CQC1").expires("2025-01-01"), energySaving("CQC2"))
                .judge();
        Verdict verdict = verdictOf(judge, desktop().energy("CQC1；CQC2"));
        assertThat(verdict.outcome()).isEqualTo(Outcome.COMPLIANT);
        assertThat(verdict.certificateNo()).isEqualTo("CQC2");
        assertThat(verdict.warnings()).extracting(Text::key).containsExactly("warning.citation.3");
        assertThat(verdict.certificates())
                .containsExactly(new CitedCertificate("CQC1", "示例认证中心", 3), new CitedCertificate("CQC2", "示例认证中心", 0));
    }

    @Test
    void theCertificateThatFailsLatestNamesTheRuleAndTheOthersAreListed() {
        Judge judge = CaseFacts.with(
                        energySaving("CQC1").expires("2025-01-01"),
                        energySaving("CQC2").models("M200").kind("液晶显示器"))
                .judge();
        Verdict verdict = verdictOf(judge, desktop().energy("CQC1,CQC2、CQC24701999999"));
        assertThat(verdict.rule()).isEqualTo("M4");
        assertThat(verdict.otherRules()).containsExactly("M2", "M3", "M5");
        assertThat(verdict.certificateNo()).isEqualTo("CQC2");
    }

    @Test
    void aCertificateThatMightPassKeepsTheQuestionOpenBesideOneThatFails() {
        Judge judge = CaseFacts.with(energySaving("CQC1").expires("2025-01-01"))
                .registry(RegistryCompleteness.PARTIAL)
                .judge();
        Verdict verdict = verdictOf(judge, desktop().energy("CQC1;CQC24701999999"));
        assertThat(verdict.question()).contains(CertificateQuestion.CERTIFICATE_NOT_IN_PARTIAL_REGISTRY);
        assertThat(verdict.certificateNo()).isEqualTo("CQC24701999999");
    }

    @Test
    void aCertificateThatFailsACheckForCertainIsNotKeptOpenByAnotherOne() {
        Judge judge = CaseFacts.with(energySaving("CQC1").expires("2025-01-01").brand("示例乙"))
                .judge();
        assertThat(verdictOf(judge, desktop().model("").energy("CQC1")).rule()).isEqualTo("M3");
    }

    @Test
    void suspectedMiscodingIsThePrimaryRule() {
        Verdict verdict = Matches.verdict(
                NO_CERTIFICATES,
                desktop().exemption("国内无法满足需求", ""),
                Matches.against(CodeContradiction.OTHER_GOODS, CaseFacts.DESKTOP));
        assertThat(verdict.rule()).isEqualTo("C01");
        assertThat(verdict.otherRules()).containsExactly("C02", "M1");
    }

    @Test
    void suspectedMiscodingOfACertifiedProductIsARemark() {
        Verdict verdict = Matches.verdict(
                CaseFacts.with(energySaving("CQC1")).judge(),
                desktop().energy("CQC1"),
                Matches.against(CodeContradiction.OTHER_GOODS, CaseFacts.DESKTOP));
        assertThat(verdict.outcome()).isEqualTo(Outcome.COMPLIANT);
        assertThat(verdict.warnings()).extracting(Text::key).containsExactly("warning.miscoded");
    }

    @Test
    void aDoubtThatLeadsToOneVerdictIsImmaterial() {
        Verdict verdict = Matches.verdict(
                NO_CERTIFICATES,
                desktop(),
                Matches.oneOf(Question.PRINTER_TECHNOLOGY, false, CaseFacts.LASER, CaseFacts.DOT_MATRIX));
        assertThat(verdict.rule()).isEqualTo("M1");
        assertThat(verdict.item()).isEqualTo(CaseFacts.LASER);
    }

    @Test
    void aDoubtBetweenMandatoryAndPriorityIsNotDecided() {
        Verdict verdict = Matches.verdict(
                NO_CERTIFICATES,
                desktop(),
                Matches.oneOf(Question.PRINTER_TECHNOLOGY, false, CaseFacts.LASER, CaseFacts.INKJET));
        assertThat(verdict.question()).contains(Question.PRINTER_TECHNOLOGY);
    }

    @Test
    void anOpenLineShowsTheStrictestDutyAndAllThatItMayBe() {
        Verdict verdict = Matches.verdict(
                NO_CERTIFICATES,
                desktop(),
                Matches.oneOf(Question.PRINTER_TECHNOLOGY, false, CaseFacts.INKJET, CaseFacts.LASER));
        assertThat(verdict.duty()).isEqualTo(Duty.MANDATORY);
        assertThat(verdict.item()).isEqualTo(CaseFacts.INKJET);
        assertThat(in(Locale.SIMPLIFIED_CHINESE, verdict.expected()))
                .isEqualTo("在名称或技术参数中写明打印方式。可能强制；可能的条目：ES2019-02-01 喷墨打印机 / ES2019-02-02 ★激光打印机");
        assertThat(in(Locale.ENGLISH, verdict.expected()))
                .isEqualTo("State the technology in the name or specification. Possibly mandatory; it may be:"
                        + " ES2019-02-01 喷墨打印机 / ES2019-02-02 ★激光打印机");
    }

    @Test
    void anEncouragedBuyersOpenLineIsNotPossiblyMandatory() {
        Verdict verdict = Matches.verdict(
                NO_CERTIFICATES,
                desktop().buyer("虚构集团", BuyerType.ENTERPRISE),
                Matches.oneOf(Question.PRINTER_TECHNOLOGY, false, CaseFacts.INKJET, CaseFacts.LASER));
        assertThat(verdict.duty()).isEqualTo(Duty.ADVISORY);
        assertThat(in(Locale.ENGLISH, verdict.expected()))
                .contains("It may be: ")
                .doesNotContain("mandatory");
    }

    @Test
    void whatIsOpenOfAMandatoryRowForSureIsNotCalledPossible() {
        Verdict verdict = Matches.verdict(
                CaseFacts.with(energySaving("CQC1")).judge(), desktop().model(""), Matches.certain(CaseFacts.DESKTOP));
        assertThat(verdict.question()).contains(CertificateQuestion.MODEL_UNKNOWN);
        assertThat(in(Locale.ENGLISH, verdict.expected())).isEqualTo("Give brand and full model (not “see annex”).");
    }

    @Test
    void anOpenLineCountsUnderTheDutyOfTheRowItCountsUnder() {
        ListMatch match = Matches.oneOf(Question.PRINTER_TECHNOLOGY, false, CaseFacts.INKJET, CaseFacts.LASER);
        RunCounts counts = new RunCounts();
        counts.add(
                desktop().build(),
                new Classification(Optional.empty(), List.of(match)),
                List.of(Matches.verdict(NO_CERTIFICATES, desktop(), match)));
        assertThat(counts.tallies().keySet()).extracting(TallyKey::duty).containsExactly(Duty.PRIORITY);
    }

    @Test
    void anUnapprovedExemptionIsMendedByItsApprovalNumber() {
        Verdict verdict = verdictOf(NO_CERTIFICATES, desktop().exemption("国内无法满足需求", ""));
        assertThat(in(Locale.SIMPLIFIED_CHINESE, verdict.expected())).isEqualTo("豁免的批准文号；或覆盖所购产品的节能产品认证证书");
        assertThat(in(Locale.ENGLISH, verdict.expected())).startsWith("the approval number of the exemption");
    }

    @Test
    void aMiscodedLineIsMendedByTheCodesOfItsItem() {
        ListedItem desktop = ListedItems.of(PublishedLists.ENERGY, "ES2019-01-01", "台式计算机")
                .code(CategoryScheme.GPC2013, "A02010104")
                .code(CategoryScheme.GPC2022, "A02010105")
                .build();
        Verdict verdict =
                Matches.verdict(NO_CERTIFICATES, desktop(), Matches.against(CodeContradiction.OTHER_GOODS, desktop));
        assertThat(in(Locale.ENGLISH, verdict.expected()))
                .startsWith("the category code of 台式计算机: A02010104 (2013) / A02010105 (2022)");
    }

    private static String in(Locale locale, Text text) {
        return Messages.in(locale).render(text);
    }

    @Test
    void whatMayBeOutsideTheListIsNotDecided() {
        Verdict verdict = Matches.verdict(
                NO_CERTIFICATES, desktop(), Matches.oneOf(Question.KIND_AMBIGUOUS, true, CaseFacts.DESKTOP));
        assertThat(verdict.question()).contains(Question.KIND_AMBIGUOUS);
    }

    @ParameterizedTest
    @EnumSource(names = {"PRODUCTION_LINE", "SEVERAL_GOODS", "STANDARD_EXCLUDES_PRODUCT", "CODE_NAME_CONFLICT"})
    void someDoubtsAlwaysBlockAViolation(Question question) {
        Verdict verdict =
                Matches.verdict(NO_CERTIFICATES, desktop(), Matches.oneOf(question, false, CaseFacts.DESKTOP));
        assertThat(verdict.question()).contains(question);
        assertThat(verdict.rule()).isEmpty();
    }

    @Test
    void aPassingCertificateDecidesWhichItemItIs() {
        Judge judge = CaseFacts.with(energySaving("CQC1").kind("喷墨打印机")).judge();
        Verdict verdict = Matches.verdict(
                judge,
                desktop().energy("CQC1"),
                Matches.oneOf(Question.PRINTER_TECHNOLOGY, false, CaseFacts.LASER, CaseFacts.INKJET));
        assertThat(verdict.outcome()).isEqualTo(Outcome.COMPLIANT);
        assertThat(verdict.item()).isEqualTo(CaseFacts.INKJET);
    }

    @Test
    void aCertificateForOneOfSeveralGoodsLeavesTheOthersOpen() {
        Judge judge = CaseFacts.with(energySaving("CQC1").kind("激光打印机")).judge();
        Verdict verdict = Matches.verdict(
                judge,
                desktop().energy("CQC1"),
                Matches.oneOf(Question.SEVERAL_GOODS, false, CaseFacts.LASER, CaseFacts.DESKTOP));
        assertThat(verdict.question()).contains(Question.SEVERAL_GOODS);
    }

    @ParameterizedTest
    @CsvSource({
        "ADMINISTRATION, MANDATORY",
        "INSTITUTION, MANDATORY",
        "ASSOCIATION, MANDATORY",
        "UNKNOWN, MANDATORY",
        "STATE_ENTERPRISE, ADVISORY",
        "ENTERPRISE, ADVISORY"
    })
    void enterprisesAreOnlyEncouragedWhereNoPlanSaysOtherwise(BuyerType buyer, Duty duty) {
        Verdict verdict = verdictOf(NO_CERTIFICATES, desktop().buyer(buyer));
        assertThat(verdict.duty()).isEqualTo(duty);
        assertThat(verdict.rule()).isEqualTo("M1");
    }

    @Test
    void thePlanThatGovernsTheRegionSaysWhoIsOnlyEncouraged() {
        Judge judge = new Judge(CaseFacts.with().catalog(), List.of(plan("3610", BuyerType.ENTERPRISE), plan("")));
        assertThat(verdictOf(judge, desktop().buyer(BuyerType.STATE_ENTERPRISE)).duty())
                .isEqualTo(Duty.MANDATORY);
        assertThat(verdictOf(judge, desktop().buyer(BuyerType.ENTERPRISE)).duty())
                .isEqualTo(Duty.ADVISORY);
        assertThat(verdictOf(judge, desktop().region("410302", "").buyer(BuyerType.ENTERPRISE))
                        .duty())
                .isEqualTo(Duty.MANDATORY);
    }

    private static CityPlan plan(String prefix, BuyerType... advisory) {
        return new CityPlan("示例市", prefix, "", "", "", "", "", List.of(), Set.of(advisory));
    }

    @Test
    void dataWarningsComeFirstThenNotesThenCertificates() {
        ListMatch.Inside match = new ListMatch.Inside(
                CaseFacts.ENERGY,
                List.of(new Candidate(CaseFacts.DESKTOP, MatchBasis.CODE)),
                false,
                List.of(),
                CodeContradiction.NONE,
                List.of(Text.of("note")));
        Verdict verdict = Matches.verdict(
                CaseFacts.with(energySaving("CQC1")).judge(),
                desktop().warning(DataWarning.CELLS_MISSING).warning(DataWarning.AMOUNT_MISMATCH),
                match);
        assertThat(verdict.warnings())
                .extracting(Text::key)
                .containsExactly("warning.amount-mismatch", "warning.cells-missing", "note", "warning.not-cited");
    }
}
