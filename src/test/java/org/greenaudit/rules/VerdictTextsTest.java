package org.greenaudit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenaudit.testing.Certificates.ecoLabel;
import static org.greenaudit.testing.Certificates.energySaving;
import static org.greenaudit.testing.PurchaseLines.desktop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.greenaudit.catalog.CertificateStatus;
import org.greenaudit.catalog.RegistryCompleteness;
import org.greenaudit.matching.Classification;
import org.greenaudit.matching.ListMatch;
import org.greenaudit.matching.ListMatch.CodeContradiction;
import org.greenaudit.message.Messages;
import org.greenaudit.message.Text;
import org.greenaudit.message.Trace;
import org.greenaudit.testing.PurchaseLines;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text that a verdict or its trace carries can be shown in both languages, and names what was compared. */
class VerdictTextsTest {

    private record Situation(String name, CaseFacts facts, PurchaseLines line, ListMatch match) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Situation of(String name, CaseFacts facts, PurchaseLines line) {
        return new Situation(name, facts, line, Matches.certain(CaseFacts.DESKTOP));
    }

    static List<Situation> situations() {
        CaseFacts old = CaseFacts.with(energySaving("CQC1")).superseded("GB 28380-2012", "GB 28380-2025", "2026-01-31");
        CaseFacts body = CaseFacts.with(energySaving("CQC1")).bodies(CaseFacts.completeDirectoryOf("示例乙"));
        CaseFacts none = CaseFacts.with();
        return List.of(
                of("compliant", CaseFacts.with(energySaving("CQC1")), desktop().energy("CQC1")),
                of("registry", CaseFacts.with(energySaving("CQC9")), desktop().energy("CQC24701999999;3C2026")),
                of(
                        "declared",
                        CaseFacts.with().registry(RegistryCompleteness.NONE),
                        desktop().energy("CQC24701999999")),
                of("approved", none, desktop().exemption("", "1号")),
                of("none", none, desktop().model("")),
                of("no column", none, desktop().withoutCertificateColumns()),
                of(
                        "unknown",
                        CaseFacts.with().registry(RegistryCompleteness.PARTIAL),
                        desktop().withoutCertificateColumns()),
                of("none loaded", CaseFacts.with().registry(RegistryCompleteness.NONE), desktop()),
                of("none in a part", CaseFacts.with().registry(RegistryCompleteness.PARTIAL), desktop()),
                of("no number", none, desktop().energy("正在办理")),
                of(
                        "no number, no registry",
                        CaseFacts.with().registry(RegistryCompleteness.NONE),
                        desktop().energy("正在办理")),
                of("2", none, desktop().energy("CQC24701999999")),
                of(
                        "2 partial",
                        CaseFacts.with().registry(RegistryCompleteness.PARTIAL),
                        desktop().energy("CQC24701999999")),
                of(
                        "3 status",
                        CaseFacts.with(energySaving("CQC1").status(CertificateStatus.SUSPENDED, "2025-01-01")),
                        desktop().energy("CQC1")),
                of(
                        "3 later",
                        CaseFacts.with(energySaving("CQC1").status(CertificateStatus.CANCELLED, "2026-05-01")),
                        desktop().energy("CQC1")),
                of(
                        "3 not issued",
                        CaseFacts.with(energySaving("CQC1").issued("2026-05-01")),
                        desktop().energy("CQC1")),
                of(
                        "3 expired",
                        CaseFacts.with(energySaving("CQC1").expires("2025-05-01")),
                        desktop().energy("CQC1")),
                of(
                        "3 incomplete",
                        CaseFacts.with(energySaving("CQC1").expires("")),
                        desktop().energy("CQC1")),
                of(
                        "4 model",
                        CaseFacts.with(energySaving("CQC1")),
                        desktop().model("X").energy("CQC1")),
                of(
                        "4 brand",
                        CaseFacts.with(energySaving("CQC1")),
                        desktop().brand("示例乙").energy("CQC1")),
                of(
                        "4 unknown",
                        CaseFacts.with(energySaving("CQC1")),
                        desktop().model("").energy("CQC1")),
                of(
                        "product unknown",
                        CaseFacts.with(energySaving("CQC1")),
                        desktop().model("")),
                of("5 category", CaseFacts.with(ecoLabel("CQC1")), desktop().energy("CQC1")),
                of(
                        "5 kind",
                        CaseFacts.with(energySaving("CQC1").kind("液晶显示器")),
                        desktop().energy("CQC1")),
                of(
                        "5 kind unknown",
                        CaseFacts.with(energySaving("CQC1").kind("")),
                        desktop().energy("CQC1")),
                of("5 scheme", none, desktop().energy("CCC2026")),
                of("6", body, desktop().energy("CQC1")),
                of(
                        "6 unknown",
                        CaseFacts.with(energySaving("CQC1").body("")).bodies(CaseFacts.completeDirectoryOf("示例乙")),
                        desktop().energy("CQC1")),
                of("7", old, desktop().energy("CQC1")),
                of("C02", none, desktop().exemption("理由", "")),
                new Situation("reason", none, desktop().exemption("理由", ""), Matches.certain(CaseFacts.ECO_DESKTOP)),
                new Situation(
                        "C01", none, desktop(), Matches.against(CodeContradiction.OTHER_GOODS, CaseFacts.DESKTOP)),
                new Situation(
                        "C03", none, desktop(), Matches.against(CodeContradiction.SERVICE_OR_WORKS, CaseFacts.DESKTOP)),
                new Situation(
                        "C03 exempt",
                        none,
                        desktop().exemption("", "1号"),
                        Matches.against(CodeContradiction.SERVICE_OR_WORKS, CaseFacts.DESKTOP)));
    }

    @ParameterizedTest
    @MethodSource("situations")
    void everyTextExistsInBothLanguages(Situation situation) {
        List<Text> notes = new ArrayList<>();
        Trace trace = new Trace() {
            @Override
            public boolean on() {
                return true;
            }

            @Override
            public void note(Text text) {
                notes.add(text);
            }
        };
        Verdict verdict = situation
                .facts()
                .judge()
                .judge(
                        situation.line().build(),
                        new Classification(Optional.empty(), List.of(situation.match())),
                        trace)
                .get(0);
        List<Text> texts = new ArrayList<>(notes);
        texts.addAll(List.of(verdict.message(), verdict.expected(), verdict.found()));
        texts.addAll(verdict.warnings());
        for (Messages messages : List.of(Messages.in(Locale.SIMPLIFIED_CHINESE), Messages.in(Locale.ENGLISH))) {
            assertThat(texts).allSatisfy(text -> assertThat(messages.render(text))
                    .isNotBlank()
                    .doesNotContain("{")
                    .doesNotContain("@"));
        }
    }

    @ParameterizedTest
    @MethodSource("situations")
    void theTraceChangesNothing(Situation situation) {
        Trace listening = new Trace() {
            @Override
            public boolean on() {
                return true;
            }

            @Override
            public void note(Text text) {
                assertThat(text.isNone()).isFalse();
            }
        };
        Classification classification = new Classification(Optional.empty(), List.of(situation.match()));
        Judge judge = situation.facts().judge();
        assertThat(judge.judge(situation.line().build(), classification, listening))
                .isEqualTo(judge.judge(situation.line().build(), classification, Trace.NONE));
    }
}
