package org.greenaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.greenaudit.report.html.BarChart;
import org.junit.jupiter.api.Test;

/** Bars of the page. */
class DrawingTest {

    @Test
    void theReferenceLineStandsAtItsPercentage() {
        BarChart bar = BarChart.of("t", 1, 2, "certified").withReference(Optional.of(new BigDecimal("83.9")));
        assertThat(bar.segments()).containsExactly(new BarChart.Segment(0, 500, "certified"));
        assertThat(bar.reference()).containsExactly(839);
    }

    @Property
    void stackedSegmentsStayInsideTheBar(
            @ForAll @Size(min = 1, max = 6) List<@LongRange(min = -10, max = 1_000_000) Long> values) {
        BarChart bar = BarChart.stacked(
                "t", values.stream().map(value -> new BarChart.Part(value, "c")).toList());
        assertThat(bar.segments()).allMatch(s -> s.x() >= 0 && s.width() >= 1 && s.x() + s.width() <= 1001);
    }
}
