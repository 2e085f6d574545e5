package org.greenaudit.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.Tag;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.Duty;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.decision.BuyingUnit;
import org.greenaudit.decision.Decision;
import org.greenaudit.decision.DecisionDesk;
import org.greenaudit.matching.Classifier;
import org.greenaudit.matching.SchemeDefault;
import org.greenaudit.message.Messages;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.InputException;
import org.greenaudit.rules.Outcome;
import org.greenaudit.testing.Fuzzing;

/** Files with decisions, and what people write into them. */
@Tag("slow")
class DecisionFuzzTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    private static final String FILE =
            """
            运行编号,记录编号,清单,清单条目编号,结论,品牌,规格型号,核定结论,证书编号,批准文号,说明,核定人,日期,适用范围
            r-1,R1,节能产品,ES2019-01-01,不符合,甲,M1,证书已核实,CQC24701000001,,,张某,2026-07-01,本记录
            r-1,R2,节能产品,ES2019-01-01,不符合,甲,M2,豁免,,采2026-018,"紧急,采购",张某,2026年7月1日,同品牌型号
            r-1,R3,节能产品,ES2019-01-01,待核实,甲,M3,补充事实,,,品类：台式计算机；制冷量：26000W,张某,46204,
            """;

    @Example
    void file() throws Exception {
        Path folder = Path.of("target");
        Path file = Files.createTempFile("decisions", ".csv");
        List<byte[]> valid = List.of(
                FILE.getBytes(StandardCharsets.UTF_8),
                ("\ufeff" + FILE.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8),
                FILE.replace(',', ';').getBytes(Charset.forName("GB18030")));
        try {
            Fuzzing.run("decisions", Fuzzing.bytes(valid), bytes -> {
                Files.write(file, bytes);
                try {
                    for (FeedbackRow row : FeedbackFile.read(file, folder)) {
                        assertThat(row.line()).isPositive();
                        assertThat(row.source()).isNotEmpty();
                    }
                } catch (InputException e) {
                    assertThat(Messages.in(Messages.CHINESE).render(e.text()))
                            .contains(String.valueOf(file.getFileName()));
                }
            });
        } finally {
            Files.delete(file);
        }
    }

    @Example
    void ruling() {
        CatalogSnapshot catalog = CatalogLoader.load(List.of(Path.of("catalogs")), FeedColumn.headers(), warning -> {});
        DecisionDesk desk = new DecisionDesk(catalog, new Classifier(catalog, SchemeDefault.STANDARD), DAY);
        Arbitrary<String> kinds = Arbitraries.of(
                "item", "not-listed", "fact", "certificate", "exemption", "confirmed", "dismissed", "other");
        Arbitrary<String> notes = Fuzzing.texts(
                List.of(
                        "品类：台式计算机；制冷量：26000W",
                        "实为 ES2019-01-02",
                        "经核对，确为台式电脑",
                        "型号 M1，品牌为甲",
                        "CQC24701000001",
                        "采2026-018",
                        "赣财购〔2026〕18号"),
                "：",
                "；",
                "型号",
                "技术类型",
                "制冷量",
                "W",
                "ES2019-",
                "不是",
                "，",
                "\n",
                "（",
                "9".repeat(30),
                "kW",
                "=",
                "号",
                "已");
        Fuzzing.run("rulings", Combinators.combine(kinds, notes).as(Said::new), said -> {
            DecisionDesk.Proposal proposal = new DecisionDesk.Proposal(
                    said.kind(),
                    Optional.empty(),
                    said.text(),
                    Optional.empty(),
                    Optional.empty(),
                    said.text(),
                    said.text(),
                    "张某",
                    DAY,
                    Optional.empty());
            assertThat(desk.decide(found(), proposal, List.of())).isNotNull();
        });
    }

    private record Said(String kind, String text) {}

    private static DecisionDesk.Case found() {
        BuyingUnit buyer = new BuyingUnit("361002", "", "虚构县教育局");
        List<String> facts = List.of("1", "2", "3", "4", "5", "6", "7");
        return new DecisionDesk.Case(
                new Decision.Finding("R1", "energy-saving", "甲", "M1", buyer, facts),
                DecisionDesk.Goods.UNKNOWN,
                "ES2019-01-01",
                Duty.MANDATORY,
                Outcome.VIOLATION,
                "M1",
                "",
                "",
                DAY);
    }
}
