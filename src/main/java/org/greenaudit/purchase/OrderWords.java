package org.greenaudit.purchase;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greenaudit.purchase.SetApart.Reason;
import org.greenaudit.text.Nfkc;
import org.greenaudit.text.NormalizedText;

/**
 * The words by which a status or a remark says that an order came to nothing or that its goods went back. The text is read
 * piece by piece, as punctuation parts it. A piece decides only where every word of it is known: 本单已全部退货 does,
 * 退货率 and 如取消须提前通知 do not. Immutable.
 */
public final class OrderWords {

    /** What a status or a remark says of the order of its row; the later the graver. */
    enum State {
        /** Nothing against it: also 未取消, 支持退货. */
        STANDS,
        /** It speaks of a return or a cancellation, and a reader would have to ask. */
        DOUBTFUL,
        /** Some of the pieces went back. */
        PARTLY,
        /** It came to nothing. */
        CANCELLED,
        /** All of it was given back. */
        RETURNED;

        /** Why the row is no purchase; empty where it stays one. */
        Optional<Reason> reason() {
            return switch (this) {
                case CANCELLED -> Optional.of(Reason.CANCELLED);
                case RETURNED -> Optional.of(Reason.REFUND);
                default -> Optional.empty();
            };
        }

        /** What a row that stays a purchase carries with it. */
        Optional<DataWarning> warning() {
            return switch (this) {
                case DOUBTFUL -> Optional.of(DataWarning.ORDER_DOUBTFUL);
                case PARTLY -> Optional.of(DataWarning.ORDER_PARTLY_RETURNED);
                default -> Optional.empty();
            };
        }
    }

    /** No word is known, so that every order stands. */
    public static final OrderWords NONE = new OrderWords(Map.of());

    /** Longer pieces are prose. */
    private static final int LONGEST_PIECE = 60;

    private static final Pattern BETWEEN_PIECES =
            Pattern.compile("(?:[\\s()\\[\\]{}<>【】〔〕〖〗《》〈〉「」『』“”‘’\"'`,;:!?、。！？/\\\\|_~*+=·—–−-]|并且?|且|同时)++");

    private static final Pattern DATE = Pattern.compile(
            "[0-9]{4}[-./年][0-9]{1,2}(?:[-./月][0-9]{1,2}日?|月)?|[0-9]{1,2}月[0-9]{1,2}日|[0-9]{1,2}(?::[0-9]{2}){1,2}");

    private static final Pattern PIECES = Pattern.compile("[0-9一二两三四五六七八九十]+[台套个件张批只把支本]");
    /** 退货2: said of two pieces. */
    private static final Pattern COUNT = Pattern.compile("(?<![0-9])[0-9]{1,3}$");

    private final Map<String, List<String>> words;
    private final BitSet firsts = new BitSet();
    private final Pattern cancelled;
    private final Pattern returned;
    private final Pattern mentioned;
    private final Pattern done;
    private final Pattern all;
    private final Pattern partly;
    private final Pattern not;
    private final Pattern condition;
    private final Pattern again;

    /**
     * The words of a catalog.
     *
     * @param words by their role, as {@code catalogs/order-words.csv} has them
     */
    public OrderWords(Map<String, List<String>> words) {
        this.words = Map.copyOf(words);
        Stream.of("cancelled", "cancelled-alone", "closed", "returned", "returned-first", "returned-alone")
                .flatMap(this::of)
                .forEach(word -> firsts.set(word.charAt(0)));
        cancelled = whole("cancelled", "cancelled-alone", "closed");
        returned = whole("returned", "returned-first", "returned-alone");
        String mention = any("cancelled", "returned", "returned-first");
        mentioned = Pattern.compile(mention);
        done = Pattern.compile(any("done"));
        all = Pattern.compile(any("all"));
        partly = Pattern.compile(any("partly"));
        not = Pattern.compile(any("not") + "(?:(?!" + any("done") + ").){0,4}" + mention);
        condition = Pattern.compile(any("if"));
        again = Pattern.compile(any("again"));
    }

    /** What a cell says of the order of its row. */
    State state(String cell) {
        if (!mayHoldOne(cell)) {
            return State.STANDS;
        }
        List<String> pieces = pieces(cell);
        Optional<State> whole =
                pieces.stream().map(this::whole).flatMap(Optional::stream).findFirst();
        if (whole.isEmpty()) {
            return pieces.stream()
                    .filter(piece -> mentioned.matcher(piece).find())
                    .map(this::mention)
                    .max(Comparator.naturalOrder())
                    .orElse(State.STANDS);
        }
        List<String> said =
                pieces.stream().filter(piece -> whole(piece).isPresent()).toList();
        List<String> others =
                pieces.stream().filter(piece -> whole(piece).isEmpty()).toList();
        boolean entire = any(said, all);
        if (any(pieces, again)) {
            return State.DOUBTFUL;
        }
        if (!entire && (any(pieces, PIECES) || any(said, COUNT) || any(others, partly))) {
            return State.PARTLY;
        }
        boolean happened = entire || any(said, done);
        return !happened && any(pieces, condition) ? State.DOUBTFUL : whole.get();
    }

    /** What a piece says that holds nothing but words of such a kind. */
    private Optional<State> whole(String piece) {
        if (piece.length() > LONGEST_PIECE) {
            return Optional.empty();
        }
        return cancelled.matcher(piece).matches()
                ? Optional.of(State.CANCELLED)
                : returned.matcher(piece).matches() ? Optional.of(State.RETURNED) : Optional.empty();
    }

    /** What a piece says that holds other words, too. */
    private State mention(String piece) {
        boolean promised =
                condition.matcher(piece).find() && !done.matcher(piece).find();
        if (promised || not.matcher(piece).find()) {
            return State.STANDS;
        }
        return partly.matcher(piece).find() || PIECES.matcher(piece).find() ? State.PARTLY : State.DOUBTFUL;
    }

    private static boolean any(List<String> pieces, Pattern word) {
        return pieces.stream().anyMatch(piece -> word.matcher(piece).find());
    }

    /** Every remark is looked at, and a few characters rule most of them out. */
    private boolean mayHoldOne(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (firsts.get(Character.toLowerCase(cell.charAt(i)))) {
                return true;
            }
        }
        return false;
    }

    /** The pieces of a text in lower case, without its dates. */
    static List<String> pieces(String cell) {
        NormalizedText name = NormalizedText.of(cell);
        String text = name.isSpaced() ? name.value() : Nfkc.of(cell).toLowerCase(Locale.ROOT);
        return Arrays.stream(BETWEEN_PIECES.split(DATE.matcher(text).replaceAll(" ")))
                .filter(piece -> !piece.isEmpty())
                .toList();
    }

    /** The words of these roles as alternatives of a pattern. */
    String any(String... roles) {
        String any = Arrays.stream(roles)
                .flatMap(this::of)
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return any.isEmpty() ? "(?!)" : "(?:" + any + ")";
    }

    private Stream<String> of(String role) {
        return Objects.requireNonNull(words.getOrDefault(role, List.of())).stream();
    }

    /** Such words and what may stand beside them, perhaps behind the reason; 取消的 would go on. */
    private Pattern whole(String... roles) {
        String word = any(roles);
        String beside = "(?:" + any("beside", "beside-order", "done", "all") + "|[0-9.])";
        String reason = "(?:" + any("because") + ".{1,20}?(?<!" + any("not", "if", "partly") + "))?";
        // possessive, so that no text of such words is tried in many ways
        return Pattern.compile(
                beside + "*+" + reason + beside + "*+" + word + "(?:" + word + "|" + beside + ")*+(?<!的)");
    }
}
