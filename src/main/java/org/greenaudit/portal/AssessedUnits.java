package org.greenaudit.portal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.greenaudit.assessment.BuyerKey;
import org.greenaudit.assessment.UnitAssessment;
import org.greenaudit.portal.access.AccessScope;
import org.greenaudit.store.AssessmentStore.UnitPlace;
import org.greenaudit.store.RunRecord;
import org.greenaudit.store.Stores;

/** The assessed units of completed runs, each known by its place there; none that a scope does not cover leaves this class. */
final class AssessedUnits {

    private static final int EARLIER_RUNS = 12;

    /** A unit as a run assessed it. */
    record Assessed(RunRecord run, UnitAssessment unit) {}

    private static final int KEPT_RUNS = 10;

    private final Stores stores;

    /** The units of completed runs, which never change. */
    private final LoadingCache<Long, List<UnitPlace>> places;

    AssessedUnits(Stores stores) {
        this.stores = stores;
        this.places = Caffeine.newBuilder().maximumSize(KEPT_RUNS).build(stores.assessments()::places);
    }

    /** The units of a run in a scope, worst first. */
    List<UnitPlace> of(AccessScope scope, RunRecord run) {
        return places.get(run.id()).stream()
                .filter(unit -> covers(scope, unit.buyer()))
                .toList();
    }

    /** Some of those that {@link #of} has told of, whole and worst first. */
    List<UnitAssessment> whole(RunRecord run, Collection<UnitPlace> units) {
        return List.copyOf(stores.assessments()
                .units(run.id(), units.stream().map(UnitPlace::place).toList())
                .values());
    }

    /** The unit at a place of a run, if it is in the scope. */
    Optional<UnitAssessment> find(AccessScope scope, RunRecord run, int place) {
        return stores.assessments().units(run.id(), List.of(place)).values().stream()
                .filter(unit -> covers(scope, unit.buyer()))
                .findFirst();
    }

    private static boolean covers(AccessScope scope, BuyerKey buyer) {
        return scope.covers(buyer.regionCode(), buyer.buyerCode());
    }

    /** What the latest runs before this one and it itself made of the unit, the oldest first; a run may not have had it. */
    List<Assessed> trend(RunRecord run, UnitAssessment unit) {
        List<Assessed> trend = new ArrayList<>();
        for (RunRecord earlier : stores.runs().earlier(run, EARLIER_RUNS)) {
            stores.assessments()
                    .unit(earlier.id(), unit.buyer())
                    .ifPresent(found -> trend.add(new Assessed(earlier, found)));
        }
        trend.add(new Assessed(run, unit));
        return trend;
    }

    /** Whether the run counted the lines of a unit's region and name that have no code for it: they are no unit of their own. */
    boolean ownsUncoded(RunRecord run, BuyerKey buyer) {
        return stores.assessments()
                .unit(run.id(), new BuyerKey(buyer.regionCode(), "", buyer.buyerName()))
                .isEmpty();
    }
}
