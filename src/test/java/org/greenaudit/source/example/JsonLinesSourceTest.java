package org.greenaudit.source.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.InputException;
import org.greenaudit.purchase.KnownColumns;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.purchase.RejectReason;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.settings.YamlSection;
import org.greenaudit.source.Block;
import org.greenaudit.source.BlockReader;
import org.greenaudit.source.FeedMapping;
import org.greenaudit.source.SourcePlan;
import org.greenaudit.source.SourceSettings;
import org.greenaudit.testing.Markdown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The walk-through of {@code src/docs/add-a-source.md} reads what it says, and its code is the code that is run here. */
class JsonLinesSourceTest {

    @TempDir
    private Path dir;

    @Test
    void aLineOfJsonIsAPurchase() throws IOException {
        Path file = Files.writeString(
                dir.resolve("feed.jsonl"),
                """
                {"合同签订日期": "2026-03-05", "采购单位": "虚构机关（示例）", "货物名称": "台式计算机", "金额": "5000"}
                {"合同签订日期": "2026-03-06", "采购单位": "虚构机关（示例）", "货物名称": "复印纸", "金额": "无"}
                """);
        JsonLinesSource source =
                new JsonLinesSource(List.of(file.toString()), FeedMapping.NONE.headers(KnownColumns.ALL));
        SourcePlan plan = source.plan();
        assertThat(plan.rows()).isEqualTo(2);
        try (BlockReader reader = source.open(plan, plan.partitions().get(0), 10)) {
            Block block = reader.next().orElseThrow();
            assertThat(block.last()).isTrue();
            assertThat(block.lines())
                    .extracting(PurchaseLine::itemName, PurchaseLine::contractDate, PurchaseLine::amountFen)
                    .containsExactly(tuple("台式计算机", LocalDate.of(2026, 3, 5), 500_000L));
            assertThat(block.rejections()).extracting(Rejection::reason).containsExactly(RejectReason.REQUIRED_EMPTY);
        }
    }

    @Test
    void aLineThatIsNoObjectIsRejectedAndTheOthersAreRead() throws IOException {
        Path file = Files.writeString(
                dir.resolve("feed.jsonl"),
                """
                {"合同签订日期": "2026-03-05", "采购单位":
                [1]
                {"合同签订日期": "2026-03-05", "采购单位": "虚构机关（示例）", "货物名称": "台式计算机", "金额": 5000}
                """);
        JsonLinesSource source =
                new JsonLinesSource(List.of(file.toString()), FeedMapping.NONE.headers(KnownColumns.ALL));
        SourcePlan plan = source.plan();
        try (BlockReader reader = source.open(plan, plan.partitions().get(0), 10)) {
            Block block = reader.next().orElseThrow();
            assertThat(block.lines()).extracting(PurchaseLine::amountFen).containsExactly(500_000L);
            assertThat(block.rejections())
                    .extracting(rejection -> rejection.ref().line())
                    .containsExactly(1L, 2L);
        }
    }

    @Test
    void aFileThatChangedSinceItWasPlannedIsNotRead() throws IOException {
        Path file = Files.writeString(
                dir.resolve("feed.jsonl"),
                """
                {"合同签订日期": "2026-03-05", "采购单位": "虚构机关（示例）", "货物名称": "台式计算机", "金额": "5000"}
                """);
        JsonLinesSource source =
                new JsonLinesSource(List.of(file.toString()), FeedMapping.NONE.headers(KnownColumns.ALL));
        SourcePlan plan = source.plan();
        Files.writeString(file, Files.readString(file).replace("5000", "6000"));
        assertThatThrownBy(() -> source.open(plan, plan.partitions().get(0), 10))
                .isInstanceOf(InputException.class);
    }

    @Test
    void theFilesOfAJobAreTakenFromItsFolderAndThoseOfTheCommandLineInTheirPlace() {
        List<Text> problems = new ArrayList<>();
        JsonNode node = new JsonMapper().readTree("{\"files\": [\"feeds/*.jsonl\", 7]}");
        YamlSection section = new YamlSection(dir.resolve("job.yaml"), node, problems);
        SourceSettings settings = new JsonLinesKind().read(section, FeedMapping.NONE);
        assertThat(problems).extracting(Text::key).containsExactly("config.wrong-unshown");
        assertThat(settings.namedFiles()).contains(List.of(dir + "/feeds/*.jsonl"));
        assertThat(settings.withFiles(List.of("other.jsonl")).flatMap(SourceSettings::namedFiles))
                .contains(List.of("other.jsonl"));
    }

    @Test
    void theCodeOnThePageIsTheCodeThatRuns() throws IOException {
        Path example = Path.of("src", "test", "java", "org", "greenaudit", "source", "example");
        String code = Files.readString(example.resolve("JsonLinesKind.java"))
                + Files.readString(example.resolve("JsonLinesSource.java"));
        List<Markdown.Block> blocks = Markdown.read(Path.of("src", "docs", "add-a-source.md")).blocks().stream()
                .filter(block -> block.language().equals("java"))
                .toList();
        assertThat(blocks).isNotEmpty().allSatisfy(block -> assertThat(code).contains(block.text()));
    }
}
