package org.greenaudit.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.greenaudit.matching.Classification;
import org.greenaudit.matching.ListMatch;
import org.greenaudit.matching.NotListedReason;
import org.greenaudit.message.Trace;
import org.greenaudit.purchase.PurchaseLine;

/** Judges the lines contracted inside the audited window; all others are outside every list. */
public final class WindowEvaluator implements LineEvaluator {

    private final LocalDate from;
    private final LocalDate to;
    private final Judgement outside;
    private final LineEvaluator inside;

    /**
     * An evaluator of a window.
     *
     * @param from first contract date
     * @param to last contract date
     * @param listIds every list
     * @param inside judges the lines inside
     */
    public WindowEvaluator(LocalDate from, LocalDate to, List<String> listIds, LineEvaluator inside) {
        this.from = from;
        this.to = to;
        this.inside = inside;
        List<ListMatch> matches = listIds.stream()
                .map(id -> (ListMatch) new ListMatch.Outside(id, NotListedReason.OUTSIDE_WINDOW))
                .toList();
        this.outside = new Judgement(new Classification(Optional.empty(), matches), List.of(), List.of());
    }

    @Override
    public Judgement evaluate(PurchaseLine line, Trace matching, Trace checks) {
        return covers(line) ? inside.evaluate(line, matching, checks) : outside;
    }

    /** Whether a line was contracted inside the window. */
    public boolean covers(PurchaseLine line) {
        return !line.contractDate().isBefore(from) && !line.contractDate().isAfter(to);
    }
}
