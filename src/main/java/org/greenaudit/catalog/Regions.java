package org.greenaudit.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.greenaudit.text.FullWidth;

/**
 * The administrative divisions down to the county by GB/T 2260, and the codes that a name may mean. Immutable; what is not
 * certain is never guessed.
 */
public final class Regions {

    /** No division at all. */
    public static final Regions NONE = new Regions(List.of());

    /** What stands between the levels of a name: 江西省-抚州市/临川区. */
    private static final Pattern BETWEEN = Pattern.compile("[-－—–/／\\\\>,，、·|_]");

    /** The level itself in budgets, not the divisions below it: 抚州市本级, 抚州市市本级. */
    private static final Pattern OWN_LEVEL = Pattern.compile("[省市区县]?本级$");

    /** The shortest name there is. */
    private static final int SHORTEST = 2;

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, List<String>> codes = new HashMap<>();

    /**
     * A division.
     *
     * @param code six digits; those of a city end with 00, those of a province with 0000
     * @param name the official name, such as 临川区
     * @param shortName the name that is used for it too, such as 临川; empty for none
     */
    public record Region(String code, String name, String shortName) {}

    /** These divisions. */
    public Regions(List<Region> regions) {
        for (Region region : regions) {
            names.put(region.code(), region.name());
            spell(region.name(), region.code());
            if (!region.shortName().isEmpty()) {
                spell(region.shortName(), region.code());
            }
        }
    }

    private void spell(String name, String code) {
        codes.computeIfAbsent(name, any -> new ArrayList<>(1)).add(code);
    }

    /** The official name of a code; empty for one that is not known. */
    public Optional<String> name(String code) {
        return Optional.ofNullable(names.get(code));
    }

    /** Whether the code of a division, or of those below it, begins so. */
    public boolean isBeginning(String prefix) {
        return names.keySet().stream().anyMatch(code -> code.startsWith(prefix));
    }

    /**
     * The code of a division by its name, alone or behind the names of those above it, with or without 省, 市, 区, 县.
     *
     * @param within start of the codes among which an ambiguous name is settled; empty for none
     * @return nothing for a name that is not known or may mean several
     */
    public Optional<String> code(String text, String within) {
        String compact = BETWEEN.matcher(FullWidth.compact(text)).replaceAll("");
        String name = OWN_LEVEL.matcher(compact).replaceFirst("");
        Set<String> found = new TreeSet<>();
        find(name, "", found);
        if (found.size() > 1 && !within.isEmpty()) {
            found.removeIf(code -> !code.startsWith(within));
        }
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    private void find(String name, String above, Set<String> found) {
        for (String code : codes.getOrDefault(name, List.of())) {
            if (code.startsWith(above)) {
                found.add(code);
            }
        }
        for (int end = SHORTEST; end <= name.length() - SHORTEST; end++) {
            for (String code : codes.getOrDefault(name.substring(0, end), List.of())) {
                String start = start(code);
                if (start.length() < code.length() && code.startsWith(above)) {
                    find(name.substring(end), start, found);
                }
            }
        }
    }

    /** With what the codes of a division and of those below it begin: 3610 for 361000. */
    public static String start(String code) {
        int end = code.length();
        while (end > SHORTEST && code.startsWith("00", end - 2)) {
            end -= 2;
        }
        return code.substring(0, end);
    }
}
