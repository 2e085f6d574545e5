package org.greenaudit.rules;

import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.Regions;
import org.greenaudit.purchase.RegionCodes;

/**
 * The catalog's regions as a job sees them: where its plans name one city, an ambiguous name is that of a county of this
 * city, and rows that say nothing are the city's.
 */
public final class PlannedRegions implements RegionCodes.Naming {

    private static final int CITY = 4;
    private static final int CODE = 6;

    private final Regions regions;
    private final String city;

    /** The regions of a job with these plans. */
    public PlannedRegions(Regions regions, List<CityPlan> plans) {
        this.regions = regions;
        List<String> governed = plans.stream()
                .map(plan -> Regions.start(plan.regionPrefix()))
                .distinct()
                .toList();
        boolean one = governed.size() == 1 && governed.get(0).length() == CITY;
        this.city = one ? governed.get(0) : "";
    }

    @Override
    public Optional<String> code(String name) {
        return regions.code(name, city);
    }

    @Override
    public Optional<String> name(String code) {
        return regions.name(code);
    }

    @Override
    public Optional<String> home() {
        return city.isEmpty() ? Optional.empty() : Optional.of(city + "0".repeat(CODE - CITY));
    }
}
