package org.greenaudit.catalog.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.greenaudit.catalog.NameTerm;
import org.greenaudit.catalog.table.CatalogRow;
import org.greenaudit.catalog.table.CatalogTable;
import org.greenaudit.catalog.table.TableFormat;
import org.greenaudit.catalog.table.TableReader;
import org.greenaudit.catalog.table.UniqueValues;
import org.greenaudit.message.Text;

/** Reads {@code name-terms.csv} and {@code exclusion-terms.csv}. One text may name one kind only. */
final class TermReader {

    private final KindReader kinds;
    private final List<NameTerm> terms = new ArrayList<>();
    private final Map<String, String> claims;
    private final Map<String, CatalogRow> claimRows = new HashMap<>();
    private final UniqueValues seen = new UniqueValues();
    private final boolean whole;

    TermReader(TableReader tables, KindReader kinds) {
        this.kinds = kinds;
        this.claims = kinds.names();
        CatalogTable names = tables.read("name-terms.csv", TableFormat.of("kind role term provenance note"));
        this.whole =
                kinds.whole() && names.whole() && names.rows().stream().allMatch(row -> kinds.known(row.text("kind")));
        names.rows().forEach(row -> {
            kinds.check(row, "kind");
            read(
                    row,
                    roles(
                            NameTerm.Role.INCLUDE,
                            NameTerm.Role.EXCLUDE,
                            NameTerm.Role.QUALIFIER,
                            NameTerm.Role.PROPERTY,
                            NameTerm.Role.OTHER_HEAD,
                            NameTerm.Role.GENERAL,
                            NameTerm.Role.OTHER_USE));
        });
        CatalogTable exclusions = tables.read("exclusion-terms.csv", TableFormat.of("role term provenance note"));
        exclusions
                .rows()
                .forEach(row -> read(
                        row,
                        roles(
                                NameTerm.Role.SERVICE,
                                NameTerm.Role.WORKS,
                                NameTerm.Role.ACCESSORY,
                                NameTerm.Role.PRODUCTION_LINE,
                                NameTerm.Role.PROTECTED,
                                NameTerm.Role.SPECIAL_USE,
                                NameTerm.Role.OTHER_USE,
                                NameTerm.Role.SALE,
                                NameTerm.Role.HEAD,
                                NameTerm.Role.PART,
                                NameTerm.Role.ACTIVITY,
                                NameTerm.Role.ATTRIBUTE,
                                NameTerm.Role.FITTING,
                                NameTerm.Role.FRAME,
                                NameTerm.Role.TOP,
                                NameTerm.Role.LEG,
                                NameTerm.Role.LABEL,
                                NameTerm.Role.MODIFIER,
                                NameTerm.Role.PROMISE,
                                NameTerm.Role.PROMISE_MANNER,
                                NameTerm.Role.PROMISE_GIFT,
                                NameTerm.Role.PROMISE_WORK,
                                NameTerm.Role.PROMISE_UPKEEP,
                                NameTerm.Role.WRAPPER)));
    }

    /** The terms of both files in file order. */
    List<NameTerm> terms() {
        return List.copyOf(terms);
    }

    /** The kinds with every text that names one. */
    KindTree tree() {
        return kinds.tree(claims);
    }

    /** Whether every kind and every text that names one was read. */
    boolean whole() {
        return whole;
    }

    /** The kinds that an include term names. */
    Set<String> named() {
        return terms.stream()
                .filter(term -> term.role() == NameTerm.Role.INCLUDE)
                .map(NameTerm::kind)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void read(CatalogRow row, Map<String, NameTerm.Role> roles) {
        var role = row.choice("role", roles);
        var term = row.name("term");
        if (role.isPresent() && term.isPresent()) {
            String kind = row.text("kind");
            if (!seen.claim(String.join("\n", row.file(), row.text("role"), kind, term.get()), row, "term")) {
                return;
            }
            terms.add(new NameTerm(term.get(), role.get(), kind));
            if (role.get() == NameTerm.Role.INCLUDE) {
                claim(term.get(), kind, row);
            }
        }
    }

    private void claim(String term, String kind, CatalogRow row) {
        String holder = claims.putIfAbsent(term, kind);
        if (holder == null) {
            claimRows.put(term, row);
        } else if (!holder.equals(kind)) {
            long line = claimRows.containsKey(term) ? claimRows.get(term).line() : 0;
            row.report(
                    "term",
                    line == 0
                            ? Text.of("catalog-problem.term-is-kind", holder)
                            : Text.of("catalog-problem.term-two-kinds", holder, line));
        }
    }

    private static Map<String, NameTerm.Role> roles(NameTerm.Role... roles) {
        Map<String, NameTerm.Role> byName = new LinkedHashMap<>();
        for (NameTerm.Role role : roles) {
            byName.put(role.name().toLowerCase(Locale.ROOT).replace('_', '-'), role);
        }
        return byName;
    }
}
