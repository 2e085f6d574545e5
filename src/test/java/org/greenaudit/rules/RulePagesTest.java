package org.greenaudit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.matching.Classifier;
import org.greenaudit.matching.SchemeDefault;
import org.greenaudit.message.Messages;
import org.greenaudit.message.Trace;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.KnownColumns;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.source.Block;
import org.greenaudit.source.BlockReader;
import org.greenaudit.source.Partition;
import org.greenaudit.source.SourcePlan;
import org.greenaudit.source.csv.CsvSettings;
import org.greenaudit.source.csv.CsvSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule of the shipped catalogs has its page in both languages in {@code src/docs/rules}, which is what the program
 * prints, and an example that the audit judges as the page says. {@code mvn test -Dtest=RulePagesTest
 * -Dgolden.update=true} writes the pages again.
 */
class RulePagesTest {

    private static final Path PAGES = Path.of("src", "docs", "rules");
    private static final Path EXAMPLES = Path.of("src", "main", "resources", "rules", "examples");

    private static final CatalogSnapshot CATALOG =
            CatalogLoader.load(List.of(Path.of("catalogs"), EXAMPLES.resolve("catalogs")), FeedColumn.headers());
    private static final RuleBook BOOK = RuleBook.of(CATALOG);

    private static Map<String, List<Verdict>> judged;

    /** A language and how the files of it end. */
    private enum Edition {
        ENGLISH(Locale.ENGLISH, ".md", "All rules", "中文", "# The rules", "Code", "Rule", "Duty", "Reported when"),
        CHINESE(Messages.CHINESE, ".zh-CN.md", "全部规则", "English", "# 规则", "编号", "规则", "采购要求", "条件");

        private final Messages messages;
        private final String suffix;
        private final String all;
        private final String other;
        private final String heading;
        private final List<String> columns;

        Edition(Locale locale, String suffix, String all, String other, String heading, String... columns) {
            this.messages = Messages.in(locale);
            this.suffix = suffix;
            this.all = all;
            this.other = other;
            this.heading = heading;
            this.columns = List.of(columns);
        }

        private String link(String name) {
            return "[" + other + "](" + name + values()[1 - ordinal()].suffix + ")";
        }

        private String page(Rule rule) {
            List<String> lines = new ArrayList<>(new RulePage(messages, KnownColumns.ALL).of(rule));
            lines.addAll(List.of("", "[" + all + "](README" + suffix + ") · " + link(rule.code()), ""));
            return String.join("\n", lines);
        }

        private String index() {
            List<String> lines = new ArrayList<>(List.of(heading, "", link("README"), ""));
            lines.add("| " + String.join(" | ", columns) + " |");
            lines.add("|---|---|---|---|");
            for (Rule rule : BOOK.rules()) {
                lines.add(String.format(
                        "| [%s](%s) | %s | %s | %s |",
                        rule.code(),
                        rule.code() + suffix,
                        messages.render(rule.title()),
                        messages.get("rule.duty." + rule.duty().id()),
                        messages.render(rule.condition())));
            }
            lines.add("");
            return String.join("\n", lines);
        }
    }

    @BeforeAll
    static void judgeTheExamples() throws IOException {
        Classifier classifier = new Classifier(CATALOG, SchemeDefault.STANDARD);
        Judge judge = new Judge(CATALOG, List.of());
        CsvSettings settings =
                CsvSettings.detected(List.of(EXAMPLES.resolve("purchases.csv").toString()));
        CsvSource source =
                new CsvSource(settings, settings.mapping().headers(KnownColumns.ALL), 1 << 20, Path.of("target"));
        judged = new TreeMap<>();
        SourcePlan plan = source.plan();
        for (Partition partition : plan.partitions()) {
            try (BlockReader reader = source.open(plan, partition, 100)) {
                for (Optional<Block> block = reader.next(); block.isPresent(); block = reader.next()) {
                    assertThat(block.get().rejections()).isEmpty();
                    for (PurchaseLine line : block.get().lines()) {
                        judged.put(
                                line.recordId(), judge.judge(line, classifier.classify(line, Trace.NONE), Trace.NONE));
                    }
                }
            }
        }
    }

    static Stream<Rule> rules() {
        return BOOK.rules().stream();
    }

    @Test
    void thePagesAreWhatTheProgramWrites() throws IOException {
        Map<String, String> pages = new TreeMap<>();
        for (Edition edition : Edition.values()) {
            pages.put("README" + edition.suffix, edition.index());
            BOOK.rules().forEach(rule -> pages.put(rule.code() + edition.suffix, edition.page(rule)));
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(PAGES);
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Files.writeString(PAGES.resolve(page.getKey()), page.getValue());
            }
        }
        Map<String, String> committed = new TreeMap<>();
        try (Stream<Path> files = Files.list(PAGES)) {
            for (Path file : files.toList()) {
                committed.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        assertThat(committed).isEqualTo(pages);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theExampleIsReportedByItsRuleAndNoOther(Rule rule) {
        RuleExample example = RuleExample.of(rule.code()).orElseThrow();
        String list = rule.list().map(l -> l.id()).orElse("energy-saving");
        Verdict verdict = judged.get(rule.code()).stream()
                .filter(v -> v.item().listId().equals(list))
                .findFirst()
                .orElseThrow();
        assertThat(verdict.rule()).isEqualTo(rule.code());
        assertThat(verdict.outcome().id()).isEqualTo(example.outcome());
        assertThat(verdict.duty()).isEqualTo(rule.duty());
        if (rule.list().isPresent()) {
            assertThat(verdict.otherRules()).isEmpty();
        }
    }

    @Test
    void everyExampleIsOneOfARule() {
        Set<String> codes = new TreeSet<>();
        rules().forEach(rule -> codes.add(rule.code()));
        assertThat(judged.keySet()).isEqualTo(codes);
    }

    @Test
    void examplesNameNobody() throws IOException {
        for (String row : Files.readAllLines(EXAMPLES.resolve("purchases.csv")).subList(1, judged.size() + 1)) {
            assertThat(row).contains("虚构第一中学", "虚构甲");
        }
    }
}
