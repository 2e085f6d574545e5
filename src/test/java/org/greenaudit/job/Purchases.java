package org.greenaudit.job;

import java.time.LocalDate;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.BuyerType;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.purchase.RejectReason;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.purchase.SourceRef;
import org.greenaudit.testing.PurchaseLines;

/** Rows for job tests. What becomes of a line stands in its item name, for {@link FakeParts} to read. */
final class Purchases {

    private Purchases() {}

    static PurchaseLine line(long number, String fate) {
        return line(number, fate, LocalDate.of(2026, 3, 1));
    }

    static PurchaseLine line(long number, String fate, LocalDate contractDate) {
        return PurchaseLines.of(fate)
                .number(number)
                .on(contractDate)
                .region("361000", "抚州市")
                .buyer("虚构单位" + number % 3, BuyerType.INSTITUTION)
                .quantity("1")
                .amountFen(100 * number + 1)
                .build();
    }

    static Rejection rejection(long number) {
        return new Rejection(
                new SourceRef(0, "feed.csv", number),
                "361000",
                RejectReason.DATE_UNREADABLE,
                "contract_date",
                "x",
                Text.of("config.expected.date"),
                "x,y",
                77);
    }
}
