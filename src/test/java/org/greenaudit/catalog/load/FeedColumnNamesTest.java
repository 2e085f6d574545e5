package org.greenaudit.catalog.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.greenaudit.purchase.FeedColumn;
import org.junit.jupiter.api.Test;

class FeedColumnNamesTest {

    @Test
    void theNamesAreThoseOfTheFeed() {
        assertThat(FeedColumnNames.ALL)
                .containsExactlyElementsOf(Arrays.stream(FeedColumn.values())
                        .map(FeedColumn::header)
                        .toList());
    }
}
