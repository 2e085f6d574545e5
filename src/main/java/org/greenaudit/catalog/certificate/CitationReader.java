package org.greenaudit.catalog.certificate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenaudit.catalog.name.ModelKeys;
import org.greenaudit.text.Blanks;
import org.greenaudit.text.EmptyWords;
import org.greenaudit.text.Nfkc;

/**
 * Reads a cell of certificate numbers, of a feed or of the registry: numbers in any separation, without labels, names and
 * punctuation around them. A text that is known as a number stays as it is. Safe for several threads.
 */
public final class CitationReader {

    /** What nearly every cell holds: one number, and nothing that could be read in another way. */
    private static final Pattern PLAIN =
            Pattern.compile("(?![Xx]{3,}+[0-9])[A-Za-z]++(?:[0-9]{1,7}+[A-WYZa-wyz]{1,4}+)?+[0-9]++");

    private static final String SEPARATORS = ";,、\n\r\t|+&";

    /** What a spreadsheet makes of a long number: 2.4701E+13, 2.47E13. */
    private static final Pattern DESTROYED =
            Pattern.compile("(?<![A-Za-z0-9.])(?:[A-Za-z]{2,4})?[0-9](?:[.,][0-9]+)?[Ee][+ ][0-9]{1,4}(?![A-Za-z0-9])"
                    + "|(?<![A-Za-z0-9.])[0-9][.,][0-9]+\\s*[×xX*]\\s*10\\^?[0-9]{1,2}(?![A-Za-z0-9])"
                    + "|(?<![A-Za-z0-9.])[0-9][.,][0-9]+[Ee][0-9]{1,2}(?![A-Za-z0-9])");

    /** What stands in the place of characters that nobody is to read. */
    private static final String SIGNS = "*∗✱×□○〇◯●•■█◆◇△▲★☆▒░☐✕⬛";

    /** What says in words that a number, or the rest of it, is not to be read: 略, （以下略）, [已脱敏]. */
    private static final String HIDDEN_WORD =
            "[(\\[【〔〈<“\"]?(?:(?:以下|[以下后从]|后[0-9一二三四五六]+位)?略|省略|已?隐去|(?:后[0-9一二三四五六]+位)?已?隐藏"
                    + "|(?:已做?|做)?脱敏(?:处理)?|保密|涉密|已?打码|已?屏蔽|已?遮[挡盖]|不予公开)[)\\]】〕〉>”\"。…]*";

    /**
     * A number whose end or middle is cut or hidden: CQC2470100…, CQC24701000***, CQC24701…012345, CQC2470100XXXXXX,
     * CQC2470100--, CQC2470100——, CQC2470100（略）, CQC2470100（…）.
     */
    private static final Pattern MASKED =
            masked("(?:[(\\[]?[.。·・]{2,}[)\\]]?|[-‐–—―─−]{2,}(?![-\\s]*[A-Za-z0-9])|[—―─](?![-\\s]*[A-Za-z0-9])|"
                    + HIDDEN_WORD + "|~{2,}|[⋯" + SIGNS
                    + "]+|[?_#]{2,}|(?<=[0-9])[Xx]{2,}(?![A-Za-z])|(?<=\\s)[Xx]{3,}(?![A-Za-z\\p{IsHan}]))");

    /** A number that is hidden but for the letters before it, or for its end: ***, CQC******, ●●●●, XXXXXX, ****0012, 略. */
    private static final Pattern HIDDEN = Pattern.compile("^(?:[^A-Za-z0-9]{0,8}(?:编号|证书号|号码)[:：]?|[A-Za-z]{2,4})?"
            + HIDDEN_WORD + "$|(?<![A-Za-z0-9])(?:[A-Za-z]{2,4}[-\\s]*)?(?:[" + SIGNS
            + "]{3,}|(?<![A-Za-z])[Xx]{3,}(?![A-Za-z]))[0-9A-Za-z]*");

    /** What numbers another document or thing, by the word for it, and addresses of a network: 合同编号 HT2026, 专利号ZL2024. */
    private static final Pattern OF_OTHERS = Pattern.compile(
            "(?:合同|订单|发票|专利|信用代码|身份证|执照|许可证|(?:检测|检验|试验)报告|序列号|品目|S/N)[^A-Za-z0-9]{0,8}[A-Za-z0-9][A-Za-z0-9./_-]*"
                    + "|(?:https?://|www\\.)\\S+|[A-Za-z0-9._+-]{1,60}@[A-Za-z0-9.-]+",
            Pattern.CASE_INSENSITIVE);

    /** Letters and digits with what may stand between those of one number. */
    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/\\\\\\s\\-‐-―−]*");

    private static final Pattern LABEL = Pattern.compile(
            "^(?:(?:cert(?:ificate)?|number|num|no|nr|id)(?:[.\\s]+|$)|[0-9]{1,2}[.\\s]+(?=[a-z])){1,4}",
            Pattern.CASE_INSENSITIVE);

    /** ①, ⑵: numbers in circles and brackets. */
    private static final Pattern ENUMERATION = Pattern.compile("[\\u2460-\\u249b]");

    /** What only joins or steers characters: it parts no number. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\u034f\\ufe00-\\ufe0f]");

    /** CQC24701000001.pdf: the name of a scanned certificate. */
    private static final Pattern FILE_TYPE = Pattern.compile("(?i)\\.(?:0|pdf|ofd|jpe?g|png|docx?|xlsx?|zip|rar)$");

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern SLASHES = Pattern.compile("[/\\\\]+");
    private static final Pattern GLUED = Pattern.compile("(?<![A-Za-z])[A-Za-z]{2,}+[0-9]{8,}");

    /** Shorter texts between blanks may be pieces of one number. */
    private static final int SHORTEST_ALONE = 9;

    private final Predicate<String> known;

    /**
     * @param known whether a text is a number as it stands: the registry holds it, or it announces another scheme
     */
    public CitationReader(Predicate<String> known) {
        this.known = known;
    }

    /** Reads a cell; empty when the feed has no such column. */
    public Citations read(Optional<String> cell) {
        Found found = new Found();
        cell.filter(text -> !text.isEmpty()).ifPresent(text -> read(text, found));
        return new Citations(
                each(found.numbers),
                each(found.texts),
                each(found.destroyed),
                each(found.unclear),
                found.remarks,
                cell.isPresent());
    }

    private void read(String cell, Found found) {
        if (PLAIN.matcher(cell).matches()) {
            boolean number = CertificateNumbers.possible(cell) || known.test(cell);
            (number ? found.numbers : found.texts).add(cell);
            return;
        }
        String text = INVISIBLE
                .matcher(Nfkc.of(ENUMERATION.matcher(cell).replaceAll(";")))
                .replaceAll("");
        Matcher destroyed = DESTROYED.matcher(text);
        while (destroyed.find()) {
            found.destroyed.add(destroyed.group());
        }
        text = destroyed.replaceAll(";");
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || SEPARATORS.indexOf(text.charAt(i)) >= 0) {
                String piece = Blanks.trim(text.substring(from, i));
                int before = found.numbers.size();
                piece(piece, found);
                found.remark(piece, before);
                from = i + 1;
            }
        }
    }

    private void piece(String piece, Found found) {
        if (piece.isEmpty()) {
            return;
        }
        if (EmptyWords.isError(piece)) {
            found.destroyed.add(piece);
            return;
        }
        String whole = Blanks.remove(piece);
        Matcher masked = MASKED.matcher(piece);
        if (!known.test(whole) && masked.find()) {
            masked(masked, found);
            return;
        }
        Matcher hidden = HIDDEN.matcher(piece);
        if (!known.test(whole) && hidden.find()) {
            found.unclear.add(Blanks.remove(hidden.group()));
            found.numbers.addAll(numbers(hidden.replaceAll(";")));
            return;
        }
        Matcher others = OF_OTHERS.matcher(piece);
        if (!known.test(whole) && others.find()) {
            found.unclear.add(Blanks.remove(others.group()));
            found.numbers.addAll(numbers(others.replaceAll(";")));
            return;
        }
        Optional<NumberRange> range = known.test(whole) ? Optional.empty() : NumberRange.of(piece);
        if (range.isPresent()) {
            List<String> held = range.get().numbers().stream().filter(known).toList();
            found.numbers.addAll(held.isEmpty() ? range.get().written() : held);
            if (range.get().open() || held.size() < range.get().numbers().size()) {
                found.unclear.add(piece);
            }
            return;
        }
        List<String> numbers = isMoney(piece) ? List.of() : numbers(piece);
        if (numbers.size() < 2 && known.test(whole)) {
            found.numbers.add(whole);
        } else if (!numbers.isEmpty()) {
            found.numbers.addAll(numbers);
        } else if (!EmptyWords.isNothing(piece)) {
            found.texts.add(whole);
        }
    }

    /** The number as far as it stands there, and behind it signs in the place of the rest. */
    private static Pattern masked(String sign) {
        return Pattern.compile("(?<![A-Za-z0-9])((?:[A-Za-z][A-Za-z0-9-]{0,60}[0-9]|[0-9]{5,60}+))[-\\s]*" + sign
                + "[0-9A-Za-z-]*(?:" + sign + "[0-9A-Za-z-]*)*+");
    }

    /** What is hidden nobody can look up, unless what stands before it is a whole number. */
    private void masked(Matcher masked, Found found) {
        List<String> whole = new ArrayList<>(1);
        String rest = masked.replaceAll(mask -> {
            boolean told = known.test(mask.group(1));
            (told ? whole : found.unclear).add(told ? mask.group(1) : Blanks.remove(mask.group()));
            return ";";
        });
        found.numbers.addAll(whole);
        found.numbers.addAll(numbers(rest));
    }

    private static boolean isMoney(String piece) {
        return piece.chars().anyMatch(c -> c == '元' || Character.getType(c) == Character.CURRENCY_SYMBOL);
    }

    private List<String> numbers(String piece) {
        List<String> numbers = new ArrayList<>(1);
        Matcher run = RUN.matcher(CertificateNumbers.withoutOthers(piece));
        while (run.find()) {
            String text = LABEL.matcher(ended(run.group())).replaceFirst("");
            parts(text).stream().filter(CertificateNumbers::possible).forEach(numbers::add);
        }
        return numbers;
    }

    private static String ended(String run) {
        int end = run.length();
        while (!Character.isLetterOrDigit(run.charAt(end - 1))) {
            end--;
        }
        return FILE_TYPE.matcher(run.substring(0, end)).replaceFirst("");
    }

    /** The numbers of a run: between slashes where each may be one, between blanks where each is long enough. */
    private List<String> parts(String run) {
        List<String> slashed = List.of(SLASHES.split(run));
        if (slashed.size() > 1 && slashed.stream().allMatch(this::mayBeNumber)) {
            return slashed.stream().flatMap(one -> blanked(one).stream()).toList();
        }
        return blanked(run);
    }

    private static List<String> blanked(String run) {
        List<String> words = List.of(BLANKS.split(run));
        List<String> alone = words.stream().filter(CitationReader::standsAlone).toList();
        boolean othersAreWords = words.stream()
                .filter(word -> !standsAlone(word))
                .noneMatch(word -> word.length() > 2 && word.chars().anyMatch(c -> c >= '0' && c <= '9'));
        return words.size() > 1 && !alone.isEmpty() && othersAreWords ? alone : unglued(Blanks.remove(run));
    }

    private static List<String> unglued(String number) {
        List<String> parts =
                GLUED.matcher(number).results().map(part -> part.group()).toList();
        boolean all =
                parts.size() > 1 && parts.stream().mapToInt(String::length).sum() == number.length();
        return all ? parts : List.of(number);
    }

    private boolean mayBeNumber(String text) {
        return CertificateNumbers.possible(text) || known.test(Blanks.remove(text));
    }

    private static boolean standsAlone(String word) {
        return CertificateNumbers.possible(word) && ModelKeys.normalise(word).length() >= SHORTEST_ALONE;
    }

    private static List<String> each(List<String> texts) {
        if (texts.size() < 2) {
            return texts;
        }
        Map<String, String> once = new LinkedHashMap<>();
        texts.forEach(text -> once.putIfAbsent(ModelKeys.normalise(text), text));
        return List.copyOf(once.values());
    }

    private static final class Found {
        private final List<String> numbers = new ArrayList<>(1);
        private final List<String> texts = new ArrayList<>(0);
        private final List<String> destroyed = new ArrayList<>(0);
        private final List<String> unclear = new ArrayList<>(0);
        private final List<CitationRemark> remarks = new ArrayList<>(0);
        private int ofLastNumber;

        /** Keeps what a piece says of its numbers, those from a place on, or of the last numbers before it. */
        void remark(String piece, int from) {
            ofLastNumber = from < numbers.size() ? from : ofLastNumber;
            List<CitationRemark> said = CitationRemark.of(numbers.subList(ofLastNumber, numbers.size()), piece);
            if (!said.isEmpty()) {
                remarks.addAll(said);
                ofLastNumber = numbers.size();
            }
        }
    }
}
