package org.greenaudit.report.html;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A horizontal bar drawn as SVG, 1000 units wide.
 *
 * @param title what it shows, in words for screen readers and tooltips
 * @param segments the coloured parts from left to right
 * @param reference where the reference line stands: one element, or none
 */
public record BarChart(String title, List<Segment> segments, List<Integer> reference) {

    private static final int WIDTH = 1000;

    /**
     * A coloured part.
     *
     * @param x its left end, 0…1000
     * @param width its width, 0…1000
     * @param css the class that colours it
     */
    public record Segment(int x, int width, String css) {}

    /** A part of a stack: how much, and in which colour. */
    public record Part(long value, String css) {}

    /** One part of a whole. */
    public static BarChart of(String title, long part, long whole, String css) {
        return new BarChart(title, List.of(new Segment(0, units(part, whole), css)), List.of());
    }

    /** This bar with a reference line at a percentage. */
    public BarChart withReference(Optional<BigDecimal> percent) {
        return new BarChart(
                title,
                segments,
                percent.map(p -> p.movePointRight(1).intValue()).map(List::of).orElseGet(List::of));
    }

    /** Parts of a whole side by side; parts that are too small to see are drawn one unit wide. */
    public static BarChart stacked(String title, List<Part> parts) {
        long whole = parts.stream().mapToLong(part -> Math.max(0, part.value())).sum();
        List<Segment> segments = new ArrayList<>();
        int x = 0;
        for (Part part : parts) {
            int width = Math.min(WIDTH - x, units(part.value(), whole));
            if (part.value() > 0) {
                segments.add(new Segment(x, Math.max(1, width), part.css()));
            }
            x += width;
        }
        return new BarChart(title, segments, List.of());
    }

    private static int units(long part, long whole) {
        if (part <= 0 || whole <= 0) {
            return 0;
        }
        return BigDecimal.valueOf(Math.min(part, whole))
                .multiply(BigDecimal.valueOf(WIDTH))
                .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP)
                .intValue();
    }
}
