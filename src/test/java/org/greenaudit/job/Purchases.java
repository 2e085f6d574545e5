package org.greenaudit.job;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.BuyerType;
import org.greenaudit.purchase.CitationCells;
import org.greenaudit.purchase.Measure;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.purchase.RejectReason;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.purchase.SourceRef;

/** Rows for job tests. What becomes of a line stands in its item name, for {@link FakeParts} to read. */
final class Purchases {

    private Purchases() {}

    static PurchaseLine line(long number, String fate) {
        return line(number, fate, LocalDate.of(2026, 3, 1));
    }

    static PurchaseLine line(long number, String fate, LocalDate contractDate) {
        return new PurchaseLine(
                new SourceRef(0, "feed.csv", number),
                "R" + number,
                "",
                contractDate,
                "361000",
                "抚州市",
                "",
                "虚构单位" + number % 3,
                BuyerType.INSTITUTION,
                "",
                "",
                "",
                "",
                fate,
                "",
                "",
                "",
                Measure.of(BigDecimal.ONE),
                "台",
                Measure.UNKNOWN,
                100 * number + 1,
                CitationCells.NONE,
                "",
                "",
                Set.of());
    }

    static Rejection rejection(long number) {
        return new Rejection(
                new SourceRef(0, "feed.csv", number),
                RejectReason.DATE_UNREADABLE,
                "contract_date",
                "x",
                Text.of("config.expected.date"),
                "x,y",
                77);
    }
}
