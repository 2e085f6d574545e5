package org.greenaudit.portal.finding;

import java.time.LocalDate;
import java.util.List;
import org.greenaudit.assessment.Count;

/**
 * Open questions that one answer would settle: the same question, under the same list, about the same goods of one brand and
 * model.
 *
 * @param question the question's id
 * @param listId the list
 * @param itemName the goods
 * @param brand the brand; may be empty
 * @param model the model; may be empty
 * @param count how many findings, and their amount
 * @param firstSeen since when the oldest of them has been asked
 * @param records their records in the order of the report, the first {@value #MOST}
 */
public record QuestionGroup(
        String question,
        String listId,
        String itemName,
        String brand,
        String model,
        Count count,
        LocalDate firstSeen,
        List<String> records) {

    /** How many findings are answered at once. */
    public static final int MOST = 500;

    public QuestionGroup {
        records = List.copyOf(records);
    }

    /** Whether brand and model are known, so that an answer can hold for all that is bought of them. */
    public boolean isOfProduct() {
        return !brand.isEmpty() && !model.isEmpty();
    }
}
