package org.greenaudit.report;

import java.util.List;
import org.greenaudit.assessment.BodyKey;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.RunCounts;
import org.greenaudit.catalog.Duty;
import org.greenaudit.purchase.BuyerType;
import org.greenaudit.purchase.RejectReason;
import org.greenaudit.rules.Outcome;
import org.greenaudit.testing.StoredVerdicts;

/** Runs of fictional purchases that look like real ones. */
final class FakeRuns {

    private static final List<String> ITEMS = List.of("台式计算机", "便携式计算机", "激光打印机", "喷墨打印机", "房间空气调节器", "坐便器");
    private static final List<String> ENTRIES =
            List.of("ES2019-01-01", "ES2019-01-02", "ES2019-02-01", "ES2019-02-02", "ES2019-09-01", "ES2019-16-01");
    private static final List<String> RULES = List.of("M1", "M2", "M3", "M4", "M5", "M6", "M7", "C01", "C02");
    private static final List<String> QUESTIONS =
            List.of("printer-technology", "model-unknown", "cooling-capacity", "category-scheme");

    private FakeRuns() {}

    /** Two cities, some thirty units, every outcome. */
    static FakeRun realistic() {
        FakeRun run = new FakeRun().changes(12, 5);
        for (int i = 0; i < 900; i++) {
            int unit = i * 7 % 31;
            boolean luoyang = unit % 3 == 0;
            String region = (luoyang ? "41030" : "36100") + (unit % 4);
            String name = luoyang ? "洛阳虚构区" + unit % 4 : "抚州虚构区" + unit % 4;
            boolean enterprise = unit == 30;
            int item = i % ITEMS.size();
            Duty duty = enterprise ? Duty.ADVISORY : item == 3 ? Duty.PRIORITY : Duty.MANDATORY;
            StoredVerdicts verdict = StoredVerdicts.violation()
                    .record("R-" + (10_000 + i), i + 2)
                    .region(region, name)
                    .buyer(
                            "U" + (100 + unit),
                            enterprise ? "虚构城建集团（示例）" : "虚构单位" + unit + "（示例）",
                            enterprise ? BuyerType.STATE_ENTERPRISE : BuyerType.ADMINISTRATION)
                    .item(ITEMS.get(item))
                    .model("SL-" + i % 50)
                    .yuan(2_000 + i * 37L % 90_000)
                    .isNew(i % 3 == 0)
                    .entry(FakeCatalog.ENERGY, ENTRIES.get(item), duty);
            run.add(outcome(verdict, i, duty == Duty.PRIORITY ? "P" : "M").build());
            if (item == 0) {
                verdict.entry(FakeCatalog.ECO, "EL2019-01-02", enterprise ? Duty.ADVISORY : Duty.PRIORITY);
                run.add(outcome(verdict, i / 5, "L").build());
            }
        }
        run.reject(RejectReason.DATE_UNREADABLE, "contract_date", "2026年13月", 123_400)
                .reject(RejectReason.REQUIRED_EMPTY, "buyer_name", "", 5_000)
                .reject(RejectReason.AMOUNT_UNREADABLE, "amount", "面议", 0)
                .counted();
        RunCounts.plus(run.counties().of("361002").warnings(), "amount-mismatch", new Count(14, 1_400_000));
        RunCounts.plus(run.counties().of("361002").warnings(), "model-missing", new Count(31, 2_400_000));
        RunCounts.plus(
                run.counties().of("361002").bodies(),
                new BodyKey("示例认证中心甲", FakeCatalog.ENERGY, 0),
                new Count(610, 900_000_000));
        RunCounts.plus(
                run.counties().of("361002").bodies(),
                new BodyKey("示例认证中心甲", FakeCatalog.ENERGY, 3),
                new Count(9, 12_000_000));
        RunCounts.plus(
                run.counties().of("361002").bodies(),
                new BodyKey("示例认证中心乙", FakeCatalog.ECO, 4),
                new Count(4, 3_300_000));
        RunCounts.plus(
                run.counties().of("361002").bodies(), new BodyKey("", FakeCatalog.ENERGY, 2), new Count(11, 8_000_000));
        return run;
    }

    private static StoredVerdicts outcome(StoredVerdicts verdict, int i, String letter) {
        if (i % 9 == 4) {
            String rule = RULES.get(i / 9 % RULES.size());
            return verdict.outcome(Outcome.VIOLATION, letter.equals("M") ? rule : letter + (1 + i / 9 % 7));
        }
        if (i % 23 == 5) {
            return verdict.outcome(Outcome.UNDETERMINED, QUESTIONS.get(i % QUESTIONS.size()));
        }
        if (i % 61 == 7) {
            return verdict.outcome(Outcome.EXEMPT, "");
        }
        verdict.outcome(Outcome.COMPLIANT, "");
        return i % 47 == 11 ? verdict.declared() : verdict;
    }
}
