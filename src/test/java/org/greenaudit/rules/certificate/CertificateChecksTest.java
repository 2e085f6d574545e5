package org.greenaudit.rules.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenaudit.testing.Certificates.ecoLabel;
import static org.greenaudit.testing.Certificates.energySaving;
import static org.greenaudit.testing.PurchaseLines.desktop;

import java.util.List;
import org.greenaudit.catalog.CertificateStatus;
import org.greenaudit.catalog.RegistryCompleteness;
import org.greenaudit.catalog.certificate.CertificateNumbers;
import org.greenaudit.purchase.DataWarning;
import org.greenaudit.rules.CaseFacts;
import org.greenaudit.rules.Matches;
import org.greenaudit.rules.Outcome;
import org.greenaudit.rules.Verdict;
import org.greenaudit.testing.PurchaseLines;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each check at its boundaries, through the judge: a desktop computer 示例甲 M100 bought on 2026-03-01. */
class CertificateChecksTest {

    private static Verdict cited(CaseFacts facts) {
        return judged(facts, desktop().energy("CQC1"));
    }

    private static Verdict judged(CaseFacts facts, PurchaseLines line) {
        return Matches.verdict(facts.judge(), line, Matches.certain(CaseFacts.DESKTOP));
    }

    private static void compliant(Verdict verdict) {
        assertThat(verdict.outcome()).isEqualTo(Outcome.COMPLIANT);
        assertThat(verdict.rule()).isEmpty();
    }

    private static void violates(Verdict verdict, String rule) {
        assertThat(verdict.outcome()).isEqualTo(Outcome.VIOLATION);
        assertThat(verdict.rule()).isEqualTo(rule);
    }

    private static void asks(Verdict verdict, CertificateQuestion question) {
        assertThat(verdict.outcome()).isEqualTo(Outcome.UNDETERMINED);
        assertThat(verdict.question()).contains(question);
        assertThat(verdict.rule()).isEmpty();
    }

    @Nested
    class NoCertificate {

        @ParameterizedTest
        @EnumSource(RegistryCompleteness.class)
        void anEmptyCellMeansThatNoneIsCitedWhateverTheRegistry(RegistryCompleteness completeness) {
            Verdict verdict = judged(CaseFacts.with().registry(completeness), desktop());
            violates(verdict, "M1");
            String state = completeness.name().toLowerCase(java.util.Locale.ROOT);
            assertThat(verdict.found().args()).contains("@check.1.found.registry." + state);
        }

        @ParameterizedTest
        @ValueSource(strings = {"无", "/", "暂无证书", "N/A", "（无）", "未提供"})
        void aWordInsteadOfANumberIsShownAsItStands(String word) {
            Verdict verdict = judged(CaseFacts.with(), desktop().energy(word));
            violates(verdict, "M1");
            assertThat(verdict.found().key()).isEqualTo("check.1.found.word");
            assertThat(verdict.found().args()).endsWith(word);
        }

        @Test
        void aFeedWithoutTheColumnAndACompleteRegistryIsDefectOne() {
            violates(judged(CaseFacts.with(), desktop().withoutCertificateColumns()), "M1");
        }

        @ParameterizedTest
        @EnumSource(names = {"PARTIAL", "NONE"})
        void aFeedWithoutTheColumnAndNoCompleteRegistrySaysNothing(RegistryCompleteness completeness) {
            asks(
                    judged(CaseFacts.with().registry(completeness), desktop().withoutCertificateColumns()),
                    CertificateQuestion.CERTIFICATE_UNKNOWN);
        }

        @Test
        void theRegistryIsAskedThoughNothingIsCited() {
            Verdict verdict = judged(CaseFacts.with(energySaving("CQC1")), desktop());
            compliant(verdict);
            assertThat(verdict.evidence()).isEqualTo(Evidence.REGISTRY);
            assertThat(verdict.certificateNo()).isEqualTo("CQC1");
            assertThat(verdict.warnings()).extracting(t -> t.key()).containsExactly("warning.not-cited");
        }

        @Test
        void anExpiredCertificateOfTheRegistryIsNoneAndIsNamed() {
            Verdict verdict = judged(CaseFacts.with(energySaving("CQC1").expires("2026-02-28")), desktop());
            violates(verdict, "M1");
            assertThat(verdict.found().args()).contains("CQC1", "2026-02-28");
            assertThat(verdict.certificates()).isEmpty();
        }

        @Test
        void aCertificateInForceThatFailsAnotherCheckNamesThatDefect() {
            violates(
                    judged(
                            CaseFacts.with(energySaving("CQC1"))
                                    .superseded("GB 28380-2012", "GB 28380-2025", "2026-01-31"),
                            desktop()),
                    "M7");
        }

        @Test
        void aMissingModelIsNoViolationWhereACertificateMightCoverIt() {
            asks(judged(CaseFacts.with(energySaving("CQC1")), desktop().model("")), CertificateQuestion.MODEL_UNKNOWN);
        }

        @ParameterizedTest
        @ValueSource(strings = {"打印机", "激光打印机"})
        void aMissingModelIsNoViolationWhereACertificateForAWiderKindMightCoverIt(String kind) {
            Verdict verdict = Matches.verdict(
                    CaseFacts.with(energySaving("CQC1").kind(kind)).judge(),
                    desktop().item("激光打印机").model(""),
                    Matches.certain(CaseFacts.LASER));
            asks(verdict, CertificateQuestion.MODEL_UNKNOWN);
        }

        @Test
        void aMissingModelIsNoViolationWhereACertificateForANarrowerKindMightCoverIt() {
            asks(
                    judged(
                            CaseFacts.with(energySaving("CQC1").kind("一体式台式计算机")),
                            desktop().model("")),
                    CertificateQuestion.MODEL_UNKNOWN);
        }

        @Test
        void aMissingModelIsDefectOneWhereNoCertificateMightCoverIt() {
            violates(
                    judged(
                            CaseFacts.with(energySaving("CQC1").kind("激光打印机")),
                            desktop().model("")),
                    "M1");
            violates(
                    judged(
                            CaseFacts.with(energySaving("CQC1").brand("示例乙")),
                            desktop().model("")),
                    "M1");
        }

        @Test
        void aMissingBrandIsNoViolationWhereACertificateMightCoverTheProduct() {
            asks(judged(CaseFacts.with(energySaving("CQC1")), desktop().brand("")), CertificateQuestion.MODEL_UNKNOWN);
        }

        @Test
        void theBrandIsReadFromTheItemName() {
            Verdict verdict = judged(
                    CaseFacts.with(energySaving("CQC1")), desktop().brand("").item("示例甲台式计算机"));
            compliant(verdict);
            assertThat(verdict.warnings())
                    .extracting(t -> t.key())
                    .containsExactly("warning.brand-from-name", "warning.not-cited");
        }

        @ParameterizedTest
        @CsvSource({
            "2.4701E+13,warning.citation.destroyed",
            "2.47E13,warning.citation.destroyed",
            "#REF!,warning.citation.destroyed",
            "########,warning.citation.destroyed",
            "2.4701E+13；CQC24709999999,warning.citation.destroyed warning.citation.2",
            "'',warning.not-cited"
        })
        void aDestroyedNumberIsRemarkedWhereTheRegistryCoversTheProduct(String cell, String warnings) {
            Verdict verdict =
                    judged(CaseFacts.with(energySaving("CQC1")), desktop().energy(cell));
            compliant(verdict);
            assertThat(verdict.warnings()).extracting(t -> t.key()).containsExactly(warnings.split(" "));
        }

        @Test
        void whatTheNameTellsIsNotSaidToBeMissing() {
            Verdict verdict = judged(
                    CaseFacts.with(energySaving("CQC1")),
                    desktop()
                            .brand("")
                            .model("")
                            .item("示例甲台式计算机 M100")
                            .warning(DataWarning.BRAND_MISSING)
                            .warning(DataWarning.MODEL_MISSING)
                            .warning(DataWarning.CODE_GLUED));
            assertThat(verdict.warnings())
                    .extracting(t -> t.key())
                    .contains("warning.brand-from-name", "warning.model-from-name", "warning.code-glued")
                    .doesNotContain("warning.brand-missing", "warning.model-missing");
        }

        @Test
        void theBrandIsReadFromTheModel() {
            compliant(judged(
                    CaseFacts.with(energySaving("CQC1")),
                    desktop().brand("").model("ExampleA M100").energy("CQC1")));
        }
    }

    @Nested
    class UnknownCertificate {

        @Test
        void aNumberThatACompleteRegistryLacksIsDefectTwo() {
            Verdict verdict = judged(CaseFacts.with(), desktop().energy("CQC24701999999"));
            violates(verdict, "M2");
            assertThat(verdict.certificates()).containsExactly(new CitedCertificate("CQC24701999999", "", 2));
        }

        @Test
        void aPartialRegistryLeavesTheQuestionOpen() {
            asks(
                    judged(
                            CaseFacts.with().registry(RegistryCompleteness.PARTIAL),
                            desktop().energy("CQC24701999999")),
                    CertificateQuestion.CERTIFICATE_NOT_IN_PARTIAL_REGISTRY);
        }

        @Test
        void withoutARegistryTheNumberIsDeclared() {
            Verdict verdict = judged(
                    CaseFacts.with().registry(RegistryCompleteness.NONE),
                    desktop().energy("CQC24701999999"));
            compliant(verdict);
            assertThat(verdict.evidence()).isEqualTo(Evidence.DECLARED);
        }

        @Test
        void withoutARegistryAWordDeclaresNoCertificate() {
            for (String word : List.of("正在办理", "有", "符合", "123", "00000", "￥5000")) {
                Verdict verdict = judged(
                        CaseFacts.with().registry(RegistryCompleteness.NONE),
                        desktop().energy(word));
                assertThat(verdict.outcome()).isEqualTo(Outcome.UNDETERMINED);
                assertThat(verdict.question()).contains(CertificateQuestion.CITATION_IS_NO_NUMBER);
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "CQC21701304444",
                    "CEC2022ELP00000000",
                    "CQC 2170-1304-444",
                    "（CQC）21701304444",
                    "ＣＱＣ２１７０１３０４４４４",
                    "证书编号：CQC21701304444",
                    "21701304444",
                    "CQC9999"
                })
        void theFormsOfRealNumbersArePossible(String number) {
            assertThat(CertificateNumbers.possible(number)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "正在办理",
                    "详见附件1",
                    "有",
                    "00000",
                    "000000000",
                    "CQC0000",
                    "99999999",
                    "￥5000",
                    "$120000",
                    "125000元",
                    "12345",
                    "ABCDEFGH",
                    "见2026"
                })
        void whatCanBeNoNumberIsNone(String text) {
            assertThat(CertificateNumbers.possible(text)).isFalse();
        }

        @Test
        void aWordIsNoUnknownNumberOfACompleteRegistry() {
            Verdict verdict = judged(CaseFacts.with(), desktop().energy("正在办理"));
            violates(verdict, "M1");
            assertThat(verdict.otherRules()).isEmpty();
            assertThat(verdict.certificates()).isEmpty();
            assertThat(verdict.found().args()).contains("正在办理");
        }

        @Test
        void theRegistryCuresAnUnknownCitationAndTheDefectTravelsAsAWarning() {
            Verdict verdict =
                    judged(CaseFacts.with(energySaving("CQC9")), desktop().energy("CQC24701999999"));
            compliant(verdict);
            assertThat(verdict.evidence()).isEqualTo(Evidence.REGISTRY);
            assertThat(verdict.warnings()).extracting(t -> t.key()).containsExactly("warning.citation.2");
        }

        @Test
        void caseBlanksAndDashesOfANumberDoNotMatter() {
            compliant(judged(CaseFacts.with(energySaving("CQC-1")), desktop().energy("cqc 1")));
        }
    }

    @Nested
    class NotInForce {

        @Test
        void certificateExpiringOnTheContractDateStillCounts() {
            compliant(cited(CaseFacts.with(energySaving("CQC1").expires("2026-03-01"))));
        }

        @Test
        void certificateExpiredTheDayBeforeDoesNot() {
            Verdict verdict = cited(CaseFacts.with(energySaving("CQC1").expires("2026-02-28")));
            violates(verdict, "M3");
            assertThat(verdict.found().args()).containsExactly("CQC1", "2026-02-28", "2026-03-01");
        }

        @Test
        void certificateIssuedOnTheContractDateCounts() {
            compliant(cited(CaseFacts.with(energySaving("CQC1").issued("2026-03-01"))));
        }

        @Test
        void certificateIssuedTheDayAfterDoesNot() {
            violates(cited(CaseFacts.with(energySaving("CQC1").issued("2026-03-02"))), "M3");
        }

        @ParameterizedTest
        @EnumSource(
                names = {"VALID"},
                mode = EnumSource.Mode.EXCLUDE)
        void aStatusOfTheContractDateCounts(CertificateStatus status) {
            violates(cited(CaseFacts.with(energySaving("CQC1").status(status, "2026-03-01"))), "M3");
        }

        @ParameterizedTest
        @EnumSource(
                names = {"VALID"},
                mode = EnumSource.Mode.EXCLUDE)
        void aStatusOfTheDayAfterIsOnlyRemarked(CertificateStatus status) {
            Verdict verdict = cited(CaseFacts.with(energySaving("CQC1").status(status, "2026-03-02")));
            compliant(verdict);
            assertThat(verdict.warnings()).extracting(t -> t.key()).containsExactly("warning.status-later");
        }

        @Test
        void aStatusWithoutADateLeavesTheQuestionOpen() {
            asks(
                    cited(CaseFacts.with(energySaving("CQC1").status(CertificateStatus.REVOKED, ""))),
                    CertificateQuestion.CERTIFICATE_DATA_INCOMPLETE);
        }

        @Test
        void aMissingIssueOrExpiryDateLeavesTheQuestionOpen() {
            asks(
                    cited(CaseFacts.with(energySaving("CQC1").issued(""))),
                    CertificateQuestion.CERTIFICATE_DATA_INCOMPLETE);
            asks(
                    cited(CaseFacts.with(energySaving("CQC1").expires(""))),
                    CertificateQuestion.CERTIFICATE_DATA_INCOMPLETE);
        }

        @Test
        void aMissingIssueDateDoesNotHideThatItExpired() {
            violates(cited(CaseFacts.with(energySaving("CQC1").issued("").expires("2025-01-01"))), "M3");
        }
    }

    @Nested
    class ModelNotCovered {

        @Test
        void theTextNamesTheCategoryThatTheCertificateHas() {
            Verdict verdict = judged(
                    CaseFacts.with(ecoLabel("CEC1")), desktop().model("X1").energy("CEC1"));
            violates(verdict, "M4");
            assertThat(verdict.message().args()).contains("@list.products.eco-label");
            Verdict other = judged(
                    CaseFacts.with(energySaving("CQC1")), desktop().model("X1").energy("CQC1"));
            assertThat(other.message().args()).contains("@list.products.energy-saving");
        }

        @Test
        void anAddedSuffixIsNotCovered() {
            violates(
                    judged(
                            CaseFacts.with(energySaving("CQC1")),
                            desktop().model("M100-A").energy("CQC1")),
                    "M4");
        }

        @Test
        void blanksDashesCaseAndWidthDoNotMatter() {
            compliant(judged(
                    CaseFacts.with(energySaving("CQC1")),
                    desktop().model("ｍ－1 00").energy("CQC1")));
        }

        @Test
        void anotherBrandIsNotCoveredThoughTheModelAgrees() {
            violates(
                    judged(
                            CaseFacts.with(energySaving("CQC1")),
                            desktop().brand("示例乙").energy("CQC1")),
                    "M4");
        }

        @Test
        void anotherNameOfTheBrandIsTheSameBrand() {
            compliant(judged(
                    CaseFacts.with(energySaving("CQC1")),
                    desktop().brand("ExampleA").energy("CQC1")));
        }

        @Test
        void aCertificateMayNameSeveralBrands() {
            compliant(judged(
                    CaseFacts.with(energySaving("CQC1").brand("示例甲/示例乙")),
                    desktop().brand("示例乙").energy("CQC1")));
            violates(
                    judged(
                            CaseFacts.with(energySaving("CQC1").brand("示例甲/示例乙")),
                            desktop().brand("示例丙").energy("CQC1")),
                    "M4");
        }

        @Test
        void aBrandAtTheStartOfTheCertificatesModelIsNoPartOfIt() {
            compliant(cited(CaseFacts.with(energySaving("CQC1").models("示例甲 M100"))));
        }

        @Test
        void aCertificateWithoutBrandComparesModelsOnly() {
            compliant(cited(CaseFacts.with(energySaving("CQC1").brand(""))));
        }

        @Test
        void aLineWithoutBrandIsCoveredByItsModelWithAWarning() {
            Verdict verdict = judged(
                    CaseFacts.with(energySaving("CQC1")), desktop().brand("").energy("CQC1"));
            compliant(verdict);
            assertThat(verdict.warnings()).extracting(t -> t.key()).containsExactly("warning.brand-not-compared");
        }

        @Test
        void aMissingModelLeavesTheQuestionOpen() {
            asks(
                    judged(
                            CaseFacts.with(energySaving("CQC1")),
                            desktop().model("").energy("CQC1")),
                    CertificateQuestion.MODEL_UNKNOWN);
        }

        @Test
        void aBrandAtTheStartOfTheModelIsNoPartOfIt() {
            compliant(judged(
                    CaseFacts.with(energySaving("CQC1")),
                    desktop().model("示例甲 M100").energy("CQC1")));
        }
    }

    @Nested
    class WrongKind {

        @Test
        void anEcoLabelCertificateDoesNotServeAnEnergyDuty() {
            violates(cited(CaseFacts.with(ecoLabel("CQC1"))), "M5");
        }

        @Test
        void anEnergyCertificateDoesNotServeTheEcoLabel() {
            Verdict verdict = Matches.verdict(
                    CaseFacts.with(energySaving("CEC1")).judge(),
                    desktop().eco("CEC1"),
                    Matches.certain(CaseFacts.ECO_DESKTOP));
            violates(verdict, "L5");
        }

        @Test
        void aCertificateForAnotherProductClassIsWrong() {
            violates(cited(CaseFacts.with(energySaving("CQC1").kind("液晶显示器"))), "M5");
        }

        @ParameterizedTest
        @ValueSource(strings = {"台式计算机", "一体式台式计算机"})
        void theKindOrASubKindIsRight(String kind) {
            compliant(cited(CaseFacts.with(energySaving("CQC1").kind(kind))));
        }

        @Test
        void aWiderKindIsRight() {
            Verdict verdict = Matches.verdict(
                    CaseFacts.with(energySaving("CQC1").kind("打印机")).judge(),
                    desktop().item("激光打印机").energy("CQC1"),
                    Matches.certain(CaseFacts.LASER));
            compliant(verdict);
        }

        @Test
        void anUnknownKindIsOnlyRemarked() {
            Verdict verdict = cited(CaseFacts.with(energySaving("CQC1").kind("")));
            compliant(verdict);
            assertThat(verdict.warnings()).extracting(t -> t.key()).containsExactly("warning.kind-unknown");
        }

        @ParameterizedTest
        @EnumSource(RegistryCompleteness.class)
        void aCccNumberIsNoSubstituteWhateverTheRegistry(RegistryCompleteness completeness) {
            violates(judged(CaseFacts.with().registry(completeness), desktop().energy("ＣＣＣ2024010902000001")), "M5");
        }

        @Test
        void anIsoNumberIsNoSubstitute() {
            violates(judged(CaseFacts.with(), desktop().energy("iso14001-2024")), "M5");
        }
    }

    @Nested
    class BodyNotDesignated {

        @Test
        void aBodyOutsideACompleteDirectoryIsDefectSix() {
            Verdict verdict = cited(
                    CaseFacts.with(energySaving("CQC1").body("示例甲公司")).bodies(CaseFacts.completeDirectoryOf("示例认证中心")));
            violates(verdict, "M6");
            assertThat(verdict.clauses())
                    .containsExactly("samr-2019-16", "caiku-2019-19", "caiku-2019-9", "guobanfa-2007-51");
        }

        @Test
        void aBodyInTheDirectoryPasses() {
            compliant(cited(CaseFacts.with(energySaving("CQC1")).bodies(CaseFacts.completeDirectoryOf("示例认证中心"))));
        }

        @Test
        void aDirectoryThatIsNotCompleteSaysNothing() {
            compliant(cited(CaseFacts.with(energySaving("CQC1").body("示例甲公司"))));
        }

        @Test
        void aMissingBodyIsAQuestionAndNoDefect() {
            asks(
                    cited(CaseFacts.with(energySaving("CQC1").body(""))
                            .bodies(CaseFacts.completeDirectoryOf("示例认证中心"))),
                    CertificateQuestion.CERTIFICATE_DATA_INCOMPLETE);
        }
    }

    @Nested
    class StandardSuperseded {

        private Verdict certifiedTo(String standard, String usableUntil) {
            return cited(CaseFacts.with(energySaving("CQC1").standard(standard))
                    .superseded("GB 28380-2012", "GB 28380-2025", usableUntil));
        }

        @Test
        void theLastDayOfTheTransitionStillCounts() {
            compliant(certifiedTo("GB 28380-2012", "2026-03-01"));
        }

        @Test
        void theDayAfterTheTransitionDoesNot() {
            violates(certifiedTo("GB 28380-2012", "2026-02-28"), "M7");
        }

        @ParameterizedTest
        @CsvSource({
            "GB 28380-2025, true",
            "GB 28380, true",
            "GB28380—2012, false",
            "GB 28380-2012 微型计算机能效限定值及能效等级, false",
            "GB 28380-2012；GB 28380-2025, true",
            "GB 28380-2012；CQC 3114-2015, false",
            "'', true"
        })
        void theStandardsOfACertificateAreReadAsTheyAreWritten(String standard, boolean passes) {
            Verdict verdict = certifiedTo(standard, "2026-02-28");
            assertThat(verdict.outcome()).isEqualTo(passes ? Outcome.COMPLIANT : Outcome.VIOLATION);
        }
    }
}
