package org.greenaudit.catalog.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.text.Dashes;

/**
 * Several models in one text whose separators may also be part of a model: {@code F10/F20/F30}, {@code F10/20/30},
 * {@code M100+M200}, {@code M100 M200}.
 *
 * <p>A slash may also stand inside one model: {@code KFR-35GW/A1}. It surely does where a short code of letters and digits
 * stands behind a whole model of another make-up: six characters at least that begin and end with letters and have digits
 * between them, then one slash, then one or two letters other than the model's first and one or two digits. Such a text is
 * no list, so neither half alone is the model. Two halves that are made alike ({@code M100/M200}, {@code M100/Z9}) are two
 * models, and everything else ({@code M100A/B}, {@code M100/A}) may be one or several.
 *
 * @param models the models, at least two
 * @param certain whether the text can be read in no other way: all begin with the same letters and a digit, or
 *     are numbers of the same length
 */
public record ModelList(List<String> models, boolean certain) {

    private static final Pattern NUMBERED = Pattern.compile("(.*?[^0-9])([0-9]+)");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern MIXED = Pattern.compile("[0-9]+[A-Z]{1,2}");
    private static final int SHORTEST = 3;

    /** The digits of a number that is a model by itself. */
    private static final int LONG_NUMBER = 4;

    public ModelList {
        models = List.copyOf(models);
    }

    /** A whole model that ends with letters, and behind the slash a code. */
    private static final Pattern WITH_CODE = Pattern.compile("([A-Z]++)[0-9][A-Z0-9.]*[A-Z]/([A-Z]{1,2})[0-9]{1,2}");

    private static final int SHORTEST_WHOLE = 6;
    private static final int LONGEST_WHOLE = 40;

    /** Whether a slash surely stands inside a model: KFR-35GW/A1. */
    static boolean isOneModel(String text) {
        if (text.length() > LONGEST_WHOLE || text.indexOf('/') <= 0) {
            return false;
        }
        String model = ModelKeys.normalise(text);
        Matcher coded = WITH_CODE.matcher(model);
        return model.indexOf('/') >= SHORTEST_WHOLE
                && coded.matches()
                && !coded.group(1).startsWith(coded.group(2));
    }

    /** The models that a part of a cell lists; empty when it is one model. */
    static Optional<ModelList> in(String part) {
        if (isOneModel(part)) {
            return Optional.empty();
        }
        List<String> pieces = ModelSplitter.split(part, "/+|&\\");
        if (pieces.size() < 2) {
            return parted(ModelSplitter.split(part, " \t\u00a0"));
        }
        if (!pieces.stream().allMatch(ModelList::hasDigit)) {
            return Optional.empty();
        }
        return beginAlike(pieces) || areNumbers(pieces) ? Optional.of(new ModelList(pieces, true)) : continued(pieces);
    }

    /** Whether models are numbers alone, of the same length: 11170/11173/11206. */
    private static boolean areNumbers(List<String> pieces) {
        int length = pieces.get(0).length();
        return length >= LONG_NUMBER
                && pieces.stream()
                        .allMatch(piece -> piece.length() == length
                                && DIGITS.matcher(piece).matches());
    }

    /** The models between which stands the word “and”, which no model has in it; the text itself where it joins none. */
    static List<String> joined(String part) {
        List<String> joined = ModelSplitter.split(part, "和及与或");
        return joined.size() > 1 && joined.stream().allMatch(ModelList::hasDigit) ? joined : List.of(part);
    }

    /** Models with blanks between them: surely when they begin alike, perhaps when each has letters and digits. */
    private static Optional<ModelList> parted(List<String> pieces) {
        if (pieces.size() < 2) {
            return Optional.empty();
        }
        if (beginAlike(pieces)) {
            return Optional.of(new ModelList(pieces, true));
        }
        return pieces.stream().allMatch(piece -> lead(ModelKeys.normalise(piece)) > 0)
                ? Optional.of(new ModelList(pieces, false))
                : Optional.empty();
    }

    /** The models that a purchase's 规格型号 names: one, or several however they are separated. */
    public static ModelList bought(String cell) {
        List<String> models = new ArrayList<>();
        boolean certain = true;
        for (String joined : ModelSplitter.split(cell)) {
            for (String part : joined(joined)) {
                Optional<ModelList> list = in(part);
                if (list.isPresent()) {
                    models.addAll(list.get().models());
                    certain &= list.get().certain();
                } else if (part.chars().anyMatch(ModelList::counts)) {
                    models.add(part);
                }
            }
        }
        return models.size() < 2 ? new ModelList(List.of(cell), true) : new ModelList(models, certain);
    }

    /** The same models with a text before each. */
    ModelList behind(String lead) {
        return lead.isEmpty()
                ? this
                : new ModelList(models.stream().map(lead::concat).toList(), certain);
    }

    /** Whether all begin with the same letters and a digit. */
    static boolean beginAlike(List<String> pieces) {
        String first = ModelKeys.normalise(pieces.get(0));
        int lead = lead(first);
        return lead > 0
                && pieces.stream()
                        .map(ModelKeys::normalise)
                        .allMatch(piece -> lead(piece) == lead && piece.regionMatches(0, first, 0, lead));
    }

    /** How many letters stand before the first digit; 0 where anything else does. */
    private static int lead(String model) {
        int letters = 0;
        while (letters < model.length() && model.charAt(letters) >= 'A' && model.charAt(letters) <= 'Z') {
            letters++;
        }
        boolean digit = letters < model.length() && model.charAt(letters) >= '0' && model.charAt(letters) <= '9';
        return digit ? letters : 0;
    }

    /** The first model whole and of the others only the end, or models that do not begin alike. */
    private static Optional<ModelList> continued(List<String> pieces) {
        String first = ModelKeys.normalise(pieces.get(0));
        List<String> others = pieces.stream().skip(1).map(ModelKeys::normalise).toList();
        if (others.stream().allMatch(DIGITS.asMatchPredicate())) {
            Matcher number = NUMBERED.matcher(first);
            boolean dashed = pieces.stream().skip(1).anyMatch(piece -> Dashes.isDash(piece.charAt(0)));
            if (dashed) {
                return Optional.of(dashed(pieces.get(0), others));
            }
            if (number.matches()
                    && others.stream()
                            .allMatch(other -> other.length() <= number.group(2).length())) {
                boolean certain = others.stream()
                        .allMatch(other -> other.length() == number.group(2).length());
                return Optional.of(continued(pieces.get(0), number.group(1), others, certain));
            }
        }
        if (pieces.stream().allMatch(ModelList::couldBeModel)) {
            return Optional.of(new ModelList(pieces, false));
        }
        return others.stream().allMatch(other -> endsLike(first, other))
                ? Optional.of(continued(
                        pieces.get(0),
                        first.substring(0, first.length() - others.get(0).length()),
                        others,
                        false))
                : Optional.empty();
    }

    /** Whether a text of digits and a letter is made as the end of a model is: 1B as the end of 33088-1A. */
    private static boolean endsLike(String model, String end) {
        int from = model.length() - end.length();
        return from > 0
                && MIXED.matcher(end).matches()
                && shape(model.substring(from)).equals(shape(end));
    }

    private static String shape(String text) {
        return text.replaceAll("[0-9]", "0").replaceAll("[A-Z]", "A");
    }

    /** A100/-1/-2 and A100-1/-2: the ends stand behind the first model, or in the place of its own end. */
    private static ModelList dashed(String first, List<String> ends) {
        List<String> models = new ArrayList<>(List.of(first));
        ends.forEach(end -> models.add(first + end));
        int dash = first.lastIndexOf('-');
        if (dash > 0) {
            ends.forEach(end -> models.add(first.substring(0, dash) + end));
        }
        return new ModelList(models, false);
    }

    private static ModelList continued(String first, String base, List<String> ends, boolean certain) {
        List<String> models = new ArrayList<>(List.of(first));
        ends.forEach(end -> models.add(base + end));
        return new ModelList(models, certain);
    }

    /** Whether a text is long enough for a model and has a digit; Z9 is long enough. */
    static boolean couldBeModel(String piece) {
        String model = ModelKeys.normalise(piece);
        return (model.length() >= SHORTEST && hasDigit(model)) || lead(model) > 0;
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    private static boolean counts(int c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }
}
