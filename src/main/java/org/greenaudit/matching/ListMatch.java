package org.greenaudit.matching;

import java.util.List;
import java.util.stream.Collectors;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.message.Text;

/** How a purchase stands to one list. */
public sealed interface ListMatch {

    /** The list's identifier. */
    String listId();

    /**
     * A listed item that the purchase is or may be.
     *
     * @param item the row
     * @param basis what ties the purchase to it
     */
    record Candidate(ListedItem item, MatchBasis basis) {}

    /**
     * Why the classification alone cannot carry a violation.
     *
     * @param question which question is open
     * @param text the question with this line's particulars
     */
    record Doubt(Question question, Text text) {}

    /** How a category code contradicts a name that plainly says goods of a listed row. */
    enum CodeContradiction {
        /** It does not, or there is no code. */
        NONE,
        /** The code is one of other goods, and of none that the list stars. */
        OTHER_GOODS,
        /** The code is one of services or works. */
        SERVICE_OR_WORKS
    }

    /**
     * Outside the list.
     *
     * @param listId the list
     * @param reason why
     */
    record Outside(String listId, NotListedReason reason) implements ListMatch {}

    /**
     * Inside the list, or possibly so.
     *
     * @param list the edition that governs the contract date
     * @param candidates the rows it is or may be, best first; never empty
     * @param mayBeOutside true when it may also be none of them
     * @param doubts what the classification leaves open; empty when it is certain
     * @param contradiction how the code contradicts the name that ties the line to the candidates
     * @param notes warnings that travel with the verdict, such as a scheme taken from the name against the code
     */
    record Inside(
            ProductList list,
            List<Candidate> candidates,
            boolean mayBeOutside,
            List<Doubt> doubts,
            CodeContradiction contradiction,
            List<Text> notes)
            implements ListMatch {

        public Inside {
            candidates = List.copyOf(candidates);
            doubts = List.copyOf(doubts);
            notes = List.copyOf(notes);
        }

        @Override
        public String listId() {
            return list.id();
        }

        /** The names of the items that it may be, each once. */
        public String itemNames() {
            return candidates.stream()
                    .map(candidate -> candidate.item().itemName())
                    .distinct()
                    .collect(Collectors.joining(" / "));
        }
    }
}
