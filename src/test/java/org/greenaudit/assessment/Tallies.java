package org.greenaudit.assessment;

import org.greenaudit.catalog.Duty;
import org.greenaudit.rules.Outcome;

/** Builds the counts of made-up runs, tally by tally. All units are fictional. */
public final class Tallies {

    private final RunCounts counts = new RunCounts();
    private String region = "361002";
    private String regionName = "虚构区";
    private String buyerCode = "U1";
    private String buyerName = "虚构单位一（示例）";

    /** The counts so far. */
    public RunCounts counts() {
        return counts;
    }

    /** The unit that the next tallies belong to. */
    public Tallies unit(String region, String regionName, String code, String name) {
        this.region = region;
        this.regionName = regionName;
        this.buyerCode = code;
        this.buyerName = name;
        return this;
    }

    /** So many further lines with that amount altogether, in yuan. */
    public Tallies add(String list, String entry, Duty duty, Outcome outcome, String rule, long lines, long yuan) {
        return add(list, entry, duty, outcome, rule, false, lines, yuan);
    }

    /** The same for compliance that rests on the buyer's word. */
    public Tallies declared(String list, String entry, Duty duty, long lines, long yuan) {
        return add(list, entry, duty, Outcome.COMPLIANT, "", true, lines, yuan);
    }

    private Tallies add(
            String list,
            String entry,
            Duty duty,
            Outcome outcome,
            String rule,
            boolean declared,
            long lines,
            long yuan) {
        TallyKey key = new TallyKey(
                list, entry, region, regionName, buyerCode, buyerName, duty, outcome, rule, declared, false);
        RunCounts.plus(counts.tallies(), key, new Count(lines, yuan * 100));
        if (duty != Duty.ADVISORY) {
            RunCounts.plus(counts.units(), new BuyerKey(region, buyerCode, buyerName), new Count(lines, yuan * 100));
        }
        return this;
    }
}
