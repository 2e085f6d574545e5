package org.greenaudit.source.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** What the numbers of a workbook say: a number as such, or a day that is counted from the workbook's first. */
final class CellValues {

    /** What a spreadsheet keeps of a number; further digits are noise of binary fractions. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    /** Numbers with more zeros than this are none of a purchase, and are left as they were written. */
    private static final int LONGEST = 400;

    private static final int SECONDS_OF_DAY = 86_400;
    private static final int LAST_DAY = 2_958_465;

    /** In the calendar that begins in 1900 the 60th day is one that never was. */
    private static final int NO_SUCH_DAY = 60;

    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .toFormatter(Locale.ROOT);

    private final boolean from1904;

    /** The values of a workbook whose days are counted from 1904, or from 1900 as is usual. */
    CellValues(boolean from1904) {
        this.from1904 = from1904;
    }

    /** The text of a number as it is written in the file, with the unit that its format names. */
    String text(String number, NumberFormat format) {
        String text = text(number, format.date());
        return text.isEmpty() ? text : text + format.unit();
    }

    private String text(String number, boolean date) {
        if (!date && number.length() <= DIGITS.getPrecision() && isWhole(number)) {
            return number;
        }
        try {
            BigDecimal value = new BigDecimal(number).round(DIGITS);
            return Math.abs((long) value.scale()) > LONGEST ? number : date ? moment(value) : plain(value);
        } catch (NumberFormatException notOne) {
            return number;
        }
    }

    /** The text of a number. */
    String text(double number, NumberFormat format) {
        return Double.isFinite(number) ? text(Double.toString(number), format) : "";
    }

    /** The text of a day as the file may write it, {@code 2026-03-05T00:00:00}. */
    static String day(String iso) {
        return iso.endsWith("T00:00:00") ? iso.substring(0, iso.indexOf('T')) : iso.replace('T', ' ');
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private String moment(BigDecimal serial) {
        long seconds = Math.round(serial.doubleValue() * SECONDS_OF_DAY);
        long days = Math.floorDiv(seconds, SECONDS_OF_DAY);
        if (days < 0 || days > LAST_DAY) {
            return plain(serial);
        }
        LocalTime time = LocalTime.ofSecondOfDay(Math.floorMod(seconds, SECONDS_OF_DAY));
        if (days == 0 && !from1904) {
            return time.format(DateTimeFormatter.ISO_LOCAL_TIME);
        }
        LocalDate first = from1904
                ? LocalDate.of(1904, 1, 1)
                : days < NO_SUCH_DAY ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
        LocalDateTime moment = first.plusDays(days).atTime(time);
        return time.equals(LocalTime.MIDNIGHT) ? moment.toLocalDate().toString() : moment.format(MOMENT);
    }

    private static boolean isWhole(String number) {
        for (int i = 0; i < number.length(); i++) {
            if (number.charAt(i) < '0' || number.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
