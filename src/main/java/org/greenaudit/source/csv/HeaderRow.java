package org.greenaudit.source.csv;

import java.nio.file.Path;
import java.util.List;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.FeedLayout;
import org.greenaudit.purchase.HeaderReader;
import org.greenaudit.purchase.InputException;

/** The header row of a file. */
final class HeaderRow {

    private HeaderRow() {}

    /**
     * How the rows under the header that the cursor is at are laid out.
     *
     * @throws InputException when the header cannot be taken apart, decoded or understood
     */
    static FeedLayout layout(HeaderReader headers, int sourceNo, String name, Path file, RowCursor cursor) {
        if (cursor.record().flaw() != RecordFlaw.NONE) {
            throw new InputException(
                    Text.of("source.header-flawed", file, cursor.record().flawLine()));
        }
        List<String> cells = cursor.texts();
        if (cursor.row().brokenCell() >= 0) {
            throw new InputException(Text.of(
                    "source.header-charset",
                    file,
                    cursor.row().brokenCell() + 1,
                    cursor.record().line()));
        }
        return headers.read(sourceNo, name, cells);
    }
}
