package org.greenaudit.matching;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.greenaudit.catalog.ProductKinds;
import org.greenaudit.matching.phrase.KnownKinds;
import org.greenaudit.matching.phrase.PhraseSplitter;
import org.greenaudit.matching.phrase.TermMention;

/**
 * Narrows a wider kind (打印机, 热水器, 空调) to a sub-kind that the line's other texts name: item name, category name,
 * specification, model, in that order. The first text that says anything decides, but a category of “other” ones (其他柜类)
 * only where no later text knows better; when it names several sub-kinds, all stay possible.
 */
final class KindNarrower {

    private final ProductKinds kinds;

    KindNarrower(ProductKinds kinds) {
        this.kinds = kinds;
    }

    /** The narrowest kinds the line tells; the kind itself when it has no sub-kinds or nothing tells. */
    List<String> narrow(String kind, LineText text) {
        String current = kind;
        while (!kinds.children(current).isEmpty()) {
            List<String> below = below(current, text);
            if (below.size() > 1) {
                return below;
            }
            String next = below.isEmpty() ? AirConditioning.narrowed(current, text) : below.get(0);
            if (next.equals(current)) {
                break;
            }
            current = next;
        }
        return List.of(current);
    }

    private List<String> below(String kind, LineText text) {
        List<String> residual = List.of();
        for (LineText.Source source : LineText.Source.values()) {
            List<String> found = below(kind, own(text, source));
            if (source == LineText.Source.CATEGORY && found.size() == 1 && KnownKinds.isResidual(found.get(0))) {
                residual = found;
            } else if (!found.isEmpty()) {
                return found;
            }
        }
        return residual;
    }

    /** The terms of a text, in an item name without the goods that it says others to hold: 监控系统（含监视器）. */
    private static List<TermMention> own(LineText text, LineText.Source source) {
        List<TermMention> mentions = text.mentions(source);
        return source == LineText.Source.ITEM
                ? mentions.stream()
                        .filter(mention -> !mention.isGoods() || !PhraseSplitter.isHeld(text.item(), mention.start()))
                        .toList()
                : mentions;
    }

    /** The narrowest sub-kinds that terms name; where no term names one, those that terms support. */
    private List<String> below(String kind, List<TermMention> mentions) {
        Set<String> found = new LinkedHashSet<>();
        for (TermMention mention : mentions) {
            if (mention.isGoods()) {
                addBelow(mention.kind(), kind, found);
            }
        }
        if (found.isEmpty()) {
            addSupported(kind, mentions, found);
        }
        List<String> narrowest = new ArrayList<>(found);
        narrowest.removeIf(k -> found.stream().anyMatch(o -> !o.equals(k) && kinds.isA(o, k)));
        return narrowest;
    }

    /** The sub-kinds that every qualifying term supports (钢管 and 木板: 钢木床类), or else those that any supports. */
    private void addSupported(String kind, List<TermMention> mentions, Set<String> found) {
        Set<String> byAll = new LinkedHashSet<>();
        boolean first = true;
        for (TermMention mention : mentions) {
            Set<String> supported = new LinkedHashSet<>();
            mention.qualifies().forEach(k -> addBelow(k, kind, supported));
            if (!supported.isEmpty()) {
                found.addAll(supported);
                if (first) {
                    byAll.addAll(supported);
                } else {
                    byAll.retainAll(supported);
                }
                first = false;
            }
        }
        if (!byAll.isEmpty()) {
            found.retainAll(byAll);
        }
    }

    private void addBelow(String candidate, String kind, Set<String> found) {
        if (!candidate.equals(kind) && kinds.isA(candidate, kind)) {
            found.add(candidate);
        }
    }
}
