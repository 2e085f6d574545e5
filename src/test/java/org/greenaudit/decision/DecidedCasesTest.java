package org.greenaudit.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.RegistryCompleteness;
import org.greenaudit.catalog.certificate.RegistryFixtures;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.matching.Classifier;
import org.greenaudit.matching.SchemeDefault;
import org.greenaudit.purchase.BuyerType;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.rules.Judge;
import org.greenaudit.rules.LineEvaluator;
import org.greenaudit.rules.Verdict;
import org.greenaudit.testing.Catalogs;
import org.greenaudit.testing.Certificates;
import org.greenaudit.testing.PurchaseLines;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of {@code cases/decisions}: what each kind of decision does to a purchase, and what each fact does. */
class DecidedCasesTest {

    private static final Path CASES = Path.of("src/test/resources/cases/decisions");
    private static final String LIST = "energy-saving";
    private static final LocalDate AUDIT = LocalDate.of(2026, 6, 30);
    private static final CatalogSnapshot SHIPPED =
            CatalogLoader.load(List.of(Path.of("catalogs")), FeedColumn.headers(), warning -> {});
    private static final Classifier CLASSIFIER = new Classifier(SHIPPED, SchemeDefault.STANDARD);

    static List<CSVRecord> decisions() throws IOException {
        return cases("decisions.csv");
    }

    static List<CSVRecord> facts() throws IOException {
        return cases("facts.csv");
    }

    private static List<CSVRecord> cases(String file) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = Files.newBufferedReader(CASES.resolve(file))) {
            return format.parse(reader).getRecords();
        }
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void theVerdictIsTheOneThatTheDecisionAsksFor(CSVRecord one) {
        String cited = one.get("cited");
        PurchaseLine made = desktop(one.get("category_code")).energy(cited).build();
        PurchaseLine now = changed(desktop(one.get("category_code")).energy(cited), one.get("changed"));
        List<Decision> decisions = one.get("ruling").isEmpty() ? List.of() : List.of(decision(one, made));

        assertStands(one, evaluator(one.get("registry"), List.of(), decisions).evaluate(now));
    }

    /** A desktop under its own code, or under one of other goods in the catalogue of 2022. */
    private static PurchaseLines desktop(String otherCode) {
        return otherCode.isEmpty()
                ? PurchaseLines.desktop()
                : PurchaseLines.desktop().code(otherCode).scheme("2022");
    }

    @ParameterizedTest
    @MethodSource("facts")
    void aFactIsJudgedAsIfTheRowHadToldIt(CSVRecord one) {
        PurchaseLine made = purchase(one).build();
        PurchaseLine now = changed(purchase(one), one.get("changed"));
        List<Certificate> held = Stream.of(one.get("held"))
                .filter(models -> !models.isEmpty())
                .map(models -> Certificates.energySaving("CQC24701000001")
                        .models(models)
                        .build())
                .toList();
        List<Decision> told = new ArrayList<>();
        for (String fact : one.get("facts").split("；")) {
            String[] kindAndValue = fact.split("：");
            told.add(decision(
                    one, made, new Ruling.Fact(FactKind.named(kindAndValue[0]).orElseThrow(), kindAndValue[1])));
        }

        assertThat(energy(evaluator(one.get("registry"), held, List.of()).evaluate(now)))
                .as("without the fact: %s", one)
                .isEqualTo(one.get("without"));
        assertStands(one, evaluator(one.get("registry"), held, told).evaluate(now));
    }

    private static PurchaseLines purchase(CSVRecord one) {
        return PurchaseLines.of(one.get("item_name"))
                .on(one.get("contract_date"))
                .buyer(BuyerType.ADMINISTRATION)
                .region("361002", "")
                .code(one.get("category_code"))
                .scheme(one.get("category_scheme"))
                .brand(one.get("brand"))
                .model(one.get("model"))
                .spec(one.get("spec"))
                .energy(one.get("cited"));
    }

    private static void assertStands(CSVRecord one, LineEvaluator.Judgement judgement) {
        assertThat(energy(judgement)).as(one.toString()).isEqualTo(one.get("expected"));
        assertThat(judgement.decisions().stream()
                        .filter(use -> use.listId().equals(LIST))
                        .map(use -> use.state().id())
                        .distinct()
                        .toList())
                .as(one.toString())
                .isEqualTo(one.get("state").isEmpty() ? List.of() : List.of(one.get("state")));
    }

    private static String energy(LineEvaluator.Judgement judgement) {
        return judgement.verdicts().stream()
                .filter(verdict -> verdict.item().listId().equals(LIST))
                .map(DecidedCasesTest::told)
                .findFirst()
                .orElse("outside");
    }

    private static LineEvaluator evaluator(String registry, List<Certificate> held, List<Decision> decisions) {
        RegistryCompleteness completeness = RegistryCompleteness.valueOf(registry.toUpperCase(Locale.ROOT));
        Map<String, RegistryCompleteness> ofList = new HashMap<>();
        SHIPPED.listIds().forEach(list -> ofList.put(list, completeness));
        CatalogSnapshot catalog = Catalogs.like(SHIPPED)
                .certificates(RegistryFixtures.registry(held, ofList, SHIPPED.brands()))
                .build();
        return new DecidedEvaluator(
                catalog, CLASSIFIER, new Judge(catalog, List.of()), new Decisions(decisions, catalog.brands()), AUDIT);
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
        return decision(one, line, ruling);
    }

    private static Decision decision(CSVRecord one, PurchaseLine line, Ruling ruling) {
        return new Decision(
                1,
                Findings.of(line, LIST),
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
