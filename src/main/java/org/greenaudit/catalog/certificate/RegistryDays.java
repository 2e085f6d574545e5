package org.greenaudit.catalog.certificate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.text.DateParser;
import org.greenaudit.text.Nfkc;

/** The days that stand in a cell of the registry, alone or among words. */
final class RegistryDays {

    private static final Pattern DAY = Pattern.compile(
            "[0-9]{4}\\s*[-年./]\\s*[0-9]{1,2}\\s*[-月./]\\s*[0-9]{1,2}\\s*日?|(?<![0-9])[0-9]{8}(?![0-9])");

    /** What may stand around a day without changing it: 自2025年3月1日起, 有效期至2025-03-01. */
    private static final Pattern AROUND = Pattern.compile("[自从于起始止至到截有效期限生颁发换证批准日为:()\\s]*");

    /** The days that a spreadsheet counts from 1899-12-30, from 1954 to 2119; the last is its 9999-12-31. */
    private static final Pattern SERIAL = Pattern.compile("([2-7][0-9]{4}|2958465)(?:\\.[0-9]+)?");

    private static final Pattern TO = Pattern.compile("^[-~—–至到起\\s]+");

    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private RegistryDays() {}

    /** The one day that a cell tells; empty when it tells none, several, or something else besides. */
    static Optional<LocalDate> only(String cell) {
        return DateParser.day(cell).or(() -> serial(cell)).or(() -> amongWords(cell));
    }

    /** Every day in a cell, in its order. */
    static List<LocalDate> all(String cell) {
        return DAY.matcher(Nfkc.of(cell))
                .results()
                .flatMap(day -> DateParser.day(day.group()).stream())
                .toList();
    }

    /** What stands behind the first day of a cell and a sign for “to”: 长期 in 2024-01-01至长期. */
    static String behindFirst(String cell) {
        String[] around = DAY.split(Nfkc.of(cell), 2);
        return around.length < 2 ? "" : TO.matcher(around[1]).replaceFirst("");
    }

    /** A cell's text in NFKC with a blank for every day. */
    static String without(String cell) {
        return DAY.matcher(Nfkc.of(cell)).replaceAll(" ");
    }

    private static Optional<LocalDate> serial(String cell) {
        Matcher days = SERIAL.matcher(Nfkc.of(cell));
        return days.matches() ? Optional.of(SERIAL_ZERO.plusDays(Long.parseLong(days.group(1)))) : Optional.empty();
    }

    private static Optional<LocalDate> amongWords(String cell) {
        List<LocalDate> days = all(cell);
        return days.size() == 1 && AROUND.matcher(without(cell)).matches()
                ? Optional.of(days.get(0))
                : Optional.empty();
    }
}
