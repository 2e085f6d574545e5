package org.greenaudit.assessment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.greenaudit.message.Text;

/**
 * The control totals of a run: every row of the sources must be counted once as read or set apart, and those read once in the outcomes and once under each list,
 * by number and by amount. A run whose totals do not add up must fail.
 *
 * @param rowsInSources rows that the sources hold, as counted before anything was judged
 * @param rows rows read and rows set apart
 * @param read all rows read, whatever their outcome
 * @param rejected rows whose outcome is {@link LineOutcome#REJECTED}
 * @param rejectedByReason rejected rows, summed over the reasons
 * @param lists one for each list
 */
public record ControlTotals(
        long rowsInSources, long rows, Count read, Count rejected, Count rejectedByReason, List<ListTotals> lists) {

    /**
     * The totals under one list: rejected + outside + verdicts = read.
     *
     * @param listId the list
     * @param outside lines outside the list
     * @param verdicts lines with a verdict under it
     */
    public record ListTotals(String listId, Count outside, Count verdicts) {}

    public ControlTotals {
        lists = List.copyOf(lists);
    }

    /** The totals of a run under these lists. */
    public static ControlTotals of(RunCounts counts, Collection<String> listIds, long rowsInSources) {
        List<ListTotals> lists = new ArrayList<>();
        for (String listId : listIds) {
            lists.add(new ListTotals(
                    listId,
                    RunCounts.sum(counts.outside(), key -> key.listId().equals(listId)),
                    counts.verdicts(key -> key.listId().equals(listId))));
        }
        return new ControlTotals(
                rowsInSources,
                counts.rows(),
                counts.read(),
                counts.lines(LineOutcome.REJECTED),
                Count.sum(counts.rejected().values()),
                lists);
    }

    /** Everything that does not add up, with what it should be and what it is; empty for a sound run. */
    public List<Text> differences() {
        List<Text> found = new ArrayList<>();
        compare(found, "assessment.control.sources", "", rowsInSources, rows);
        compare(found, "assessment.control.rejected-lines", "", rejected.lines(), rejectedByReason.lines());
        compare(found, "assessment.control.rejected-amount", "", rejected.amountFen(), rejectedByReason.amountFen());
        for (ListTotals list : lists) {
            Count sum = rejected.plus(list.outside()).plus(list.verdicts());
            compare(found, "assessment.control.list-lines", list.listId(), read.lines(), sum.lines());
            compare(found, "assessment.control.list-amount", list.listId(), read.amountFen(), sum.amountFen());
        }
        return found;
    }

    private static void compare(List<Text> into, String key, String listId, long expected, long found) {
        if (expected != found) {
            into.add(Text.of(key, listId, expected, found));
        }
    }
}
