package org.greenaudit.portal.desk;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.greenaudit.catalog.Duty;
import org.greenaudit.message.Text;
import org.greenaudit.portal.finding.FindingFilter;
import org.greenaudit.portal.finding.FindingSort;
import org.greenaudit.portal.finding.FindingState;
import org.greenaudit.rules.Outcome;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What an address asks for of the findings of a run. A parameter that means nothing is a problem that is told, so that nobody
 * takes all findings for some.
 */
public final class FindingQuery {

    /** What filters and sorts findings, and names their run. */
    public static final List<String> ASKED = List.of(
            "run",
            "q",
            "outcome",
            "region",
            "unit",
            "rule",
            "duty",
            "list",
            "family",
            "from",
            "to",
            "signed-from",
            "signed-to",
            "new",
            "state",
            "sort",
            "down");

    private static final Set<String> OF_NO_FILTER = Set.of("run", "sort", "down");
    private static final Set<String> OF_PAGE = Set.of("behind", "before");
    private static final int LONGEST = 200;
    private static final BigDecimal MOST_YUAN = new BigDecimal("10000000000000");
    private static final int FEN = 2;

    private final Map<String, String> given = new LinkedHashMap<>();
    private final Map<String, Text> problems = new LinkedHashMap<>();
    private final FindingFilter filter;
    private final FindingSort sort;

    /** Reads the parameters of a request; empty ones ask for nothing, and of several of one name the first counts. */
    public FindingQuery(Map<String, String> parameters) {
        parameters.forEach((name, value) -> {
            if ((ASKED.contains(name) || OF_PAGE.contains(name)) && !value.isBlank()) {
                String text = value.strip();
                given.put(name, text.substring(0, Math.min(LONGEST, text.length())));
            }
        });
        sort = read("sort", FindingSort::of).orElse(FindingSort.REPORT);
        filter = new FindingFilter(
                read("outcome", FindingQuery::outcome),
                read("region", FindingQuery::region).orElse(""),
                text("unit"),
                text("rule"),
                read("duty", FindingQuery::duty),
                text("list"),
                text("family"),
                read("from", FindingQuery::fen),
                read("to", FindingQuery::fen),
                read("signed-from", FindingQuery::day),
                read("signed-to", FindingQuery::day),
                given.containsKey("new"),
                read("state", FindingState::of),
                text("q"));
    }

    private <T> Optional<T> read(String name, Function<String, Optional<T>> reading) {
        String text = text(name);
        Optional<T> read = text.isEmpty() ? Optional.empty() : reading.apply(text);
        if (!text.isEmpty() && read.isEmpty()) {
            problems.put(name, Text.of("portal.filter.wrong", "@portal.filter." + name, text));
        }
        return read;
    }

    private static Optional<Outcome> outcome(String id) {
        return Stream.of(Outcome.VIOLATION, Outcome.UNDETERMINED)
                .filter(outcome -> outcome.id().equals(id))
                .findFirst();
    }

    private static Optional<Duty> duty(String id) {
        return Stream.of(Duty.values()).filter(duty -> duty.id().equals(id)).findFirst();
    }

    private static Optional<String> region(String text) {
        return Optional.of(text).filter(code -> code.matches("[0-9]{2,12}"));
    }

    private static Optional<Long> fen(String yuan) {
        try {
            BigDecimal amount = new BigDecimal(yuan.replace(",", ""));
            return amount.abs().compareTo(MOST_YUAN) > 0 || amount.scale() > FEN
                    ? Optional.empty()
                    : Optional.of(amount.movePointRight(FEN).longValueExact());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** What a parameter says; empty where it is not given. */
    public String text(String name) {
        return given.getOrDefault(name, "");
    }

    /** What could not be understood, by parameter. */
    public Map<String, Text> problems() {
        return problems;
    }

    /** Which findings. */
    public FindingFilter filter() {
        return filter;
    }

    /** In which order. */
    public FindingSort sort() {
        return sort;
    }

    /** Whether the highest stand first. */
    public boolean descending() {
        return given.containsKey("down");
    }

    /** The place behind which the page begins; none for the first page. */
    public OptionalInt behind() {
        return place("behind");
    }

    /** The place before which the page ends; none where it does not matter. */
    public OptionalInt before() {
        return place("before");
    }

    private OptionalInt place(String name) {
        String text = text(name);
        return text.matches("[0-9]{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    /** The same of another address: sorted by that, from the first page on, the other way round if it is sorted so already. */
    public String sortedBy(String path, FindingSort by) {
        boolean down = sort == by ? !descending() : by == FindingSort.AMOUNT;
        return address(path, Map.of("sort", by.id(), "down", down ? "yes" : ""));
    }

    /** The same from another place on. */
    public String page(String path, String name, int place) {
        return address(path, Map.of(name, String.valueOf(place)));
    }

    /** The same findings at another address. */
    public String at(String path) {
        return address(path, Map.of());
    }

    private String address(String path, Map<String, String> changed) {
        Map<String, String> all = new LinkedHashMap<>(given);
        all.keySet().removeAll(OF_PAGE);
        all.putAll(changed);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        List<String> values = new ArrayList<>();
        all.forEach((name, value) -> {
            if (!value.isEmpty()) {
                address.queryParam(name, "{" + values.size() + "}");
                values.add(value);
            }
        });
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }

    /** How many filters are used. */
    public long filters() {
        return given.keySet().stream()
                .filter(name -> ASKED.contains(name) && !OF_NO_FILTER.contains(name))
                .count();
    }

    /** Whether one of the rarer filters is used. */
    public boolean rarer() {
        return Stream.of("unit", "from", "to", "signed-from", "signed-to", "new", "duty", "family")
                .anyMatch(given::containsKey);
    }
}
