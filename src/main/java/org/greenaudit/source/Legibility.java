package org.greenaudit.source;

import java.util.Optional;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.FeedLayout;
import org.greenaudit.purchase.FeedRow;
import org.greenaudit.purchase.InputException;
import org.greenaudit.purchase.LineParser;
import org.greenaudit.purchase.Parsed;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.purchase.RejectReason;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.text.Garbled;

/**
 * Whether the first rows of a source can be read at all. Where most are garbled, the source was stored or exported in
 * another charset than it says, and nothing of it is audited; a few garbled rows among others are rejected one by one.
 */
public final class Legibility {

    /** How many rows are looked at. */
    public static final int ROWS = 2_000;

    private final LineParser parser;
    private long looked;
    private long legible;
    private long garbled;
    private Optional<Rejection> example = Optional.empty();

    /** Of a source that is laid out so. */
    public Legibility(FeedLayout layout) {
        this.parser = new LineParser(layout);
    }

    /** Takes the row of that number, in order; rows beyond the first {@link #ROWS} are passed over. */
    public void look(long line, FeedRow row) {
        if (looked == ROWS) {
            return;
        }
        looked++;
        Parsed parsed = parser.parse(line, row);
        if (parsed instanceof Rejection rejection && isGarbled(rejection)) {
            garbled++;
            example = example.or(() -> Optional.of(rejection));
        } else if (parsed instanceof PurchaseLine) {
            legible++;
        }
    }

    private static boolean isGarbled(Rejection rejection) {
        return rejection.reason() == RejectReason.BAD_CHARACTERS
                || Garbled.before(rejection.value()).isPresent();
    }

    /**
     * Refuses a source of which most rows are garbled.
     *
     * @param key the text that says what to do about it
     * @param place where the source is
     */
    public void verify(String key, Object place) {
        if (garbled > legible) {
            Rejection row = example.orElseThrow();
            String before =
                    Garbled.before(row.value()).filter(text -> !text.isEmpty()).orElse("?");
            throw new InputException(
                    Text.of(key, place, garbled, looked, row.ref().line(), row.column(), row.value(), before));
        }
    }
}
