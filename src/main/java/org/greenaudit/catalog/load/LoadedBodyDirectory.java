package org.greenaudit.catalog.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.greenaudit.catalog.BodyDirectory;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.text.NameKeys;
import org.greenaudit.text.Remembered;

/** The certification bodies in hash maps. A product class is a family of a list, or {@code *} for all its families. */
final class LoadedBodyDirectory implements BodyDirectory {

    /** Stands for every product class of a list. */
    static final String EVERY_CLASS = "*";

    private final Map<String, List<Period>> periods = new HashMap<>();
    private final Map<String, Boolean> complete = new HashMap<>();
    private final Remembered<String> bodies = new Remembered<>(NameKeys::normalise);

    /** Adds a designation, both days included. */
    void designate(String body, String listId, String productClass, LocalDate from, LocalDate to) {
        periods.computeIfAbsent(key(body, listId, productClass), k -> new ArrayList<>())
                .add(new Period(from, to));
    }

    /** Says whether every body of a class is known; a family's own word goes before that for all families. */
    void declare(String listId, String productClass, boolean isComplete) {
        complete.put(listId + " " + productClass, isComplete);
    }

    @Override
    public Designation designation(String body, ListedItem item, LocalDate on) {
        String family = String.valueOf(item.familyNo());
        if (designated(key(body, item.listId(), family), on) || designated(key(body, item.listId(), EVERY_CLASS), on)) {
            return Designation.DESIGNATED;
        }
        boolean every = complete.getOrDefault(item.listId() + " " + EVERY_CLASS, false);
        boolean known = complete.getOrDefault(item.listId() + " " + family, every);
        return known ? Designation.NOT_DESIGNATED : Designation.UNKNOWN;
    }

    private boolean designated(String key, LocalDate on) {
        return periods.getOrDefault(key, List.of()).stream().anyMatch(p -> p.holds(on));
    }

    private String key(String body, String listId, String productClass) {
        return bodies.of(body) + " " + listId + " " + productClass;
    }

    private record Period(LocalDate from, LocalDate to) {

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }
}
