package org.greenaudit.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.greenaudit.purchase.FeedNote;
import org.greenaudit.purchase.InputException;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.source.FeedMapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the header of a file is found, and what is said of what stands above it and beside its columns. */
class FeedHeadTest {

    private static final String HEADER = "记录编号,合同签订日期,采购单位,货物名称,金额\n";
    private static final String ROW = "R-1,2026-03-05,虚构第一小学,台式计算机,5000\n";

    @TempDir
    Path folder;

    /** The first purchase stands on the line that is written into its record id. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "R-2|" + HEADER,
                "R-3|虚构市2026年政府采购合同明细表,,,,\n" + HEADER,
                "R-3|虚构市2026年政府采购合同明细表\n" + HEADER,
                "R-3|sep=,\n" + HEADER,
                "R-6|虚构市合同明细表,,,,\n编制单位：虚构财政局,,,单位：元,\n\n制表日期：2026年4月2日,,,,\n" + HEADER,
                "R-5|\n\n虚构市合同明细表\n" + HEADER,
                "R-4|\"说明：本表由\n系统导出\",,,,\n" + HEADER,
                "R-3|记录编号,合同,采购单位,货物信息,\n,合同签订日期,,货物名称,金额\n",
                "R-4|虚构市合同明细表\n记录编号,合同签订日期,采购单位,,标的,\n,,名称,编码,货物名称,金额\n",
                "R-3|记录编号,合同签订日期,采购单位,货物名称,金额,认证证书,\n,,,,,节能产品认证证书编号,环境标志产品认证证书编号\n"
            })
    void theHeaderIsFoundBelowTitles(String given) throws Exception {
        int bar = given.indexOf('|');
        String id = given.substring(0, bar);
        boolean coded = given.contains("编码");
        String row = coded ? "X,2026-03-05,虚构第一小学,C1,台式计算机,5000\n" : "X,2026-03-05,虚构第一小学,台式计算机,5000\n";
        Feeds.Read read =
                Feeds.read(settings(given.substring(bar + 1) + row.replace("X", id), Optional.empty(), List.of()), 10);
        assertThat(read.rejections()).isEmpty();
        assertThat(read.lines()).hasSize(1);
        PurchaseLine line = read.lines().get(0);
        assertThat("R-" + line.ref().line()).isEqualTo(line.recordId()).isEqualTo(id);
        assertThat(line.buyerName()).isEqualTo("虚构第一小学");
        assertThat(line.itemName()).isEqualTo("台式计算机");
        assertThat(line.amountFen()).isEqualTo(500_000);
    }

    @Test
    void whatStandsAboveTheHeaderIsNamed() throws Exception {
        assertThat(notes("虚构市合同明细表,,,,\nsep=,\n" + HEADER + ROW))
                .extracting(
                        note -> note.text().key(),
                        note -> note.text().args().get(1),
                        note -> note.text().args().get(3))
                .containsExactly(org.assertj.core.groups.Tuple.tuple("source.note.above-header", "3", "虚构市合同明细表"));
        assertThat(notes(HEADER + ROW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "feed.unused.near|合同签定单号|HT-1",
                "feed.unused.near|采购单位编吗|361",
                "feed.unused.code|财政分类|A02010105",
                "feed.unused.certificate|所附证书|CQC24701000001",
                "feed.unused.status|流程节点|已取消",
                "feed.unused|验收时间|2026-03-12",
                "feed.unused|序号|1"
            })
    void anUnusedColumnIsNamedWithAnExample(String given) throws Exception {
        String[] parts = given.replace("合同签定单号", "合同编码").split("\\|");
        List<FeedNote> notes = notes(HEADER.trim() + "," + parts[1] + "\n" + ROW.trim() + "," + parts[2] + "\n");
        assertThat(notes).hasSize(1);
        assertThat(notes.get(0).text().key()).isEqualTo(parts[0]);
        assertThat(notes.get(0).grave()).isEqualTo(!parts[0].equals("feed.unused"));
        assertThat(String.join(" ", notes.get(0).text().args())).contains(parts[1], parts[2]);
    }

    @Test
    void theJobNamesTheHeadersLine() throws Exception {
        String text = HEADER + "R-0,2026-01-01,虚构,旧表,1\n\n" + HEADER.replace("金额", "预算金额,金额")
                + "R-5,2026-03-05,虚构第一小学,台式计算机,9,5000\n";
        Feeds.Read read = Feeds.read(settings(text, Optional.of(4), List.of()), 10);
        assertThat(read.lines()).extracting(PurchaseLine::recordId).containsExactly("R-5");
        assertThat(read.lines().get(0).amountFen()).isEqualTo(500_000);
        assertThatThrownBy(() -> Feeds.read(settings(text, Optional.of(3), List.of()), 10))
                .isInstanceOf(InputException.class)
                .extracting(e -> ((InputException) e).text().key())
                .isEqualTo("source.header-row-absent");
    }

    @ParameterizedTest
    @CsvSource({"'',1", "'\n\n',3", "'虚构市采购明细\n\n\n填报单位：虚构单位\n',5", "'\"标题\n两行\"\n\n',4", "'sep=,\n \n, ,\n',4"})
    void whatCameNearestToAHeaderIsNamedByItsLine(String above, String line) {
        String text = above + HEADER.replace("合同签订日期", "何时") + ROW;
        assertThatThrownBy(() -> Feeds.read(settings(text, Optional.empty(), List.of()), 10))
                .isInstanceOf(InputException.class)
                .satisfies(e ->
                        assertThat(((InputException) e).text().args().get(5)).isEqualTo(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"合同签定日期", "合同鉴订日期", "合同签订日", "合同签订日其", "合 同 签 定 日 期"})
    void aMisspeltHeaderIsSuggested(String date) throws Exception {
        String text = HEADER.replace("合同签订日期", date) + ROW;
        assertThatThrownBy(() -> Feeds.read(settings(text, Optional.empty(), List.of()), 10))
                .isInstanceOf(InputException.class)
                .satisfies(e -> {
                    assertThat(((InputException) e).text().key()).isEqualTo("header.missing-near");
                    assertThat(((InputException) e).text().args().get(4)).contains("contract_date");
                    assertThat(((InputException) e).text().args().get(6))
                            .isEqualTo("\n  source:\n    columns:\n      contract_date: '" + date + "'");
                });
    }

    @Test
    void blanksOfMergedCellsTakeTheValueAbove() throws Exception {
        String text = HEADER + ROW + "R-2,,,显示器,100\nR-3,,虚构第二小学,打印机,200\n合计,,,,5300\nR-5, ,,桌,300\n";
        List<String> fill = List.of("contract_date", "buyer_name");
        Feeds.Read read = Feeds.read(settings(text, Optional.empty(), fill), 1);
        assertThat(read.rejections()).isEmpty();
        assertThat(read.lines())
                .extracting(line -> line.recordId() + " " + line.contractDate() + " " + line.buyerName())
                .containsExactly(
                        "R-1 2026-03-05 虚构第一小学",
                        "R-2 2026-03-05 虚构第一小学",
                        "R-3 2026-03-05 虚构第二小学",
                        "R-5 2026-03-05 虚构第二小学");
        assertThat(read.plan().partitions()).hasSize(1);
        Feeds.Read without = Feeds.read(settings(text, Optional.empty(), List.of()), 10);
        assertThat(without.rejections())
                .extracting(rejection -> rejection.detail().key())
                .containsOnly("reject.detail.required-merged");
    }

    private List<FeedNote> notes(String text) throws Exception {
        return Feeds.read(settings(text, Optional.empty(), List.of()), 10)
                .plan()
                .files()
                .get(0)
                .notes();
    }

    private CsvSettings settings(String text, Optional<Integer> headerRow, List<String> fillDown) throws Exception {
        Path file = Files.write(folder.resolve("f.csv"), text.getBytes(StandardCharsets.UTF_8));
        return new CsvSettings(
                List.of(file.toString()),
                CsvSettings.AUTO,
                CsvSettings.AUTO,
                "",
                headerRow,
                fillDown,
                FeedMapping.NONE);
    }
}
