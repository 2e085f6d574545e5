package org.greenaudit.portal;

import java.util.List;
import java.util.Optional;
import org.greenaudit.portal.desk.Visit;
import org.springframework.ui.Model;

/** What a form for decisions offers: the conclusions that its findings can have, and what one about a product would reach. */
final class DecisionForm {

    /** A conclusion to choose. */
    private record Kind(String id, String word) {}

    private DecisionForm() {}

    /**
     * Puts it on a page.
     *
     * @param kinds the conclusions
     * @param byProduct whether something can be decided about a brand and model
     * @param reach what that reaches, in words for people; empty where the page tells it otherwise
     */
    static void offer(Model model, Visit visit, List<String> kinds, boolean byProduct, Optional<String> reach) {
        model.addAttribute(
                "kinds",
                kinds.stream()
                        .map(kind -> new Kind(kind, visit.say("decision.kind." + kind)))
                        .toList());
        model.addAttribute("byProduct", byProduct);
        model.addAttribute("reach", reach.stream().toList());
    }
}
