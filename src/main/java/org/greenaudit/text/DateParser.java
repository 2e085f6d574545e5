package org.greenaudit.text;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Reads dates as feeds and registries write them: {@code 2026-09-29}, {@code 2026/9/29}, {@code 2026.9.29}, {@code
 * 20260929}, {@code 2026年09月29日 20:20}, {@code 2026-09-29T10:00:00+08:00}, and months ({@code 2026年07月}). A time of day
 * is checked and left out; a foreign offset is turned to the date in China. Day-first dates are ambiguous and not read.
 */
public final class DateParser {

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int ISO_LENGTH = "2026-09-29".length();

    private final String text;
    private int at;

    private DateParser(String text) {
        this.text = text;
    }

    /** The date in a feed's cell, or nothing when it is none, impossible, or outside 1990 to 2100. */
    public static Optional<ParsedDate> parse(String cell) {
        return new DateParser(cell)
                .read()
                .filter(d -> d.date().getYear() >= FIRST_YEAR && d.date().getYear() <= LAST_YEAR);
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
        return timeOfDay(date).map(d -> new ParsedDate(d, false));
    }

    /** Reads the rest as a time of day; empty when it is none. */
    private Optional<LocalDate> timeOfDay(LocalDate date) {
        skip();
        if (peek() == 'T' || peek() == 't') {
            at++;
        }
        if (text.startsWith("上午", at) || text.startsWith("下午", at)) {
            at += 2;
        }
        skip();
        if (at == text.length()) {
            return Optional.of(date);
        }
        int hour = number(1, 2);
        boolean compact = FullWidth.isDigit(peek());
        int minute = compact || step(':', '时') ? number(2, 2) : -1;
        boolean seconds = (compact && FullWidth.isDigit(peek())) || step(':', ':');
        if (!seconds && step('分', '分')) {
            seconds = FullWidth.isDigit(peek());
        }
        int second = seconds ? number(1, 2) : 0;
        if (step('.', '.')) {
            number(1, 9);
        }
        step('秒', '秒');
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return Optional.empty();
        }
        skip();
        return at == text.length() ? Optional.of(date) : inChina(date.atTime(LocalTime.of(hour, minute, second)));
    }

    private Optional<LocalDate> inChina(LocalDateTime time) {
        char sign = peek();
        at++;
        int hours = 0;
        int minutes = 0;
        if (sign == '+' || sign == '-') {
            hours = number(2, 2);
            minutes = step(':', ':') || at < text.length() ? number(2, 2) : 0;
        } else if (sign != 'Z' && sign != 'z') {
            return Optional.empty();
        }
        skip();
        if (at != text.length() || hours < 0 || hours > 17 || minutes < 0 || minutes > 59) {
            return Optional.empty();
        }
        int direction = sign == '-' ? -1 : 1;
        ZoneOffset offset = ZoneOffset.ofHoursMinutes(direction * hours, direction * minutes);
        return Optional.of(time.atOffset(offset).atZoneSameInstant(CHINA).toLocalDate());
    }

    private boolean isLastMonthSign() {
        return peek() == '月' && Blanks.skip(text, at + 1) == text.length();
    }

    /** Steps over the next character when it is one of the two. */
    private boolean step(char one, char other) {
        boolean there = peek() == one || peek() == other;
        at += there ? 1 : 0;
        return there;
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
