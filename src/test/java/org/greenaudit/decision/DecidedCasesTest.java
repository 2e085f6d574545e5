package org.greenaudit.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.RegistryCompleteness;
import org.greenaudit.catalog.certificate.RegistryFixtures;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.matching.Classifier;
import org.greenaudit.matching.SchemeDefault;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.rules.DecisionUse;
import org.greenaudit.rules.Judge;
import org.greenaudit.rules.LineEvaluator;
import org.greenaudit.rules.Verdict;
import org.greenaudit.testing.Catalogs;
import org.greenaudit.testing.PurchaseLines;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of {@code cases/decisions/decisions.csv}: what each kind of decision does to a purchase. */
class DecidedCasesTest {

    private static final Path CASES = Path.of("src/test/resources/cases/decisions/decisions.csv");
    private static final String LIST = "energy-saving";
    private static final LocalDate AUDIT = LocalDate.of(2026, 6, 30);
    private static final CatalogSnapshot SHIPPED =
            CatalogLoader.load(List.of(Path.of("catalogs")), FeedColumn.headers(), warning -> {});

    static List<CSVRecord> cases() throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = Files.newBufferedReader(CASES)) {
            return format.parse(reader).getRecords();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theVerdictIsTheOneThatTheDecisionAsksFor(CSVRecord one) {
        String cited = one.get("cited");
        PurchaseLine made = PurchaseLines.desktop().energy(cited).build();
        PurchaseLine now = changed(PurchaseLines.desktop().energy(cited), one.get("changed"));
        List<Decision> decisions = one.get("ruling").isEmpty() ? List.of() : List.of(decision(one, made));

        LineEvaluator.Judgement judgement =
                evaluator(one.get("registry"), decisions).evaluate(now);

        assertThat(judgement.verdicts().stream()
                        .filter(verdict -> verdict.item().listId().equals(LIST))
                        .map(DecidedCasesTest::told)
                        .findFirst()
                        .orElse("outside"))
                .as(one.toString())
                .isEqualTo(one.get("expected"));
        assertThat(judgement.decisions())
                .as(one.toString())
                .extracting(DecisionUse::state)
                .map(DecisionUse.State::id)
                .isEqualTo(one.get("state").isEmpty() ? List.of() : List.of(one.get("state")));
    }

    private static LineEvaluator evaluator(String registry, List<Decision> decisions) {
        RegistryCompleteness completeness = RegistryCompleteness.valueOf(registry.toUpperCase(Locale.ROOT));
        Map<String, RegistryCompleteness> ofList = new HashMap<>();
        SHIPPED.listIds().forEach(list -> ofList.put(list, completeness));
        CatalogSnapshot catalog = Catalogs.like(SHIPPED)
                .certificates(RegistryFixtures.registry(List.of(), ofList, SHIPPED.brands()))
                .build();
        return new DecidedEvaluator(
                catalog,
                new Classifier(catalog, SchemeDefault.STANDARD),
                new Judge(catalog, List.of()),
                new Decisions(decisions, catalog.brands()),
                AUDIT);
    }

    private static PurchaseLine changed(PurchaseLines line, String column) {
        return switch (column) {
            case "" -> line.build();
            case "brand" -> line.brand("示例乙").build();
            case "model" -> line.model("M200").build();
            case "spec" -> line.spec("i7").build();
            case "amount" -> line.amountFen(600_000).build();
            default -> throw new IllegalArgumentException(column);
        };
    }

    private static Decision decision(CSVRecord one, PurchaseLine line) {
        String given = one.get("given");
        Ruling ruling =
                switch (one.get("ruling")) {
                    case "item" -> new Ruling.Item(given);
                    case "not-listed" -> new Ruling.NotListed();
                    case "dismissed" -> new Ruling.Dismissed();
                    case "confirmed" -> new Ruling.Confirmed();
                    case "exemption" -> new Ruling.Exemption(given);
                    case "certificate" -> new Ruling.Certificate(given, Optional.empty(), Optional.empty());
                    default -> throw new IllegalArgumentException(one.get("ruling"));
                };
        return new Decision(
                1,
                new Decision.Finding(
                        line.recordId(),
                        LIST,
                        line.brand(),
                        line.model(),
                        LineFacts.of(line).fingerprints()),
                one.get("scope").equals("product"),
                ruling,
                "甲",
                AUDIT.minusDays(9),
                "理由充分",
                Optional.of(one.get("until")).filter(day -> !day.isEmpty()).map(LocalDate::parse),
                Optional.empty());
    }

    private static String told(Verdict verdict) {
        String why =
                switch (verdict.outcome()) {
                    case VIOLATION -> verdict.rule();
                    case UNDETERMINED -> verdict.question().orElseThrow().id();
                    case COMPLIANT -> verdict.evidence().id();
                    case EXEMPT -> "-";
                };
        return String.join(" ", verdict.outcome().id(), why, verdict.item().entryId());
    }
}
