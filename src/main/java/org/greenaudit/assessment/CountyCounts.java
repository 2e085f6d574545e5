package org.greenaudit.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.greenaudit.matching.Classification;
import org.greenaudit.purchase.Parsed;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.purchase.RegionCodes;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.purchase.SetApart;
import org.greenaudit.rules.DecisionUse;
import org.greenaudit.rules.Verdict;

/**
 * The counts of a partition or of a run, those of each county apart, so that a county's bureau gets figures of its own.
 * Adding the counts of the partitions gives those of the run, in any order. Not safe for several threads: each partition
 * has its own.
 */
public final class CountyCounts {

    private final NavigableMap<String, RunCounts> counties = new TreeMap<>();
    private final TotalSums totals = new TotalSums();

    /** Counts a line and its verdicts. */
    public void add(PurchaseLine line, Classification classification, List<Verdict> verdicts) {
        of(line).add(line, classification, verdicts);
    }

    /** Counts what a decision did to a line. */
    public void add(PurchaseLine line, DecisionUse use) {
        of(line).add(line, use);
    }

    /** Counts a question about a line, which was first asked on an audit date. */
    public void add(PurchaseLine line, LocalDate firstSeen, LocalDate auditDate) {
        of(line).add(line, firstSeen, auditDate);
    }

    /** Counts a row that could not be read. */
    public void add(Rejection rejection) {
        of(rejection).add(rejection);
    }

    /** Counts a row that is no purchase. */
    public void add(SetApart row) {
        of(row).add(row);
    }

    /** Adds the counts of another partition. */
    public void add(CountyCounts other) {
        other.counties.forEach((county, counts) -> of(county).add(counts));
        totals.add(other.totals);
    }

    /**
     * Counts the lines without a buyer code for the units that they belong to. Only the counts of all partitions together
     * tell which those are.
     *
     * @return the codes that were found
     */
    public BuyerCodes foldUncodedBuyers() {
        BuyerCodes codes = new BuyerCodes(counties.values().stream()
                .flatMap(counts -> counts.tallies().keySet().stream())
                .map(TallyKey::buyer)
                .collect(Collectors.toSet()));
        counties.values().forEach(counts -> counts.fold(codes));
        return codes;
    }

    /** Forgets which unit bought what; every sum stays. */
    public void mergeUnits() {
        counties.values().forEach(RunCounts::mergeUnits);
    }

    private RunCounts of(Parsed row) {
        return of(RegionCodes.county(row.regionCode()));
    }

    /**
     * The counts of a county, to be added to.
     *
     * @param county its code as {@link RegionCodes#county} has it; empty for rows that name no region
     */
    public RunCounts of(String county) {
        return counties.computeIfAbsent(county, code -> new RunCounts());
    }

    /** The counts of every county with a row, by its code; under the empty code those of rows that name no region. */
    public SortedMap<String, RunCounts> counties() {
        return counties;
    }

    /** The counts of all counties together. */
    public RunCounts whole() {
        RunCounts whole = new RunCounts();
        counties.values().forEach(whole::add);
        return whole;
    }

    /** The counts of some counties together, not to be added to; a county without a row counts nothing. */
    public RunCounts sum(Set<String> some) {
        if (some.size() == 1) {
            // those of a county are many, and its report needs no copy
            return counties.getOrDefault(some.iterator().next(), new RunCounts());
        }
        RunCounts sum = new RunCounts();
        some.stream().map(counties::get).filter(Objects::nonNull).forEach(sum::add);
        return sum;
    }

    /** What total lines say and the sums above them. Known while a run is assessed; not stored with a completed run. */
    public TotalSums totals() {
        return totals;
    }
}
