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

    /** p = purchase, r = refund, c = cancelled, n = note; totals: s = 小计, g = 本页合计, t = 合计, a = 累计; amounts in yuan, one row a line from line 2 on. */
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
                "p10 p20 | ''",
                "p10 r8 r-8 t10 | equal 5",
                "p10 r8 r-8 t18 | equal 5",
                "p10 r8 r-3 t7 | equal 5",
                "p10 r8 r-3 t15 | equal 5",
                "p10 r8 r-3 c2 t14 | unequal 6 14.00 10.00",
                "p10 s10 p20 s20 t30 | equal 3, 5, 6",
                "p10 s10 p20 s20 t31 | equal 3, 5; unequal 6 31.00 30.00",
                "p10 s10 p20 s20 t20 | equal 3, 5; unequal 6 20.00 30.00",
                "p10 s10 p20 s25 t30 | equal 3, 6; unequal-part 5 25.00 20.00 30.00",
                "p10 s10 p20 s20 t30 p5 s5 p6 s6 t11 | equal 3, 5, 6, 8, 10, 11",
                "p10 s10 p20 s20 t30 p5 s5 p6 s6 t12 | equal 3, 5, 6, 8, 10; unequal-part 11 12.00 11.00 41.00",
                "p10 p20 g30 a30 p5 g5 a35 | equal 4, 5, 7, 8",
                "p10 p20 g30 a30 p5 g5 a36 | equal 4, 5, 7; unequal-part 8 36.00 5.00 35.00",
                "p10 s10 p20 s20 g30 p5 s5 g5 a35 | equal 3, 5, 6, 8, 9, 10",
                "p10 t10 p5 t5 a15 | equal 3, 5, 6",
                "p10 t10 p5 t5 t5 | equal 3, 5, 6",
                "p10 t10 p5 t6 t6 | equal 3; unequal-part 5 6.00 5.00 15.00; unequal 6 6.00 15.00",
                "p10 t10 t12 | equal 3; unequal 4 12.00 10.00",
                "a30 p5 g5 | equal 4; unequal 2 30.00 0.00"
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

    private static Parsed total(SourceRef ref, SetApart.Span span, long fen) {
        return new SetApart(ref, ref.recordId(), "", SetApart.Reason.TOTAL, span, fen);
    }

    private static Parsed row(long line, char kind, long fen) {
        SourceRef ref = new SourceRef(0, "f.csv", line);
        return switch (kind) {
            case 'p' -> new Rejection(ref, "", RejectReason.DATE_UNREADABLE, "contract_date", "", Text.NONE, "", fen);
            case 'r' -> new SetApart(ref, ref.recordId(), "", SetApart.Reason.REFUND, fen);
            case 'c' -> new SetApart(ref, ref.recordId(), "", SetApart.Reason.CANCELLED, fen);
            case 's' -> total(ref, SetApart.Span.SECTION, fen);
            case 'g' -> total(ref, SetApart.Span.GROUP, fen);
            case 't' -> total(ref, SetApart.Span.TABLE, fen);
            case 'a' -> total(ref, SetApart.Span.ALL, fen);
            default -> new SetApart(ref, ref.recordId(), "", SetApart.Reason.NOTE, fen);
        };
    }
}
