package org.greenaudit.store;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.Indicator;
import org.greenaudit.assessment.UnitAssessment;
import org.greenaudit.catalog.Duty;

/** The counts behind a unit's assessment by the names under which the database knows them; one of nothing has no row. */
final class UnitCounts {

    /**
     * A count's name.
     *
     * @param listId its list; empty where it is of all
     */
    record Name(String name, String listId) {}

    private static final String IN_SCOPE = "in-scope";
    private static final String UNDETERMINED = "undetermined";
    private static final String EXEMPT = "exempt";
    private static final String ADVISORY = "advisory";
    private static final String RECYCLABLE = "recyclable";
    private static final String RECYCLED = "recycled";

    /** The parts of an indicator, in the order of their names. */
    private static final List<Function<Indicator, Count>> PARTS = List.of(
            Indicator::inScope,
            Indicator::certified,
            Indicator::declared,
            Indicator::violated,
            Indicator::exempt,
            Indicator::undetermined);

    private static final List<String> OF_LIST =
            List.of("listed", "certified", "declared", "violated", "list-exempt", "list-undetermined");

    private static final Map<Duty, List<String>> OF_DUTY = new EnumMap<>(Map.of(
            Duty.MANDATORY,
                    List.of(
                            "mandatory",
                            "mandatory-certified",
                            "mandatory-declared",
                            "mandatory-violations",
                            "mandatory-exempt",
                            "mandatory-undetermined"),
            Duty.PRIORITY,
                    List.of(
                            "priority",
                            "priority-certified",
                            "priority-declared",
                            "priority-shortfalls",
                            "priority-exempt",
                            "priority-undetermined")));

    private UnitCounts() {}

    /** The counts of a unit. */
    static Map<Name, Count> of(UnitAssessment unit) {
        Map<Name, Count> counts = new LinkedHashMap<>();
        counts.put(new Name(IN_SCOPE, ""), unit.inScope());
        counts.put(new Name(UNDETERMINED, ""), unit.undetermined());
        counts.put(new Name(EXEMPT, ""), unit.exempt());
        counts.put(new Name(ADVISORY, ""), unit.advisory());
        counts.put(new Name(RECYCLABLE, ""), unit.recyclable());
        counts.put(new Name(RECYCLED, ""), unit.recycled());
        OF_DUTY.forEach((duty, names) -> put(counts, names, "", unit.duty(duty)));
        new TreeMap<>(unit.lists()).forEach((list, indicator) -> put(counts, OF_LIST, list, indicator));
        counts.values().removeIf(Count.ZERO::equals);
        return counts;
    }

    private static void put(Map<Name, Count> into, List<String> names, String listId, Indicator indicator) {
        for (int i = 0; i < names.size(); i++) {
            into.put(new Name(names.get(i), listId), PARTS.get(i).apply(indicator));
        }
    }

    static Map<String, Indicator> lists(Map<Name, Count> counts) {
        Map<String, Indicator> lists = new TreeMap<>();
        counts.keySet().stream()
                .map(Name::listId)
                .filter(list -> !list.isEmpty())
                .forEach(list -> lists.put(list, indicator(counts, OF_LIST, list)));
        return lists;
    }

    static Map<Duty, Indicator> duties(Map<Name, Count> counts) {
        Map<Duty, Indicator> duties = new EnumMap<>(Duty.class);
        OF_DUTY.forEach((duty, names) -> {
            if (names.stream().anyMatch(name -> counts.containsKey(new Name(name, "")))) {
                duties.put(duty, indicator(counts, names, ""));
            }
        });
        return duties;
    }

    static Count recyclable(Map<Name, Count> counts) {
        return one(counts, RECYCLABLE, "");
    }

    static Count recycled(Map<Name, Count> counts) {
        return one(counts, RECYCLED, "");
    }

    static Count advisory(Map<Name, Count> counts) {
        return one(counts, ADVISORY, "");
    }

    private static Indicator indicator(Map<Name, Count> counts, List<String> names, String listId) {
        List<Count> parts =
                names.stream().map(name -> one(counts, name, listId)).toList();
        return new Indicator(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4), parts.get(5));
    }

    private static Count one(Map<Name, Count> counts, String name, String listId) {
        return counts.getOrDefault(new Name(name, listId), Count.ZERO);
    }
}
