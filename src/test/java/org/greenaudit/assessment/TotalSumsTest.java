package org.greenaudit.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.greenaudit.message.Messages;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.FeedNote;
import org.greenaudit.purchase.Parsed;
import org.greenaudit.purchase.RejectReason;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.purchase.SetApart;
import org.greenaudit.purchase.SourceRef;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotalSumsTest {

    /** p = purchase, r = refund, c = cancelled, n = note, t = total; amounts in yuan, one row a line from line 2 on. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p10 p20 t30 | equal 4",
                "p10 p20 t30 n0 | equal 4",
                "p10 p20 t31 | unequal 4 31.00 30.00",
                "p10 p20 t30 p5 t35 | equal 4, 6",
                "p10 p20 t30 p5 t5 t35 | equal 4, 6, 7",
                "p10 t10 p5 t6 | equal 3; unequal-part 5 6.00 5.00 15.00",
                "p10 r-4 t6 | equal 4",
                "p10 r-4 t10 | equal 4",
                "p10 c7 t17 | equal 4",
                "p10 c7 t10 | equal 4",
                "p10 c7 r-4 t13 | equal 5",
                "p10 t0 | ''",
                "t10 | unequal 2 10.00 0.00",
                "p10 p20 | ''"
            })
    void aTotalIsComparedWithTheRowsAboveIt(String rows, String expected) {
        List<Parsed> parsed = new ArrayList<>();
        for (String row : rows.trim().split(" ")) {
            parsed.add(row(parsed.size() + 2L, row.charAt(0), Long.parseLong(row.substring(1)) * 100));
        }
        for (int block = 1; block <= parsed.size(); block++) {
            TotalSums whole = new TotalSums();
            for (int from = (parsed.size() - 1) / block * block; from >= 0; from -= block) {
                TotalSums part = new TotalSums();
                part.add(parsed.subList(from, Math.min(parsed.size(), from + block)));
                whole.add(part);
            }
            assertThat(String.join(
                            "; ",
                            whole.notes(List.of("f.csv")).stream()
                                    .map(TotalSumsTest::shown)
                                    .toList()))
                    .as("blocks of %s rows", block)
                    .isEqualTo(expected);
        }
    }

    private static String shown(FeedNote note) {
        Text text = note.text();
        assertThat(Messages.in(Messages.CHINESE).render(text)).contains("f.csv");
        String kind = text.key().substring("assessment.total.".length());
        assertThat(note.grave()).isEqualTo(!kind.equals("equal"));
        List<String> args = text.args();
        return kind + " " + String.join(" ", args.subList(kind.equals("equal") ? 2 : 1, args.size()));
    }

    private static Parsed row(long line, char kind, long fen) {
        SourceRef ref = new SourceRef(0, "f.csv", line);
        return switch (kind) {
            case 'p' -> new Rejection(ref, "", RejectReason.DATE_UNREADABLE, "contract_date", "", Text.NONE, "", fen);
            case 'r' -> new SetApart(ref, ref.recordId(), "", SetApart.Reason.REFUND, fen);
            case 'c' -> new SetApart(ref, ref.recordId(), "", SetApart.Reason.CANCELLED, fen);
            case 't' -> new SetApart(ref, ref.recordId(), "", SetApart.Reason.TOTAL, fen);
            default -> new SetApart(ref, ref.recordId(), "", SetApart.Reason.NOTE, fen);
        };
    }
}
