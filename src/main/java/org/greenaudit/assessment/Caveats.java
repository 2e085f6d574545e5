package org.greenaudit.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.FeedNote;

/** What a reader must know before any figure of a run: what part of the feed the figures do not speak of. */
public final class Caveats {

    private Caveats() {}

    /**
     * The caveats of a run, the gravest first; none for a run that was read as a whole and had something to judge.
     *
     * @param notes how its sources were read; the grave ones are caveats
     */
    public static List<Text> of(RunCounts counts, List<FeedNote> notes) {
        List<Text> caveats = new ArrayList<>(of(counts));
        notes.stream().filter(FeedNote::grave).map(FeedNote::text).forEach(caveats::add);
        return caveats;
    }

    private static List<Text> of(RunCounts counts) {
        Count read = counts.read();
        if (read.lines() == 0) {
            return List.of(Text.of("assessment.caveat.nothing-read"));
        }
        List<Text> caveats = new ArrayList<>();
        Count rejected = counts.lines(LineOutcome.REJECTED);
        if (rejected.lines() > 0) {
            caveats.add(unread(rejected, read, commonest(counts.rejected())));
        }
        if (counts.tallies().isEmpty() && rejected.lines() < read.lines()) {
            caveats.add(Text.of("assessment.caveat.nothing-listed", Numbers.whole(read.lines() - rejected.lines())));
        }
        return caveats;
    }

    private static Text unread(Count rejected, Count read, Map.Entry<String, Count> reason) {
        return Text.of(
                "assessment.caveat.unread",
                Numbers.lines(rejected),
                Numbers.lines(read),
                Numbers.yuan(rejected),
                Numbers.yuan(read),
                "@reject." + reason.getKey(),
                Numbers.lines(reason.getValue()));
    }

    private static Map.Entry<String, Count> commonest(Map<String, Count> reasons) {
        return reasons.entrySet().stream()
                .max(Comparator.comparingLong(entry -> entry.getValue().lines()))
                .orElseThrow();
    }
}
