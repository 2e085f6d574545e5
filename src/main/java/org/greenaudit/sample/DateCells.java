package org.greenaudit.sample;

import java.time.LocalDate;
import java.util.Locale;
import org.greenaudit.sample.scenario.CellForms.DateForm;
import org.greenaudit.sample.scenario.Period;

/** Every contract date of a period in every form, as bytes. */
final class DateCells {

    private final byte[][][] cells;

    DateCells(Period period, FeedStyle style) {
        cells = new byte[DateForm.values().length][period.days()][];
        for (DateForm form : DateForm.values()) {
            for (int day = 0; day < period.days(); day++) {
                cells[form.ordinal()][day] = text(period.day(day), form, style).getBytes(style.charset());
            }
        }
    }

    /** The date of that index. */
    byte[] cell(DateForm form, int day) {
        return cells[form.ordinal()][day];
    }

    private static String text(LocalDate date, DateForm form, FeedStyle style) {
        return switch (form) {
            case PLAIN -> style == FeedStyle.OFFICE ? format("%d年%d月%d日", date) : date.toString();
            case CHINESE_WITH_TIME -> format("%04d年%02d月%02d日 20:20", date);
            case SLASHES -> format("%d/%d/%d", date);
            case COMPACT -> format("%04d%02d%02d", date);
            case MONTH -> date.toString().substring(0, 7);
        };
    }

    private static String format(String pattern, LocalDate date) {
        return String.format(Locale.ROOT, pattern, date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }
}
