package org.greenaudit.matching.phrase;

import java.util.List;
import org.greenaudit.catalog.NameTerm;

/**
 * A term found in a text.
 *
 * @param start its first character
 * @param end the character after its last
 * @param role what finding it means; a term that names one kind and qualifies another is an {@code INCLUDE}
 * @param kind the kind it names or, excluded, does not name; empty for other roles
 * @param qualifies the kinds it supports where a wider name stands elsewhere
 * @param otherUses the kinds of which it makes other goods when it stands before their name (车载 before 冰箱)
 */
public record TermMention(
        int start, int end, NameTerm.Role role, String kind, List<String> qualifies, List<String> otherUses) {

    /** Whether it names goods of a known kind. */
    public boolean isGoods() {
        return role == NameTerm.Role.INCLUDE;
    }

    /** Whether it may stand for goods where nothing else names them: 一体机, 主机. */
    public boolean standsForGoods() {
        return role != NameTerm.Role.PROPERTY && !qualifies.isEmpty();
    }

    /** Whether it names a service or works. */
    boolean isService() {
        return role == NameTerm.Role.SERVICE || role == NameTerm.Role.WORKS;
    }

    /** Whether it can be the head of a name: it says what a thing is, not how it is. */
    boolean canBeHead() {
        return switch (role) {
            case INCLUDE, EXCLUDE, OTHER_GOODS, SERVICE, WORKS, SALE, ACCESSORY -> true;
            case QUALIFIER,
                    PROPERTY,
                    PRODUCTION_LINE,
                    PROTECTED,
                    SPECIAL_USE,
                    OTHER_USE,
                    OTHER_HEAD,
                    GENERAL,
                    HEAD,
                    PART,
                    ACTIVITY,
                    ATTRIBUTE,
                    FITTING,
                    FRAME,
                    TOP,
                    LEG,
                    LABEL,
                    MODIFIER,
                    PROMISE,
                    PROMISE_MANNER,
                    PROMISE_GIFT,
                    PROMISE_WORK,
                    PROMISE_UPKEEP,
                    WRAPPER -> false;
        };
    }
}
