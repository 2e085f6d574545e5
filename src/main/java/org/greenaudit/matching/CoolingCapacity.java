package org.greenaudit.matching;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.text.NormalizedText;

/**
 * Reads the nominal cooling capacity (制冷量) in watts from texts: 制冷量:26000W, 制冷量(kW):26, 26kW, 3匹, or a model such as KFR-72LW,
 * whose number is in hundreds of watts. 1 匹 counts as 2 500 W, good enough against the limit of 14 000 W.
 */
final class CoolingCapacity {

    private static final String QUANTITY = "(?:制冷量|冷量|制冷能力)";
    /** 制冷量:26000w; a second figure or a range may follow the first: 12500/14500w, 7210(2100-9500)w. */
    private static final Pattern NAMED =
            Pattern.compile(QUANTITY + "[^0-9]{0,8}([0-9]+(?:\\.[0-9]+)?)(?:/[0-9.]+|\\([0-9.~-]+\\))?(kw|千瓦|w|瓦)");
    /** The unit before the figure: 制冷量(kw):28. */
    private static final Pattern UNIT_FIRST = Pattern.compile(
            QUANTITY + "\\(?(kw|千瓦|w|瓦)\\)?[^0-9a-z]{0,4}([0-9]+(?:\\.[0-9]+)?)(?![0-9.]*(?:kw|千瓦|w|瓦))");

    private static final Pattern MODEL = Pattern.compile("(?<![a-z])kfr?d?-?([0-9]{2,4})(?![0-9])");
    private static final Pattern HORSE_POWER =
            Pattern.compile("(?<![0-9.])([0-9]{1,2}(?:\\.[0-9])?)(?:匹|hp|p)(?![a-z])");
    private static final Pattern BARE =
            Pattern.compile("(?<![0-9.]|功率[:为≤约]{0,3})([0-9]+(?:\\.[0-9]+)?)(kw|千瓦|w|瓦)(?![a-z])");
    private static final List<Pattern> ORDER = List.of(NAMED, UNIT_FIRST, MODEL, HORSE_POWER, BARE);
    private static final int WATTS_PER_HORSE_POWER = 2_500;
    private static final int LEAST = 1_000;
    private static final int MOST = 5_000_000;

    private CoolingCapacity() {}

    /**
     * The capacity in watts that the first telling text gives.
     *
     * @param texts specification, item name, model, in the order of trust
     */
    static OptionalInt read(NormalizedText... texts) {
        for (Pattern pattern : ORDER) {
            for (NormalizedText text : texts) {
                OptionalInt watts = first(pattern, text);
                if (watts.isPresent()) {
                    return watts;
                }
            }
        }
        return OptionalInt.empty();
    }

    private static OptionalInt first(Pattern pattern, NormalizedText text) {
        if (text.length() == 0) {
            return OptionalInt.empty();
        }
        Matcher matcher = pattern.matcher(text.value().replace(",", ""));
        while (matcher.find()) {
            double watts = watts(pattern, matcher);
            if (watts >= LEAST && watts <= MOST) {
                return OptionalInt.of((int) Math.round(watts));
            }
        }
        return OptionalInt.empty();
    }

    private static double watts(Pattern pattern, Matcher matcher) {
        boolean unitFirst = pattern == UNIT_FIRST;
        String digits = matcher.group(unitFirst ? 2 : 1);
        if (digits.length() > 9) {
            return 0;
        }
        double number = Double.parseDouble(digits);
        if (pattern == MODEL) {
            return number * 100;
        }
        if (pattern == HORSE_POWER) {
            return number * WATTS_PER_HORSE_POWER;
        }
        String unit = matcher.group(unitFirst ? 1 : 2);
        return unit.equals("kw") || unit.equals("千瓦") ? number * 1_000 : number;
    }
}
