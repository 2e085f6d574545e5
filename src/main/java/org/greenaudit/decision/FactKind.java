package org.greenaudit.decision;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greenaudit.catalog.name.BoughtModel;
import org.greenaudit.matching.Classifier;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.text.EmptyWords;
import org.greenaudit.text.FullWidth;
import org.greenaudit.text.NameKeys;

/** A fact about goods that the feed left out and a person supplied. */
public enum FactKind {
    /** 打印技术: 激光, 喷墨, 针式. */
    TECHNOLOGY("printer-technology", "打印技术", "技术"),
    /** 制冷量, with its unit. */
    CAPACITY("cooling-capacity", "制冷量"),
    /** 品牌. */
    BRAND("", "品牌"),
    /** 型号. */
    MODEL("", "型号", "规格型号"),
    /** 品目版本: 2013 or 2022. */
    SCHEME("category-scheme", "品目版本", "版本"),
    /** 种类: any word that tells the goods from others of the same name, such as 液晶 or 钢制. */
    KIND("kind-ambiguous", "种类", "类别");

    private static final Pattern TEN_THOUSANDS = Pattern.compile("([0-9]{1,4}(?:\\.[0-9]{1,4})?)万(?=W|w|瓦)");

    private static final List<String> SCHEMES = List.of("2013", "2022");

    private final String question;
    private final List<String> words;

    FactKind(String question, String... words) {
        this.question = question;
        this.words = List.of(words);
    }

    /** The id of the question that it answers; empty where no question asks for it alone. */
    public String question() {
        return question;
    }

    /** The kind that a label means, in either language. */
    static Optional<FactKind> named(String label) {
        String name = NameKeys.normalise(label);
        return Arrays.stream(values())
                .filter(kind -> kind.words.contains(name) || kind.id().equals(name))
                .findFirst();
    }

    /** A label of any of them, with the colon behind it. */
    static String anyLabel() {
        return anyName() + "\\s*[:：]";
    }

    /** A label of any of them. */
    static String anyName() {
        return Arrays.stream(values())
                .flatMap(kind -> Stream.concat(kind.words.stream(), Stream.of(kind.id())))
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    /** Whether a text tells the fact at all; what tells nothing would stand in the way of what does. */
    boolean isToldBy(String text, Classifier classifier) {
        return switch (this) {
            case BRAND -> !EmptyWords.namesNone(text);
            case MODEL -> BoughtModel.tells(text);
            case SCHEME -> SCHEMES.contains(year(text));
            case CAPACITY -> Classifier.tellsCapacity(inWatts(text));
            case TECHNOLOGY -> classifier.tellsTechnology(text);
            case KIND -> classifier.tellsKind(text);
        };
    }

    /** 1.4万W: 14000W. */
    private static String inWatts(String capacity) {
        return TEN_THOUSANDS.matcher(FullWidth.compact(capacity)).replaceAll(found -> new BigDecimal(found.group(1))
                .movePointRight(4)
                .stripTrailingZeros()
                .toPlainString());
    }

    /** 2013年版, 2013版: 2013. */
    private static String year(String edition) {
        return edition.replaceFirst("\\s*年?\\s*版?$", "");
    }

    /** The kind that answers a question, if one does. */
    static Optional<FactKind> asked(String question) {
        return Arrays.stream(values())
                .filter(kind -> !question.isEmpty() && kind.question.equals(question))
                .findFirst();
    }

    /** The name in files: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that name, if there is one. */
    public static Optional<FactKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }

    /** The line as if its feed had told this fact. */
    PurchaseLine told(PurchaseLine line, String value) {
        return switch (this) {
            case BRAND -> line.withProduct(value, line.model());
            case MODEL -> line.withProduct(line.brand(), value);
            case SCHEME -> line.withScheme(year(value));
            case CAPACITY -> line.withSpec(inWatts(value), line.spec());
            case TECHNOLOGY, KIND -> line.withSpec(line.spec(), value);
        };
    }
}
