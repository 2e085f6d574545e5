package org.greenaudit.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The category catalogues of both schemes (政府采购品目分类目录). 2022 is complete; of 2013 only part is known. */
public interface CategoryCatalogue {

    /** The official name of a code, blanks removed by {@code NameKeys}; empty when the scheme's catalogue lacks it. */
    Optional<String> name(CategoryScheme scheme, CategoryCode code);

    /** The goods that the 2022 catalogue names under each code, by title and in its explanations, normalised. */
    Map<CategoryCode, List<String>> goods();
}
