package org.greenaudit.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.matching.ListMatch.Candidate;
import org.greenaudit.matching.ListMatch.CodeContradiction;
import org.greenaudit.message.Text;

/** What one list says of a line while it is being found. Belongs to one call of {@link CandidateFinder}. */
final class MatchDraft {

    private final Map<ListedItem, MatchBasis> rows = new LinkedHashMap<>();
    private final Set<Question> questions = EnumSet.noneOf(Question.class);
    private final List<Text> notes = new ArrayList<>();
    private NotListedReason outside = NotListedReason.NOT_ON_LIST;
    private boolean mayBeOutside;
    private CodeContradiction contradiction = CodeContradiction.NONE;

    static MatchDraft outside(NotListedReason reason) {
        MatchDraft finding = new MatchDraft();
        finding.outside = reason;
        return finding;
    }

    static MatchDraft of(Collection<ListedItem> rows, MatchBasis basis) {
        MatchDraft finding = new MatchDraft();
        rows.forEach(row -> finding.rows.put(row, basis));
        return finding;
    }

    /** Rows of which the line may be one. */
    static MatchDraft possible(Collection<ListedItem> rows, Question question, boolean mayBeOutside) {
        MatchDraft finding = of(rows, MatchBasis.POSSIBLE).ask(question);
        finding.mayBeOutside = mayBeOutside;
        return finding;
    }

    MatchDraft ask(Question question) {
        questions.add(question);
        return this;
    }

    MatchDraft note(Text text) {
        notes.add(text);
        return this;
    }

    MatchDraft contradicted(CodeContradiction by) {
        contradiction = by;
        return this;
    }

    MatchDraft maybeOutside() {
        mayBeOutside = true;
        return this;
    }

    /** Takes in the rows and questions of another reading of the same line; all rows become possible. */
    void merge(MatchDraft other) {
        other.rows.keySet().forEach(row -> rows.put(row, MatchBasis.POSSIBLE));
        rows.replaceAll((row, basis) -> MatchBasis.POSSIBLE);
        questions.addAll(other.questions);
        mayBeOutside |= other.mayBeOutside;
    }

    /** Drops a row. */
    void drop(ListedItem row) {
        rows.remove(row);
    }

    /** Makes every row only possible. */
    void weaken() {
        rows.replaceAll((row, basis) -> MatchBasis.POSSIBLE);
    }

    boolean isOutside() {
        return rows.isEmpty();
    }

    Map<ListedItem, MatchBasis> rows() {
        return rows;
    }

    Set<Question> questions() {
        return questions;
    }

    List<Text> notes() {
        return notes;
    }

    NotListedReason reason() {
        return outside;
    }

    boolean canBeOutside() {
        return mayBeOutside;
    }

    CodeContradiction contradiction() {
        return contradiction;
    }

    /** The rows in order: certain ones first, then as found. */
    List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        rows.forEach((row, basis) -> candidates.add(new Candidate(row, basis)));
        candidates.sort(java.util.Comparator.comparing(c -> c.basis() == MatchBasis.POSSIBLE));
        return candidates;
    }
}
