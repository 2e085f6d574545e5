package org.greenaudit.catalog.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A1XX, KFR-26GW/□□, DD-[0-9]{3}: every model may be that is made of these, one behind the other.
 *
 * @param elements each the characters of which one stands there in a comparable form, or {@link #GAP} for any text
 */
record ModelTemplate(List<String> elements) implements ModelDescription {

    /** Any text, or none. */
    private static final String GAP = "";

    private static final String DIGITS = "0123456789";

    /** Signs that nobody would write as part of a model. Signs of comparison say something else. */
    private static final String SIGNS =
            "(?:[^\\p{L}\\p{N}\\p{M}\\p{Sm}\\s\\p{Pd}\\p{Ps}\\p{Pe}./\\\\*#,:;'\"!、。]|[×%$&])++|\\.{3}";

    /** One of several characters: [1-5], (A-F), [ABC], \d. */
    private static final String CHOICE = "[\\[({](?<first>[0-9A-Za-z])\\s*[-~至]\\s*(?<last>[0-9A-Za-z])[\\])}]"
            + "|\\[(?<any>(?:[0-9A-Za-z](?:-[0-9A-Za-z])?){2,20})]|(?<digit>\\\\d)";

    /** How often a choice is repeated: {3}, +. */
    private static final String TIMES = "(?:\\{(?<times>[1-9])}|(?<open>\\{[0-9,]{1,5}}|[+*?](?![A-Za-z0-9])))?+";

    /** A letter that stands for others where it is written twice: XX, yy. */
    private static final String TWICE =
            "[Xx]{2,}|(?<![A-Za-z])(?:(?<small>[a-z])\\k<small>+|(?<large>[NYZ])\\k<large>+)(?![A-Za-z])";

    /** Anything else that a pattern language, or a range in brackets, leaves open: .*, \w, [^A]{2}, (01~12). */
    private static final String OPEN = "\\\\[a-zA-Z]|\\.[*+]|\\[\\^?[^\\[\\]]*]\\{[0-9,]{1,5}}|\\{[0-9,]{1,5}}"
            + "|[\\[({][0-9A-Za-z]{1,4}\\s*(?:[-~至]+|\\.{2,})\\s*[0-9A-Za-z]{1,4}[\\])}]";

    private static final Pattern PLACEHOLDER =
            Pattern.compile("(?:" + CHOICE + "|" + OPEN + ")" + TIMES + "|" + SIGNS + "|" + TWICE);

    public ModelTemplate {
        elements = List.copyOf(elements);
    }

    /** Every model in which this text stands. */
    static ModelTemplate around(String text) {
        List<String> elements = new ArrayList<>(List.of(GAP));
        addText(text, elements);
        elements.add(GAP);
        return new ModelTemplate(elements);
    }

    /** Whether a sign stands for characters that are not written. */
    static boolean isSign(char c) {
        return c >= 0x80 && PLACEHOLDER.matcher(String.valueOf(c)).matches();
    }

    /** Whether it is worth looking: most models have no such sign and no such letters. */
    static boolean maybeIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean twice = i > 0 && c == text.charAt(i - 1) && (c == '.' || Character.isLetter(c));
            if (twice
                    || (!Character.isLetterOrDigit(c) && "-/# ,;:".indexOf(c) < 0 && c != '.')
                    || text.startsWith(".*", i)
                    || text.startsWith(".+", i)) {
                return true;
            }
        }
        return false;
    }

    /** What a text with placeholders may mean; empty when it has none. */
    static Optional<ModelDescription> in(String text) {
        if (!maybeIn(text)) {
            return Optional.empty();
        }
        String base = PlaceholderNote.in(text).map(PlaceholderNote::template).orElse(text);
        List<String> elements = new ArrayList<>();
        Matcher placeholder = PLACEHOLDER.matcher(base);
        int from = 0;
        boolean names = false;
        while (placeholder.find()) {
            names |= addText(base.substring(from, placeholder.start()), elements);
            add(placeholder, elements);
            from = placeholder.end();
        }
        if (from == 0) {
            return Optional.empty();
        }
        names |= addText(base.substring(from), elements);
        return names ? Optional.of(new ModelTemplate(elements)) : Optional.empty();
    }

    private static boolean addText(String text, List<String> elements) {
        String literal = ModelKeys.normalise(text);
        for (int i = 0; i < literal.length(); i++) {
            elements.add(literal.substring(i, i + 1));
        }
        return !literal.isEmpty();
    }

    private static void add(Matcher placeholder, List<String> elements) {
        String choice = GAP;
        if (placeholder.group("first") != null) {
            choice = characters(placeholder.group("first") + "-" + placeholder.group("last"));
        } else if (placeholder.group("any") != null) {
            choice = characters(placeholder.group("any"));
        } else if (placeholder.group("digit") != null) {
            choice = DIGITS;
        }
        String times = placeholder.group("times");
        if (placeholder.group("open") != null) {
            choice = GAP;
        }
        for (int i = times == null ? 1 : Integer.parseInt(times); i > 0; i--) {
            elements.add(choice);
        }
    }

    /** The characters that 0-9A-F or ABC names; {@link #GAP} where the first of two is behind the last. */
    private static String characters(String choice) {
        StringBuilder characters = new StringBuilder();
        String text = ModelKeys.normalise(choice.replace('-', '~'));
        for (int i = 0; i < text.length(); i++) {
            boolean range = i + 2 < text.length() && text.charAt(i + 1) == '~';
            char last = text.charAt(range ? i + 2 : i);
            for (char c = text.charAt(i); c <= last; c++) {
                characters.append(c);
            }
            i += range ? 2 : 0;
        }
        return characters.toString();
    }

    @Override
    public boolean mightMean(String model) {
        int element = 0;
        int gap = -1;
        int behindGap = 0;
        int at = 0;
        while (at < model.length()) {
            String wanted = element < elements.size() ? elements.get(element) : null;
            if (wanted != null && wanted.isEmpty()) {
                gap = element++;
                behindGap = at;
            } else if (wanted != null && wanted.indexOf(model.charAt(at)) >= 0) {
                element++;
                at++;
            } else if (gap >= 0) {
                element = gap + 1;
                at = ++behindGap;
            } else {
                return false;
            }
        }
        return elements.subList(element, elements.size()).stream().allMatch(String::isEmpty);
    }
}
