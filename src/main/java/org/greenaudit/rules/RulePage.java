package org.greenaudit.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.greenaudit.catalog.Clause;
import org.greenaudit.message.Messages;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.FeedColumns;

/**
 * Writes the page of a rule in one language, as Markdown that also reads well in a terminal: condition, duty, clauses, why
 * it matters, how it is decided, what it leaves out, an example. A rule of a list that was added by data has no example.
 */
public final class RulePage {

    private static final List<String> CERTIFICATE =
            List.of("证书编号", "认证类别", "产品名称", "产品类别", "品牌", "规格型号", "发证机构", "认证依据", "颁证日期", "到期日期", "证书状态", "状态日期");

    private final Messages messages;
    private final FeedColumns columns;

    /**
     * Writes pages in one language.
     *
     * @param messages its texts
     * @param columns the columns of a feed, for the headers in the examples
     */
    public RulePage(Messages messages, FeedColumns columns) {
        this.messages = messages;
        this.columns = columns;
    }

    /** The page's lines. */
    public List<String> of(Rule rule) {
        List<String> lines = new ArrayList<>();
        lines.add("# " + rule.code() + " " + messages.render(rule.title()));
        lines.add("");
        lines.add(messages.render(rule.condition()));
        lines.add("");
        lines.add(messages.get("rule.page.duty", "@rule.duty." + rule.duty().id()));
        rule.clauses().forEach(clause -> lines.add(messages.get("rule.page.clause", citation(clause))));
        section(lines, "why", rule.why());
        section(lines, "decision", List.of(rule.decision()));
        section(lines, "limits", List.of(rule.limits()));
        RuleExample.of(rule.code()).ifPresent(example -> {
            section(lines, "example", List.of());
            lines.add("```text");
            example(rule, example).forEach(lines::add);
            lines.add("```");
        });
        return lines;
    }

    private void section(List<String> lines, String heading, List<Text> texts) {
        lines.add("");
        lines.add("## " + messages.get("rule.page." + heading));
        lines.add("");
        texts.forEach(text -> lines.add(messages.render(text)));
    }

    private Stream<String> example(Rule rule, RuleExample example) {
        Stream<String> purchase = columns.all().stream()
                .filter(column -> column != FeedColumn.RECORD_ID)
                .filter(column -> !example.cell(column).isEmpty())
                .map(column -> messages.get(
                        "rule.page.cell",
                        messages.english() ? column.header() : column.chinese(),
                        example.cell(column)));
        Stream<String> registry = example.certificates().stream().map(this::certificate);
        Stream<String> verdict =
                Stream.of(messages.get("rule.page.verdict", "@verdict.outcome." + example.outcome(), rule.code()));
        return Stream.of(purchase, registry, verdict).flatMap(part -> part);
    }

    private String certificate(Map<String, String> row) {
        return messages.get(
                "rule.page.certificate", CERTIFICATE.stream().map(row::get).toArray());
    }

    private String citation(Clause clause) {
        return messages.english() ? clause.citationEn() : clause.citationZh();
    }
}
