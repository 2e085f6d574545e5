package org.greenaudit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.greenaudit.catalog.Regions;
import org.greenaudit.catalog.Regions.Region;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which city a job's plans name, and what that settles. */
class PlannedRegionsTest {

    private static final Regions REGIONS = new Regions(List.of(
            new Region("990100", "甲市", ""), new Region("990102", "新城区", "新城"), new Region("990202", "新城区", "新城")));

    @ParameterizedTest
    @CsvSource({
        "3610, 361000",
        "361000, 361000",
        "3610 3610, 361000",
        "9901, 990100",
        "4103, 410300",
        "'', ''",
        "36, ''",
        "361002, ''",
        "3610 4103, ''",
        "'3610 ', ''"
    })
    void onePlannedCityIsHome(String prefixes, String home) {
        assertThat(regions(prefixes).home().orElse("")).isEqualTo(home);
    }

    @ParameterizedTest
    @CsvSource({
        "9901, 新城区, 990102",
        "9902, 新城区, 990202",
        "990200, 新城, 990202",
        "9903, 新城区, ''",
        "9901 9902, 新城区, ''",
        "'', 新城区, ''",
        "9902, 甲市, 990100"
    })
    void onlyOnePlannedCitySettlesAName(String prefixes, String name, String code) {
        assertThat(regions(prefixes).code(name).orElse("")).isEqualTo(code);
    }

    /** With a plan for each prefix; one that ends with a blank has a plan for every region too. */
    private static PlannedRegions regions(String prefixes) {
        return new PlannedRegions(
                REGIONS,
                Arrays.stream(prefixes.split(" ", -1))
                        .map(prefix -> new CityPlan("示例市", prefix, "", "", "", "", "", List.of(), Set.of()))
                        .toList());
    }
}
