package org.greenaudit.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenaudit.catalog.Duty;
import org.greenaudit.rules.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuyerCodesTest {

    private static final String NAME = "虚构单位一（示例）";

    /** Units as region:code:name, of which an empty code may belong to another unit. */
    @ParameterizedTest
    @CsvSource({
        "361002:U1:甲 361002::甲, 361002:U1:甲",
        "361002::甲 361002:U1:甲, 361002:U1:甲",
        "361002:U1:甲 361002:U2:甲 361002::甲, 361002::甲 361002:U1:甲 361002:U2:甲",
        "361002:U1:甲 361003::甲, 361002:U1:甲 361003::甲",
        "361002:U1:甲 361002::乙, 361002::乙 361002:U1:甲",
        "361002:U1:甲 361002::甲 361002:U2:乙 361002::乙, 361002:U1:甲 361002:U2:乙",
        "361002::甲 361003::甲, 361002::甲 361003::甲"
    })
    void aLineWithoutACodeCountsForTheOnlyUnitOfThatRegionAndName(String given, String folded) {
        CountyCounts counties = new CountyCounts();
        for (String unit : given.split(" ")) {
            String[] parts = unit.split(":", -1);
            counties.of(parts[0]).add(bought(parts[0], parts[1], parts[2]));
        }
        counties.foldUncodedBuyers();
        RunCounts whole = counties.whole();
        assertThat(whole.units().keySet().stream()
                        .map(unit -> unit.regionCode() + ":" + unit.buyerCode() + ":" + unit.buyerName())
                        .sorted())
                .containsExactly(folded.split(" "));
        assertThat(Count.sum(whole.units().values()).lines()).isEqualTo(given.split(" ").length * 3L);
        assertThat(whole.verdicts(key -> true).lines()).isEqualTo(given.split(" ").length * 3L);
        assertThat(Assessor.units(whole, Set.of(), Map.of(), LocalDate.of(2026, 6, 30), AssessmentPolicy.DEFAULT))
                .hasSameSizeAs(List.of(folded.split(" ")));
    }

    @Test
    void aHistoryIsTheUnitsToo() {
        CountyCounts counties = new CountyCounts();
        counties.of("361002").add(bought("361002", "U1", NAME));
        BuyerCodes codes = counties.foldUncodedBuyers();
        assertThat(codes.unit(new BuyerKey("361002", "", NAME))).isEqualTo(new BuyerKey("361002", "U1", NAME));
        assertThat(codes.unit(new BuyerKey("361002", "U9", NAME)).buyerCode()).isEqualTo("U9");
    }

    private static RunCounts bought(String region, String code, String name) {
        return new Tallies()
                .unit(region, "虚构区", code, name)
                .add("energy-saving", "ES2019-01-01", Duty.MANDATORY, Outcome.COMPLIANT, "", 3, 100)
                .counts();
    }
}
