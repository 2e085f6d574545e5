package org.greenaudit.text;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.text.NoNames.Kind;

/**
 * Words that tell how good a product is, how it is offered, whence it comes, or who is to choose or supply it. Offices write
 * them into cells of a brand or model and name none: 国内知名品牌, 包邮, 甲方指定, 满足招标要求, 品牌A. A cell is such a one when
 * it can be parted into words of {@link NoNames} with nothing left; words that are brands, too (国际, 上海), leave it open.
 */
public final class OfferWords {

    /** Longer texts are read no further: they name nothing for certain. */
    private static final int LONGEST = 60;

    /** Names are shorter; what is longer and no firm's name is a phrase. */
    private static final int LONGEST_NAME = 8;

    /** A shorter text with such a word may be a name: 特价王. */
    private static final int SHORTEST_PHRASE = 4;

    private static final Map<String, Kind> WORDS = words();

    private static final Lexicon CONTENT = new Lexicon(WORDS.keySet());

    /** Offers and praise that may stand before or behind a brand's name. */
    private static final Lexicon BESIDE = new Lexicon(beside());

    private static final String NUMBER = "(?:[0-9]{1,3}|[一二两三四五六七八九十几数n]{1,2})";

    /** How many there are, and of which grade: 三家, 两家以上, 三选一, 一类. */
    private static final Pattern COUNT =
            Pattern.compile(NUMBER + "(?:个|家|种|款|项|行|条|批次?|选[一二三]|[流类等档梯]|年|成新)(?:[以之]?[内外上下])?");

    /** Which row: 第1项, 第三, 序号5. */
    private static final Pattern ROW =
            Pattern.compile("(?:第|序号?|条目|编号|(?=[0-9]+号))" + NUMBER + "(?:个|家|种|款|项|行|条|批次?|号|列|栏|页|章|标段|包)?");

    /** A brand or maker that has a letter or number for a name: 品牌1, brand A, 甲品牌, A厂. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("(?:品牌|厂家|厂商|供应商|公司|商标)(?:[a-hxyz甲乙丙丁一二三四五六七八九十]|[0-9]{1,2})(?![a-z0-9])"
                    + "|brand(?:[\\s-]?[0-9]{1,2}|[\\s-][a-hxyz]|[abcx甲乙丙丁])(?![a-z0-9])"
                    + "|(?:[a-hxyz甲乙丙丁]|[0-9]{1,2}号)\\s*(?:品牌|厂家|厂商|厂|供应商|公司|brand)");

    /** A/B/C, 甲、乙、丙, x×牌. */
    private static final Pattern LETTERS = Pattern.compile(
            "(?:[a-h](?:[/、,;|\\s]+[a-h])+|[甲乙丙丁](?:[/、,;|\\s]*[乙丙丁])+|[x×*○〇●△□◇]{2,}牌?" + "|[x×*○〇●△□◇]+品?牌)等?");

    private static final Pattern LATIN = Pattern.compile("[a-z][a-z-]*(?![a-z0-9])");

    /** A brand's name seldom holds one of these. */
    private static final Pattern PHRASE = Pattern.compile("文件|要求|需求|提供|指定|填写|投标|招标|中标|采购|[甲乙]方|[甲乙]供|供应商|供货|厂家|厂商|业主"
            + "|工程款|定制|定做|代工|贴牌|直销|任选|任意|符合|满足|响应|一致|配套|原有|某|^[A-Da-d][档级]$|×|○|\\*\\*"
            + "|[哪你您谁吗吧呢须均请们]|按(?![键摩])|什么|可以|而定|不[能得要会是同用需]");

    private static final Pattern FIRM = Pattern.compile("(?:..公司|[^集]..集团|...厂|合作社|商行|经营部)$");

    /** Words of these kinds beside a rest of two characters at least make it a question whether the rest is a name. */
    private static final Set<Kind> MARKS =
            EnumSet.of(Kind.OFFER, Kind.DELIVERY, Kind.CONDITION, Kind.DECISION, Kind.TENDER);

    private static final String BRAND = "brand";

    private static final int FRESH = 0;
    private static final int OPENED = 1;
    private static final int TOLD = 2;

    /** The same states behind a word that may be a name. */
    private static final int DOUBT = 3;

    private OfferWords() {}

    private enum Sense {
        NOTHING,
        OPEN,
        NAME
    }

    /** Whether a trimmed cell is made up of such words and tells nothing else. */
    static boolean only(String cell) {
        return cell.length() <= LONGEST && mayBeWords(cell) && sense(plain(cell)) == Sense.NOTHING;
    }

    /** Whether a brand's cell may name nothing: it is made up of such words, or holds one beside others. */
    public static boolean within(String cell) {
        String text = plain(cell);
        return PHRASE.matcher(text).find()
                || text.length() > LONGEST
                || (!FIRM.matcher(text).find() && (sense(text) != Sense.NAME || isPhrase(text)));
    }

    /** A brand's cell without offers and praise before and behind it: 九牧 of 包邮九牧（正品）; empty where there is none. */
    public static Optional<String> besideOffers(String cell) {
        String text = plain(cell);
        int from = 0;
        int to = text.length();
        for (int length = 1; length > 0; from += length) {
            from = skip(text, from);
            length = BESIDE.longestAt(text, from);
        }
        for (int length = 1; length > 0 && to > from; to -= length) {
            while (to > from && isSeparator(text.charAt(to - 1))) {
                to--;
            }
            length = to > from ? BESIDE.longestBefore(text, to) : 0;
        }
        boolean less = to - from > 1 && to - from < text.length();
        return less ? Optional.of(text.substring(from, to)) : Optional.empty();
    }

    private static int skip(String text, int from) {
        int at = from;
        while (at < text.length() && isSeparator(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static Map<String, Kind> words() {
        Map<String, Kind> words = new HashMap<>();
        Set<Kind> others = EnumSet.of(Kind.DEED, Kind.ENDING, Kind.MARK, Kind.OPENING, Kind.ELSEWHERE, Kind.LATIN);
        for (Kind kind : EnumSet.complementOf(EnumSet.copyOf(others))) {
            boolean anyLength = kind != Kind.ANSWER && kind != Kind.UNTOLD;
            NoNames.of(kind).stream()
                    .filter(word -> anyLength || word.length() > 1)
                    .forEach(word -> words.put(word, kind));
        }
        return Map.copyOf(words);
    }

    private static Set<String> beside() {
        Set<String> beside = new HashSet<>();
        WORDS.forEach((word, kind) -> {
            if (kind.standsBeside() && word.length() > 1) {
                beside.add(word);
            }
        });
        return beside;
    }

    /** In NFKC and lower case, without blanks but those between Latin words. */
    private static String plain(String cell) {
        String text = Nfkc.of(cell).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = Blanks.isBlank(c);
            boolean between = blank && !plain.isEmpty() && isLatin(plain.charAt(plain.length() - 1));
            if (!blank) {
                plain.append(c);
            } else if (between && i + 1 < text.length() && isLatin(text.charAt(i + 1))) {
                plain.append(' ');
            }
        }
        return plain.toString();
    }

    /** Nearly every cell of a model has letters and digits and no other character, and of those a brand's number alone is read. */
    private static boolean mayBeWords(String cell) {
        boolean digit = false;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c >= 0x80) {
                return true;
            }
            digit |= c >= '0' && c <= '9';
        }
        return !digit || cell.regionMatches(true, 0, BRAND, 0, BRAND.length());
    }

    private static Sense sense(String text) {
        if (text.isEmpty()) {
            return Sense.NAME;
        }
        if (LETTERS.matcher(text).matches()) {
            return Sense.NOTHING;
        }
        int[] reached = new int[text.length() + 1];
        reached[0] = 1 << FRESH;
        for (int at = 0; at < text.length(); at++) {
            if (reached[at] != 0) {
                step(text, at, reached);
            }
        }
        int end = reached[text.length()];
        if ((end & (1 << TOLD)) != 0) {
            return Sense.NOTHING;
        }
        boolean open = (end & (1 << (TOLD + DOUBT))) != 0 || (text.length() == 1 && end != 0);
        return open ? Sense.OPEN : Sense.NAME;
    }

    private static void step(String text, int at, int[] reached) {
        char c = text.charAt(at);
        int states = reached[at];
        if (isSeparator(c)) {
            reached[at + 1] |= states;
            return;
        }
        int told = told(states);
        for (int length = CONTENT.longestAt(text, at); length > 0; length--) {
            Kind kind = WORDS.get(text.substring(at, at + length));
            if (kind != null && endsWord(text, at, at + length)) {
                reached[at + length] |= kind.isPlain() ? told : doubtful(told);
            }
        }
        String one = text.substring(at, at + 1);
        if (NoNames.of(Kind.OPENING).contains(one)) {
            reached[at + 1] |= told >> (TOLD - OPENED);
        }
        follow(text, at, reached, Kind.DEED, (1 << TOLD) | (1 << OPENED));
        follow(text, at, reached, Kind.ENDING, 1 << TOLD);
        if (NoNames.of(Kind.MARK).contains(one)) {
            reached[at + 1] |= doubtful(told(states & ~everywhere(1 << FRESH)));
        }
        match(PLACEHOLDER, text, at, told, reached);
        match(ROW, text, at, told, reached);
        match(COUNT, text, at, told(states & ~everywhere(1 << OPENED)), reached);
        if (c < 0x80) {
            latin(text, at, told, reached);
        }
    }

    private static void follow(String text, int at, int[] reached, Kind kind, int behind) {
        int told = told(reached[at] & everywhere(behind));
        for (int length = 1; told != 0 && length <= 3 && at + length <= text.length(); length++) {
            if (NoNames.of(kind).contains(text.substring(at, at + length))) {
                reached[at + length] |= told;
            }
        }
    }

    private static void match(Pattern pattern, String text, int at, int told, int[] reached) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (matcher.lookingAt()) {
            reached[matcher.end()] |= told;
        }
    }

    private static void latin(String text, int at, int told, int[] reached) {
        Matcher word = LATIN.matcher(text).region(at, text.length());
        boolean begins = at == 0 || !isLatin(text.charAt(at - 1));
        if (begins && word.lookingAt() && NoNames.of(Kind.LATIN).contains(word.group())) {
            reached[word.end()] |= told;
        }
    }

    private static boolean endsWord(String text, int from, int to) {
        boolean begins = from == 0 || !isLatin(text.charAt(from)) || !isLatin(text.charAt(from - 1));
        return begins && (to == text.length() || !isLatin(text.charAt(to - 1)) || !isLatin(text.charAt(to)));
    }

    /** The states of these, each behind a word. */
    private static int told(int states) {
        int certain = (1 << DOUBT) - 1;
        return ((states & certain) == 0 ? 0 : 1 << TOLD) | ((states & ~certain) == 0 ? 0 : 1 << (TOLD + DOUBT));
    }

    private static int doubtful(int told) {
        return told == 0 ? 0 : 1 << (TOLD + DOUBT);
    }

    private static int everywhere(int states) {
        return states | states << DOUBT;
    }

    /** Whether a text that is not made up of such words holds one that marks a phrase, or is mostly made up of them. */
    private static boolean isPhrase(String text) {
        int words = 0;
        int rest = 0;
        boolean marked = false;
        for (int at = 0; at < text.length(); ) {
            int length = CONTENT.longestAt(text, at);
            Kind kind =
                    length > 1 && endsWord(text, at, at + length) ? WORDS.get(text.substring(at, at + length)) : null;
            if (kind != null) {
                marked |= MARKS.contains(kind);
                words += kind.isPlain() ? length : 0;
                rest += kind.isPlain() ? 0 : length;
                at += length;
            } else {
                rest += Character.isLetterOrDigit(text.charAt(at)) ? 1 : 0;
                at++;
            }
        }
        boolean han = !text.isEmpty() && text.charAt(0) >= 0x80;
        boolean mostly = words > rest && words + rest > SHORTEST_PHRASE;
        return (marked && rest > 1) || mostly || (han && words + rest > LONGEST_NAME);
    }

    private static boolean isSeparator(char c) {
        return Blanks.isBlank(c) || Dashes.isDash(c) || (!Character.isLetterOrDigit(c) && c != '&' && c != '%');
    }

    private static boolean isLatin(char c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }
}
