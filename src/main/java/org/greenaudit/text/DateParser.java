package org.greenaudit.text;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates as feeds and registries write them: {@code 2026-09-29}, {@code 2026/9/29}, {@code 2026.9.29}, {@code
 * 20260929}, {@code 2026年09月29日 20:20}, {@code 2026-09-29T10:00:00+08:00}, and months ({@code 2026年07月}). A weekday must
 * be that day's, a time of day is checked and left out, and a foreign offset is turned to the date in China. Day-first
 * dates are ambiguous and not read.
 */
public final class DateParser {

    /** Days of spreadsheets from 1990 to 2100: five digits, where no date has so few. */
    private static final Pattern SERIAL = Pattern.compile("(?:3[3-9]|[4-6][0-9]|7[0-2])[0-9]{3}(?:\\.[0-9]+)?");

    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final ZoneOffset CHINA_OFFSET = ZoneOffset.ofHours(8);
    private static final int ISO_LENGTH = "2026-09-29".length();

    /** The weekdays from Monday on, each in all its names. */
    private static final List<String> WEEKDAYS = List.of("一mon", "二tue", "三wed", "四thu", "五fri", "六sat", "日天sun");

    /** What may stand behind a day, in lower case and without blanks. */
    private static final Pattern TAIL = Pattern.compile("\\.0+|"
            + "(?:\\(?(?:(?:星期|礼拜|周)(?<weekday>[一二三四五六日天])"
            + "|(?<english>mon|tue|wed|thu|fri|sat|sun)(?:s|nes|r|rs|ur)?(?:day)?)\\.?,?\\)?)?"
            + "t?(?<half>上午|早上|早晨|凌晨|中午|下午|傍晚|晚上|am|pm)?"
            + "(?:(?<hour>\\d{1,2})(?:[时点][整钟半]?"
            + "|[:时点](?<minute>\\d{1,2})(?:分|[:分](?<second>\\d{1,2})(?:\\.\\d{1,9})?秒?)?)"
            + "|(?<compact>\\d{4}(?:[0-5]\\d)?)(?:\\.\\d{1,9})?)?(?<suffix>am|pm)?"
            + "(?:(?:utc|gmt)?(?<offset>[+-]\\d{1,2})(?::?(?<minutes>\\d{2}))?(?:\\[[a-z/_]+]|\\([^()]+\\)|[a-z]{3,4})?"
            + "|(?<greenwich>z|utc|gmt)|\\[asia/shanghai]|\\(?(?:北京时间|中国标准时间)\\)?)?"
            + "[.。,;]?");

    private final String text;
    private int at;

    private DateParser(String text) {
        this.text = text;
    }

    /** The date in a feed's cell, or nothing when it is none, impossible, or outside 1990 to 2100. */
    public static Optional<ParsedDate> parse(String cell) {
        return serial(cell)
                .or(() -> new DateParser(cell).read())
                .filter(d -> d.date().getYear() >= FIRST_YEAR && d.date().getYear() <= LAST_YEAR);
    }

    /** The day of a number that a spreadsheet showed for a date: 46086, or 46086.43 with a time. */
    private static Optional<ParsedDate> serial(String cell) {
        return SERIAL.matcher(FullWidth.compact(cell)).matches()
                ? Optional.of(new ParsedDate(
                        SERIAL_ZERO.plusDays(
                                Integer.parseInt(FullWidth.compact(cell).substring(0, 5))),
                        false))
                : Optional.empty();
    }

    /** The day in a registry's cell, of any year: a certificate without end may say 9999. A month alone is none. */
    public static Optional<LocalDate> day(String cell) {
        return new DateParser(cell).read().filter(d -> !d.monthOnly()).map(ParsedDate::date);
    }

    /** The date of a file that the program's own rules govern: {@code 2026-09-29} and nothing else. */
    public static Optional<LocalDate> iso(String text) {
        try {
            return text.length() == ISO_LENGTH ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }

    private Optional<ParsedDate> read() {
        skip();
        int year = number(4, 4);
        if (year < 0) {
            return Optional.empty();
        }
        if (FullWidth.isDigit(peek())) {
            int month = number(2, 2);
            int day = number(2, 2);
            return withTime(year, month, day);
        }
        char separator = separator();
        int month = separator == 0 ? -1 : number(1, 2);
        if (month < 1 || month > 12) {
            return Optional.empty();
        }
        skip();
        if (at == text.length() || (separator == '年' && isLastMonthSign())) {
            return Optional.of(new ParsedDate(LocalDate.of(year, month, 1), true));
        }
        char second = separator();
        if (second != (separator == '年' ? '月' : separator)) {
            return Optional.empty();
        }
        int day = number(1, 2);
        skip();
        if (separator == '年' && (peek() == '日' || peek() == '号')) {
            at++;
        }
        return withTime(year, month, day);
    }

    private Optional<ParsedDate> withTime(int year, int month, int day) {
        if (month < 1
                || month > 12
                || day < 1
                || day > YearMonth.of(year, month).lengthOfMonth()) {
            return Optional.empty();
        }
        LocalDate date = LocalDate.of(year, month, day);
        if (at == text.length()) {
            return Optional.of(new ParsedDate(date, false));
        }
        Matcher tail = TAIL.matcher(FullWidth.compact(text.substring(at)).toLowerCase(Locale.ROOT));
        return tail.matches() ? inChina(date, tail).map(d -> new ParsedDate(d, false)) : Optional.empty();
    }

    /** The day in China of a date and what stands behind it; empty when the two do not go together. */
    private static Optional<LocalDate> inChina(LocalDate date, Matcher tail) {
        String weekday = group(tail, "weekday") + group(tail, "english");
        if (!WEEKDAYS.get(date.getDayOfWeek().getValue() - 1).contains(weekday)) {
            return Optional.empty();
        }
        String compact = group(tail, "compact");
        int hour = whole(compact.isEmpty() ? group(tail, "hour") : compact.substring(0, 2));
        int minute = whole(compact.isEmpty() ? group(tail, "minute") : compact.substring(2, 4));
        int second = whole(compact.length() > 4 ? compact.substring(4) : group(tail, "second"));
        boolean midnight = hour == 24 && minute == 0 && second == 0;
        if (!midnight && (hour > 23 || minute > 59 || second > 59)) {
            return Optional.empty();
        }
        int offsetHours = whole(group(tail, "offset"));
        int offsetMinutes = whole(group(tail, "minutes"));
        if (Math.abs(offsetHours) > 14 || offsetMinutes > 59) {
            return Optional.empty();
        }
        boolean timed = !compact.isEmpty() || tail.start("hour") >= 0;
        boolean west = group(tail, "offset").startsWith("-");
        ZoneOffset offset = ZoneOffset.ofHoursMinutes(offsetHours, west ? -offsetMinutes : offsetMinutes);
        boolean greenwich = tail.start("greenwich") >= 0;
        boolean local = !greenwich && tail.start("offset") < 0;
        if (local || offset.equals(CHINA_OFFSET) || (greenwich && !timed)) {
            return Optional.of(date);
        }
        // 10:00-11:00 is a span of time as likely as an offset
        boolean clear = (timed && !west) || tail.start("second") >= 0 || compact.length() > 4;
        boolean halfDay = tail.start("half") >= 0 || tail.start("suffix") >= 0;
        if (!clear || halfDay || midnight) {
            return Optional.empty();
        }
        return Optional.of(date.atTime(hour, minute, second)
                .atOffset(offset)
                .atZoneSameInstant(CHINA)
                .toLocalDate());
    }

    private static String group(Matcher tail, String name) {
        String found = tail.group(name);
        return found == null ? "" : found;
    }

    private static int whole(String digits) {
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private boolean isLastMonthSign() {
        return peek() == '月' && Blanks.skip(text, at + 1) == text.length();
    }

    /** Steps over one of {@code - / . 年 月} and blanks around it; 0 when there is none. */
    private char separator() {
        skip();
        char c = peek();
        if (c != '-' && c != '/' && c != '.' && c != '年' && c != '月') {
            return 0;
        }
        at++;
        skip();
        return c;
    }

    /** A number of that many digits, or -1. */
    private int number(int least, int most) {
        int value = 0;
        int digits = 0;
        while (digits < most && at < text.length() && FullWidth.isDigit(text.charAt(at))) {
            value = value * 10 + peek() - '0';
            digits++;
            at++;
        }
        return digits < least ? -1 : value;
    }

    private char peek() {
        return at < text.length() ? FullWidth.fold(text.charAt(at)) : 0;
    }

    private void skip() {
        at = Blanks.skip(text, at);
    }
}
