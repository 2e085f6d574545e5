package org.greenaudit.matching;

import java.util.List;
import java.util.stream.Collectors;
import org.greenaudit.catalog.CategoryScheme;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.catalog.StandardExclusion;
import org.greenaudit.message.Text;

/** Puts an open question into words with the line's particulars. */
final class QuestionTexts {

    private final NameAgreement agreement;

    QuestionTexts(NameAgreement agreement) {
        this.agreement = agreement;
    }

    /** The question as text. */
    Text text(
            Question question,
            MatchDraft finding,
            LineText text,
            SchemeInference.Reading scheme,
            List<StandardExclusion> excluding) {
        String item = text.line().itemName();
        String rows = finding.rows().keySet().stream()
                .map(ListedItem::itemName)
                .distinct()
                .collect(Collectors.joining("、"));
        return switch (question) {
            case CATEGORY_SCHEME ->
                question.text(
                        scheme.code().orElseThrow(),
                        agreement.name(CategoryScheme.GPC2013, scheme.code().orElseThrow()),
                        agreement.name(CategoryScheme.GPC2022, scheme.code().orElseThrow()));
            case CODE_NAME_CONFLICT ->
                question.text(
                        scheme.code().orElseThrow(),
                        agreement.name(
                                scheme.scheme().orElseThrow(), scheme.code().orElseThrow()),
                        item);
            case STANDARD_EXCLUDES_PRODUCT -> excluded(item, excluding.get(0));
            default -> question.text(item, rows);
        };
    }

    /** The question about goods that a standard leaves out. */
    static Text excluded(String item, StandardExclusion exclusion) {
        return Question.STANDARD_EXCLUDES_PRODUCT.text(item, exclusion.standard(), exclusion.from());
    }
}
