package org.greenaudit.report.data;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.greenaudit.assessment.AssessmentPolicy;
import org.greenaudit.assessment.BodyAssessment;
import org.greenaudit.assessment.CountyCounts;
import org.greenaudit.assessment.RunCounts;
import org.greenaudit.assessment.UnitAssessment;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.decision.Decision;
import org.greenaudit.purchase.FeedNote;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.rules.CityPlan;
import org.greenaudit.rules.Outcome;
import org.greenaudit.source.SourceContent;
import org.greenaudit.store.RowSink;
import org.greenaudit.store.RunChanges;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.StoredUse;
import org.greenaudit.store.StoredVerdict;

/** Everything that a report shows; nothing in it depends on the clock, the machine or the number of threads. */
public interface RunData {

    /** The run. */
    RunRecord run();

    /** The job's title for people, in Chinese. */
    String title();

    /** The job's title for people, in English. */
    String titleEn();

    /** A notice to print on top, such as that the data is fictional; in Chinese, empty for none. */
    String notice();

    /** The same in English. */
    String noticeEn();

    /** The catalog that the run was judged with. */
    CatalogSnapshot catalog();

    /** The city plans of the job. */
    List<CityPlan> plans();

    /** The numbers of the assessment. */
    AssessmentPolicy policy();

    /** The sources in order. */
    List<SourceContent> sources();

    /** What a reader must know of how the sources were read. */
    List<FeedNote> notes();

    /**
     * The county, prefecture or province that the data is cut for, by its code, empty for rows that name no region; none for a
     * whole run.
     */
    default Optional<String> county() {
        return Optional.empty();
    }

    /** The counts of every county of the run. */
    CountyCounts counties();

    /** The counts of what the data is about. */
    RunCounts counts();

    /** The part of the counts of all counties, of this run or another one, that the data is about. */
    default RunCounts own(CountyCounts all) {
        return all.whole();
    }

    /** Passes on the units, worst first: score ascending, ungraded last, then region, code and name. */
    void units(RowSink<UnitAssessment> sink) throws IOException;

    /** Passes on those of one county, in the same order. */
    void units(String county, RowSink<UnitAssessment> sink) throws IOException;

    /** The certification bodies by name and list. */
    List<BodyAssessment> bodies();

    /** New and resolved violations against the previous completed run; empty when there was none. */
    Optional<RunChanges> changes();

    /** The same by county of the whole run; one in which nothing changed may be missing. */
    Map<String, RunChanges> countyChanges();

    /**
     * An earlier run.
     *
     * @param counts its verdicts, by list, duty, outcome and evidence at least
     */
    record Earlier(RunRecord run, CountyCounts counts) {}

    /** Earlier completed runs of the job, the oldest first: the latest ones, and that of the same day of last year. */
    List<Earlier> earlier();

    /**
     * What a decision did to a line.
     *
     * @param decision the decision
     * @param use what it did
     */
    record Decided(Decision decision, StoredUse use) {}

    /** What people's decisions did to lines, by decision, then in source order. */
    List<Decided> decided();

    /** Whether every in-scope verdict was kept and {@code verdicts.csv} is written. */
    boolean allVerdicts();

    /** Passes on the stored verdicts with these outcomes, sorted by region, buyer, record and list. */
    void verdicts(Set<Outcome> outcomes, RowSink<StoredVerdict> sink) throws IOException;

    /** Passes on those of one region code, in the same order. */
    void verdicts(Set<Outcome> outcomes, String regionCode, RowSink<StoredVerdict> sink) throws IOException;

    /** Passes on the rejected rows in source order. */
    void rejections(RowSink<Rejection> sink) throws IOException;

    /** Passes on those of one county, in the same order. */
    void rejections(String county, RowSink<Rejection> sink) throws IOException;
}
