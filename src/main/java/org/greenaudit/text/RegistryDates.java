package org.greenaudit.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as registries write them: 2026-01-31, 2026/1/31, 2026.1.31, 20260131, 2026年1月31日, each perhaps with a time. */
public final class RegistryDates {

    private static final Pattern PARTED =
            Pattern.compile("(\\d{4})(?:-(\\d{1,2})-|/(\\d{1,2})/|\\.(\\d{1,2})\\.|年(\\d{1,2})月)(\\d{1,2})日?"
                    + "(?:[ T]+\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    private RegistryDates() {}

    /** The date; empty when the text is none. */
    public static Optional<LocalDate> parse(String text) {
        String plain = Nfkc.of(text).strip();
        Matcher parted = PARTED.matcher(plain);
        if (parted.matches()) {
            for (int group = 2; group <= 5; group++) {
                if (parted.group(group) != null) {
                    return date(parted.group(1), parted.group(group), parted.group(6));
                }
            }
        }
        Matcher compact = COMPACT.matcher(plain);
        return compact.matches() ? date(compact.group(1), compact.group(2), compact.group(3)) : Optional.empty();
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
