package org.greenaudit.catalog.name;

import java.util.regex.Pattern;

/** How names of companies compare: like brands, without the words that only say what kind of company it is. */
public final class CompanyNames {

    private static final Pattern KIND =
            Pattern.compile("(?:股份|有限|责任|集团|总|公司|制造厂|厂|COLTD|CO|LTD|LIMITED|INC|CORPORATION|CORP|GMBH|COMPANY){1,6}$");

    private CompanyNames() {}

    /** The comparable form of a company's name. */
    public static String fold(String name) {
        String folded = BrandKeys.fold(name);
        String bare = KIND.matcher(folded).replaceFirst("");
        return bare.isEmpty() ? folded : bare;
    }
}
