package org.greenaudit.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.testing.Feed;
import org.greenaudit.testing.Programs;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A feed in which every line is a violation under both lists and nearly every one is of another unit, audited by the program as
 * users start it: memory and database are those of the lines, whatever the number of units and regions.
 */
@Tag("slow")
class ManyUnitsTest {

    private static final int LINES = 8_000;
    private static final int UNITS = 6_400;
    private static final int REGIONS = 60;
    private static final BigDecimal AMOUNT = new BigDecimal("10000.07");

    @TempDir
    private Path dir;

    @Test
    void manyUnitsNeitherFillTheHeapNorTheDatabase() throws IOException, InterruptedException {
        Path feed = feed().write(dir.resolve("feed.csv"));
        Process process = audit(feed);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        Path report = dir.resolve("out/2026-06-30/run-1");
        JsonNode totals = JsonMapper.shared().readTree(Files.readString(report.resolve("manifest.json")));
        JsonNode violations = totals.at("/control_totals/outcomes/violation");
        assertThat(violations.at("/lines").asLong()).isEqualTo(LINES);
        assertThat(violations.at("/amount_yuan").decimalValue())
                .isEqualByComparingTo(AMOUNT.multiply(new BigDecimal(LINES)));
        assertThat(Files.readAllLines(report.resolve("buyers.csv"))).hasSize(UNITS + 1);
        assertThat(Files.size(report.resolve("index.html"))).isLessThan(400_000);
        assertThat(Files.size(dir.resolve("data/greenaudit.mv.db"))).isLessThan(4 * Files.size(feed));
    }

    private static Feed feed() {
        Feed feed = Feed.of();
        for (int line = 0; line < LINES; line++) {
            int unit = line * 7 % UNITS;
            feed.line(Feed.row()
                    .id("B" + line)
                    .with(FeedColumn.CONTRACT_NO, "HT" + line)
                    .with(FeedColumn.REGION_CODE, String.valueOf(361000 + unit % REGIONS))
                    .with(FeedColumn.BUYER_CODE, "BC" + unit)
                    .with(FeedColumn.BUYER_NAME, "虚构单位第" + unit + "号（示例）")
                    .brand("示例" + line % 500)
                    .model("M-" + line)
                    .amount(AMOUNT.toPlainString()));
        }
        return feed;
    }

    private Process audit(Path feed) throws IOException {
        Path certificates = Files.createDirectories(dir.resolve("own/certificates"));
        Files.writeString(
                certificates.resolve("registry.yaml"),
                "lists: {energy-saving: complete, eco-label: complete}\nas_of: 2026-06-30\n");
        Files.writeString(
                certificates.resolve("certificates.csv"),
                """
                证书编号,认证类别,发证机构,获证组织,品牌,产品名称,产品类别,规格型号,认证依据,能效等级,颁证日期,到期日期,证书状态,状态日期
                CQC1,节能产品,示例节能认证中心（虚构）,示例,另一,台式计算机,ES2019-01-01,ZZZ-1,GB 28380,1,2024-10-01,2027-06-26,有效,
                """);
        Path job = Files.writeString(
                dir.resolve("many.yaml"),
                """
                name: many
                audit-date: 2026-06-30
                catalogs: ['%s', '%s']
                source: {type: csv, files: ['%s']}
                """
                        .formatted(Path.of("catalogs").toAbsolutePath(), dir.resolve("own"), feed));
        return new ProcessBuilder(Programs.greenaudit(
                        dir.resolve("data"),
                        List.of("-Xmx80m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                        "audit",
                        "--job",
                        job.toString(),
                        "--out",
                        dir.resolve("out").toString()))
                .redirectErrorStream(true)
                .start();
    }
}
