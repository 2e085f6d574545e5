package org.greenaudit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.Tag;
import org.greenaudit.catalog.certificate.CitationReader;
import org.greenaudit.message.Messages;
import org.greenaudit.purchase.HeaderReader;
import org.greenaudit.purchase.InputException;
import org.greenaudit.purchase.KnownColumns;
import org.greenaudit.purchase.MoneyParser;
import org.greenaudit.purchase.MoneyUnit;
import org.greenaudit.purchase.Quantity;
import org.greenaudit.testing.Fuzzing;
import org.greenaudit.text.Blanks;
import org.greenaudit.text.DateParser;

/** What reads a cell or a row of headers. */
@Tag("slow")
class CellFuzzTest {

    private static final String[] WORDS = {
        "元",
        "万元",
        "（含税）",
        "￥",
        "RMB",
        ",",
        ".",
        "-",
        "（",
        ")",
        "/台",
        "E+5",
        "0000000000",
        "９",
        "年",
        "月",
        "日",
        "：",
        "\u00a0",
        "\ud83d",
        "十",
        "负",
        "△",
        "T",
        "Z",
        "+08:00",
        "星期",
        "[",
        "、",
        "~",
        "*",
        "CQC",
        "号",
        "…"
    };

    @Example
    void money() {
        Arbitrary<String> cells = Fuzzing.texts(
                List.of(
                        "12,000.00",
                        "￥668.790000 万元（人民币）",
                        "１２００元",
                        "(3,000.00)",
                        "肆仟伍佰元整",
                        "12000元/批",
                        "1.2万元",
                        "-3000"),
                WORDS);
        Fuzzing.run("money", cells, cell -> {
            MoneyParser.amount(cell).ifPresent(money -> {
                assertThat(Math.abs(money.fen(MoneyUnit.YUAN))).isLessThanOrEqualTo(100_000_000_000_000L);
                assertThat(MoneyParser.amount(" " + cell + "\u3000")).contains(money);
            });
            MoneyParser.unitPrice(cell).ifPresent(price -> price.yuan(MoneyUnit.YI));
        });
    }

    @Example
    void date() {
        Arbitrary<String> cells = Fuzzing.texts(
                List.of(
                        "2026-09-29",
                        "2026年09月29日 20:20",
                        "2026-09-29T10:00:00+08:00",
                        "20260929.0",
                        "46086.43",
                        "2026/9/29 星期二",
                        "2026.3",
                        "2026-09-29T23:30:00.000Z[Asia/Shanghai]"),
                WORDS);
        Fuzzing.run("date", cells, cell -> {
            DateParser.parse(cell)
                    .ifPresent(date -> assertThat(date.date().getYear()).isBetween(1990, 2100));
            DateParser.day(cell);
            DateParser.iso(cell);
        });
    }

    @Example
    void quantity() {
        Arbitrary<String> cells =
                Fuzzing.texts(List.of("26套", "5.00(台)", "1,200", "1.2万张", "1.2E+3", "２台", "一批"), WORDS);
        Fuzzing.run("quantity", cells, cell -> assertThat(Quantity.parse(cell).unit())
                .doesNotContain("(", ")"));
    }

    @Example
    void citation() {
        CitationReader reader = new CitationReader(number -> number.endsWith("1"));
        Arbitrary<String> cells = Fuzzing.texts(
                List.of(
                        "CQC24701000001",
                        "CQC24701000001~003、CQC24701000009",
                        "证书编号：CQC1；\nCEC2 （有效期至2027-01-01）",
                        "2.4701E+13",
                        "CQC2470100…",
                        "GB 28380-2012，电话 0791-12345678"),
                WORDS);
        Fuzzing.run("certificate number", cells, cell -> assertThat(reader.read(Optional.of(cell)))
                .isNotNull());
    }

    @Example
    void header() {
        HeaderReader reader = new HeaderReader(KnownColumns.ALL, Map.of(), Map.of(), Optional.empty());
        Arbitrary<String> tables = Fuzzing.texts(
                List.of(
                        "某市采购明细\n序号|采购单位|货物名称|金额（万元）|合同签订日期|品牌\n1|甲|乙|3|2026-03-05|丙",
                        "record_id|contract_date|buyer_name|item_name|amount|unit_price\na|2026-03-05|x|y|1|1",
                        "合同|合同|采购|采购\n签订日期|编号|采购单位|金额:百万元\n标的名称|金额|采购人|签约日期"),
                "|",
                "\n",
                "金额",
                "（元/台）",
                "采购人",
                "数量",
                "\"",
                "（千元）",
                "含税",
                "amount",
                "：");
        Fuzzing.run("header", tables, table -> {
            List<List<String>> rows = Arrays.stream(table.split("\n", -1))
                    .map(row -> List.of(row.split("\\|", -1)))
                    .toList();
            try {
                var head = reader.find(0, "feed.csv", rows, row -> row + 1, Optional.empty());
                assertThat(head.layout().columns()).isNotEmpty();
            } catch (InputException e) {
                assertThat(e.text().key()).startsWith("header.");
                assertThat(Messages.in(Messages.CHINESE).render(e.text())).contains("feed.csv");
                assertThat(Messages.in(java.util.Locale.ENGLISH).render(e.text()))
                        .contains("feed.csv");
            }
            assertThat(Blanks.trim(table)).doesNotStartWith(" ");
        });
    }
}
