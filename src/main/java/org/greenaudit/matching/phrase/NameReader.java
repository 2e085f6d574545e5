package org.greenaudit.matching.phrase;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.catalog.NameTerm;
import org.greenaudit.catalog.ProductKinds;
import org.greenaudit.matching.phrase.NameReading.Certainty;
import org.greenaudit.matching.phrase.NameReading.Shape;
import org.greenaudit.text.NormalizedText;
import org.greenaudit.text.Remembered;

/**
 * Reads a name: which goods it names, or that it names a service, works, an accessory. Goods in a long
 * description are never certain. Immutable and safe for several threads.
 */
public final class NameReader {

    /** Characters of a longer text than anybody calls goods. Reading a name takes time with the square of its length. */
    static final int LONGEST_NAME = 2_000;

    /** Nobody names goods in more words; reading a name takes time with the square of their number, too. */
    static final int MOST_WORDS = 100;

    private static final String MADE_FOR = "专用";

    private final TermIndex index;
    private final BodyMaterials materials;
    private final ProductKinds kinds;
    private final Warranty warranty;
    private final GeneralNouns general;
    private final PhraseFront front;
    private final PhraseTail tail;
    private final GoodsInARow row;
    private final OtherThings things;
    private final Remembered<Name> categories = new Remembered<>(this::whole);

    /**
     * A reader.
     *
     * @param listed the kinds that rows of any list cover, whole or in part
     */
    public NameReader(List<NameTerm> terms, ProductKinds kinds, BrandAliases brands, Set<String> listed) {
        this.index = new TermIndex(terms);
        this.materials = new BodyMaterials(kinds, terms);
        this.kinds = kinds;
        this.warranty = new Warranty(terms);
        this.general = new GeneralNouns(brands, warranty, terms);
        this.front = new PhraseFront(kinds, brands, terms);
        this.tail = new PhraseTail(kinds, brands, general, terms);
        this.row = new GoodsInARow(kinds, brands, front, tail, listed);
        this.things = new OtherThings(front, tail, general);
    }

    /**
     * The terms of a text without the materials of mere parts.
     *
     * @param name whether the text is a name, and no description
     */
    public List<TermMention> mentions(NormalizedText text, boolean name) {
        return materials.passOver(text, index.find(text), name);
    }

    /** Whether a stretch of a name holds nothing but brands, letters and figures, and what the seller promises. */
    public boolean tellsNoKind(NormalizedText name, int from, int to) {
        return general.tellsNoKind(name, from, to);
    }

    /**
     * A name with all that was read of it.
     *
     * @param mentions the terms in it
     */
    public record Name(NormalizedText text, List<TermMention> mentions, NameReading reading) {}

    /** The name of a category, which many lines share. */
    public Name ofCategory(String name) {
        return categories.of(name);
    }

    private Name whole(String name) {
        NormalizedText text = NormalizedText.of(name);
        List<TermMention> mentions = List.copyOf(mentions(text, true));
        return new Name(text, mentions, read(text, mentions));
    }

    /** Reads a name. */
    public NameReading read(NormalizedText text) {
        return read(text, mentions(text, true));
    }

    /** Reads a name whose terms have been found. */
    public NameReading read(NormalizedText text, List<TermMention> mentions) {
        if (text.length() > LONGEST_NAME || mentions.size() > MOST_WORDS) {
            return readDescription(mentions);
        }
        for (TermMention mention : mentions) {
            boolean sale = mention.role() == NameTerm.Role.SALE;
            if ((mention.isService() && isBracketed(text, mention)) || (sale && opensOrIsBracketed(text, mention))) {
                return NameReading.of(sale ? Shape.SALE : Shape.SERVICE, mentions);
            }
        }
        return readGoods(text, outsidePromises(text, mentions, false), outsidePromises(text, mentions, true));
    }

    /** Reads a text that is too long for a name, or repeats itself too often, whose words only hint at what it may be of. */
    private static NameReading readDescription(List<TermMention> mentions) {
        List<String> kinds = mentions.stream()
                .filter(TermMention::isGoods)
                .map(TermMention::kind)
                .distinct()
                .toList();
        return new NameReading(
                kinds.isEmpty() ? Shape.SILENT : Shape.GOODS, kinds, false, Certainty.DOUBTFUL, mentions);
    }

    /** The terms that are no part of what the seller promises, perhaps with those for upkeep, which is a service as well. */
    private List<TermMention> outsidePromises(NormalizedText text, List<TermMention> mentions, boolean orUpkeep) {
        if (mentions.stream().noneMatch(TermMention::isService)) {
            return mentions;
        }
        List<TermMention> outside = new ArrayList<>(mentions.size());
        int promised = 0;
        int i = 0;
        for (TermMention mention : mentions) {
            while (i <= mention.start()) {
                int end = warranty.endAt(text, i);
                promised = Math.max(promised, end);
                i = Math.max(end, i + 1);
            }
            if (mention.start() >= promised || (orUpkeep && warranty.isUpkeep(text, mention))) {
                outside.add(mention);
                i = mention.end();
            }
        }
        return outside;
    }

    private NameReading readGoods(NormalizedText text, List<TermMention> named, List<TermMention> mentions) {
        List<NamePhrase> clauses = PhraseSplitter.split(text, named, warranty);
        List<String> sideBySide = row.kinds(text, clauses, mentions);
        if (!sideBySide.isEmpty()) {
            return new NameReading(Shape.GOODS, sideBySide, true, Certainty.PLAIN, mentions);
        }
        List<PhraseHead> heads = new ArrayList<>(clauses.size());
        for (int k = 0; k < clauses.size(); k++) {
            NamePhrase clause = clauses.get(k);
            heads.add(PhraseHead.of(
                    text, isSlashed(text, clause) ? clause.sharing(clauses.get(k - 1)) : clause, front, tail));
        }
        boolean[] taken = usedUpBehind(text, clauses, heads);
        boolean[] weakened = new boolean[heads.size()];
        spreadServices(text, clauses, heads, taken, weakened);
        return combine(text, clauses, heads, taken, weakened, mentions);
    }

    /** Whether a mention is all that a pair of brackets holds: 空调（维修）. */
    private static boolean isBracketed(NormalizedText text, TermMention mention) {
        return mention.start() > 0
                && text.at(mention.start() - 1) == '('
                && mention.end() < text.length()
                && text.at(mention.end()) == ')';
    }

    /** A sale that the name begins with or holds in brackets: 报废台式电脑一批, 空调（转让）. */
    private static boolean opensOrIsBracketed(NormalizedText text, TermMention mention) {
        return mention.start() == 0 || isBracketed(text, mention);
    }

    /** A service or accessory at the end takes the goods joined before it, or at least makes them doubtful. */
    private static void spreadServices(
            NormalizedText text,
            List<NamePhrase> clauses,
            List<PhraseHead> heads,
            boolean[] taken,
            boolean[] weakened) {
        for (int k = heads.size() - 1; k > 0; k--) {
            Shape shape = heads.get(k).shape();
            boolean accessory = shape == Shape.ACCESSORY && heads.get(k).governs() && !addsTo(text, clauses.get(k));
            if (shape != Shape.SERVICE && !accessory) {
                continue;
            }
            boolean takes = heads.get(k).governs() && !(accessory && mayBePart(text, clauses.get(k)));
            boolean fits = accessory && isMadeFor(text, clauses.get(k));
            boolean joined = true;
            for (int j = k - 1; j >= 0 && clauses.get(j + 1).joint() != NamePhrase.Joint.SENTENCE; j--) {
                if (clauses.get(j + 1).joint() == NamePhrase.Joint.BOUGHT
                        || clauses.get(j).purchased()) {
                    break;
                }
                joined &= clauses.get(j + 1).joint() == NamePhrase.Joint.AND || fits;
                if (joined && takes) {
                    taken[j] = true;
                } else {
                    weakened[j] = true;
                }
            }
        }
    }

    /** Whether a clause says that its accessory is made for what stands before: 笔记本电脑，S530专用配件. */
    private static boolean isMadeFor(NormalizedText text, NamePhrase clause) {
        return clause.mentions().stream()
                .anyMatch(mention -> mention.role() == NameTerm.Role.ACCESSORY
                        && text.value()
                                .substring(clause.start(), mention.start())
                                .endsWith(MADE_FOR));
    }

    /** Whether a slash joins a clause to the one before, so that the two may share a modifier or a head. */
    private static boolean isSlashed(NormalizedText text, NamePhrase clause) {
        return clause.joint() == NamePhrase.Joint.AND && text.at(clause.start() - 1) == '/';
    }

    /** The clauses whose goods only tell what the supply behind a slash is for: 激光打印机/传真机硒鼓. */
    private boolean[] usedUpBehind(NormalizedText text, List<NamePhrase> clauses, List<PhraseHead> heads) {
        boolean[] taken = new boolean[heads.size()];
        for (int k = heads.size() - 1; k > 0; k--) {
            taken[k - 1] =
                    isSlashed(text, clauses.get(k)) && (taken[k] || isSupplyFor(text, clauses.get(k), heads.get(k)));
        }
        return taken;
    }

    /** Whether a clause names what is used up in goods and, before it, the goods: 传真机硒鼓. */
    private boolean isSupplyFor(NormalizedText text, NamePhrase clause, PhraseHead head) {
        if (head.kinds().stream().noneMatch(kind -> KnownKinds.isUsedUp(kinds, kind))) {
            return false;
        }
        int end = clause.mentions().stream()
                .filter(TermMention::isGoods)
                .mapToInt(TermMention::end)
                .max()
                .orElse(clause.end());
        for (int i = end - 1; i > clause.start(); i--) {
            boolean named = index.find(NormalizedText.of(text.value().substring(clause.start(), i))).stream()
                    .anyMatch(mention -> (mention.isGoods() && !KnownKinds.isUsedUp(kinds, mention.kind()))
                            || mention.standsForGoods());
            if (named) {
                return true;
            }
        }
        return false;
    }

    /** Goods behind a plus sign belong to those before: 台式电脑 i7/16G+显示器 is one computer. */
    private static boolean addsTo(NormalizedText text, NamePhrase clause) {
        return clause.joint() == NamePhrase.Joint.AND && text.at(clause.start() - 1) == '+';
    }

    /** An accessory alone behind a slash is part of the goods before it or stands in their stead: 台式电脑/独立显卡. */
    private static boolean mayBePart(NormalizedText text, NamePhrase clause) {
        return isSlashed(text, clause) && clause.mentions().stream().noneMatch(TermMention::isGoods);
    }

    /** Whether a long text is a title of goods of one sort, which says them as plainly as a short name. */
    private boolean isPlainTitle(NormalizedText text, List<NamePhrase> clauses, List<TermMention> mentions) {
        List<String> said = clauses.stream()
                .flatMap(clause -> clause.mentions().stream())
                .filter(TermMention::isGoods)
                .map(TermMention::kind)
                .toList();
        return !said.isEmpty()
                && PhraseSplitter.isTitle(text, warranty)
                && mentions.stream().noneMatch(TermMention::isService)
                && said.stream()
                        .allMatch(kind -> areOfOneSort(kind, said.get(0))
                                || (KnownKinds.isScreen(kinds, kind)
                                        && KnownKinds.mayHaveScreenBeside(kinds, said.get(0))));
    }

    /** Whether two words of a name say goods of one sort, so that an unknown word before one of them makes no other goods. */
    private boolean saidTwice(List<TermMention> mentions, Set<String> named) {
        return mentions.stream()
                        .filter(mention -> Stream.concat(Stream.of(mention.kind()), mention.qualifies().stream())
                                .anyMatch(kind -> named.stream().anyMatch(of -> areOfOneSort(kind, of))))
                        .limit(2)
                        .count()
                == 2;
    }

    private boolean areOfOneSort(String one, String other) {
        return kinds.isA(one, other) || kinds.isA(other, one);
    }

    private static Set<String> plainKinds(List<PhraseHead> heads, boolean[] taken) {
        Set<String> plainly = new LinkedHashSet<>();
        for (int k = 0; k < heads.size(); k++) {
            PhraseHead head = heads.get(k);
            if (!taken[k] && head.shape() == Shape.GOODS && head.certainty() == Certainty.PLAIN) {
                plainly.addAll(head.kinds());
            }
        }
        return plainly;
    }

    private NameReading combine(
            NormalizedText text,
            List<NamePhrase> clauses,
            List<PhraseHead> heads,
            boolean[] taken,
            boolean[] weakened,
            List<TermMention> mentions) {
        boolean description = PhraseSplitter.isDescription(text, warranty) && !isPlainTitle(text, clauses, mentions);
        Set<String> plainly = plainKinds(heads, taken);
        Set<String> named = new LinkedHashSet<>();
        int goods = 0;
        Certainty certainty = description ? Certainty.DOUBTFUL : Certainty.PLAIN;
        boolean bought = false;
        boolean service = false;
        boolean sale = false;
        boolean accessory = false;
        boolean other = false;
        boolean plainlyOther = false;
        Certainty otherwise = Certainty.DOUBTFUL;
        Set<String> beside = new LinkedHashSet<>();
        boolean buying = false;
        for (int k = 0; k < heads.size(); k++) {
            PhraseHead head = heads.get(k);
            buying = clauses.get(k).purchased() || (buying && clauses.get(k).joint() != NamePhrase.Joint.SENTENCE);
            switch (head.shape()) {
                case SERVICE -> service = true;
                case SALE -> sale = true;
                case ACCESSORY -> accessory = true;
                case OTHER_GOODS -> {
                    other = true;
                    plainlyOther |= head.certainty() == Certainty.PLAIN;
                    otherwise = otherwise.and(head.certainty());
                    beside.addAll(head.kinds());
                }
                case GOODS -> {
                    boolean again = head.certainty() != Certainty.PLAIN
                            && clauses.get(k).mentions().stream().noneMatch(TermMention::canBeHead)
                            && head.kinds().stream()
                                    .anyMatch(hint -> plainly.stream().anyMatch(kind -> areOfOneSort(hint, kind)));
                    boolean shared = k + 1 < heads.size()
                            && clauses.get(k + 1).joint() == NamePhrase.Joint.AND
                            && front.isModifier(text, clauses.get(k).end());
                    if (!taken[k] && !again && !shared && !(goods > 0 && addsTo(text, clauses.get(k)))) {
                        named.addAll(head.kinds());
                        if (!description) {
                            certainty = certainty.and(weakened[k] ? Certainty.DOUBTFUL : head.certainty());
                        }
                        bought |= buying;
                        goods++;
                    }
                }
                case SILENT -> {}
            }
        }
        if (sale) {
            return NameReading.of(Shape.SALE, mentions);
        }
        if (!named.isEmpty() && !(description && service && !bought)) {
            named.removeIf(k -> named.stream().anyMatch(o -> !o.equals(k) && kinds.isA(o, k)));
            OtherThings.Before before = goods == 1 ? OtherThings.before(text, clauses) : OtherThings.Before.NOTHING;
            if (before == OtherThings.Before.ROW_OF_THINGS) {
                return NameReading.of(Shape.ACCESSORY, mentions);
            }
            if (before == OtherThings.Before.ANOTHER_THING || things.areInRow(text, clauses, heads)) {
                certainty = certainty.and(Certainty.DOUBTFUL);
            }
            if (certainty == Certainty.QUALIFIED && saidTwice(mentions, named)) {
                certainty = Certainty.PLAIN;
            }
            return new NameReading(Shape.GOODS, List.copyOf(named), goods > 1 && named.size() > 1, certainty, mentions);
        }
        if (!service && !accessory && !other) {
            Optional<String> hinted = general.ofName(text);
            if (hinted.isPresent()) {
                return new NameReading(Shape.GOODS, List.of(hinted.get()), false, Certainty.DOUBTFUL, mentions);
            }
        }
        Shape shape = service ? Shape.SERVICE : accessory ? Shape.ACCESSORY : other ? Shape.OTHER_GOODS : Shape.SILENT;
        return shape == Shape.OTHER_GOODS && !plainlyOther
                ? new NameReading(shape, List.copyOf(beside), false, otherwise, mentions)
                : NameReading.of(shape, mentions);
    }
}
