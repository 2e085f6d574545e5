package org.greenaudit.matching;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import org.greenaudit.catalog.CapacityBand;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.matching.phrase.NameReading;
import org.greenaudit.purchase.PurchaseLine;

/** 空调 alone, in a room-scale purchase, is a 房间空气调节器, which never cools with more than 14 000 W. */
final class AirConditioning {

    private static final String WIDE = "空调";
    private static final String WIDE_BY_CATEGORY = "空调机";
    private static final String ROOM = "房间空气调节器";
    private static final String LARGE = "空调机组";
    /** The sorts that the lists divide at 14 000 W. */
    private static final List<String> EITHER_SIZE = List.of("多联式空调(热泵)机组", "单元式空气调节机");

    /** No single room unit costs more, in yuan. */
    private static final BigDecimal ROOM_PRICE = BigDecimal.valueOf(20_000);

    private static final long FEN_PER_YUAN = 100;

    private AirConditioning() {}

    /** The kind that is meant: the room air conditioner where the purchase is of room scale, else the kind itself. */
    static String narrowed(String kind, LineText text) {
        boolean wide = kind.equals(WIDE) || kind.equals(WIDE_BY_CATEGORY);
        return wide && roomScale(text) ? ROOM : kind;
    }

    /** A wall or floor unit of more than 14 000 W is no room air conditioner, but one of the larger sorts. */
    static List<String> outgrown(List<String> kinds, LineText text) {
        boolean tooLarge = kinds.equals(List.of(ROOM))
                && text.capacity().isPresent()
                && !CapacityBand.UP_TO_14000_W.holds(text.capacity().getAsInt());
        return tooLarge ? List.of(LARGE) : kinds;
    }

    /**
     * The rows of room machines, where the code is theirs: a ducted, ceiling or multi-split unit stands under it too, up
     * to 14 000 W.
     */
    static List<ListedItem> roomMachines(NameReading reading, List<ListedItem> coded, LineText text) {
        boolean ofEitherSize = reading.certain() && EITHER_SIZE.containsAll(reading.kinds());
        return ofEitherSize && text.capacity().stream().allMatch(CapacityBand.UP_TO_14000_W::holds)
                ? coded.stream()
                        .filter(row -> row.kind().equals(WIDE_BY_CATEGORY))
                        .toList()
                : List.of();
    }

    private static boolean roomScale(LineText text) {
        OptionalInt watts = text.capacity();
        if (watts.isPresent()) {
            return CapacityBand.UP_TO_14000_W.holds(watts.getAsInt());
        }
        return isRoomPriced(text.line());
    }

    /** Whether one piece costs no more than a room machine does, as far as the line tells. */
    static boolean isRoomPriced(PurchaseLine line) {
        if (line.unitPrice().known()) {
            return line.unitPrice().value().signum() > 0
                    && line.unitPrice().value().compareTo(ROOM_PRICE) <= 0;
        }
        if (!line.quantity().known() || line.quantity().value().signum() <= 0 || line.amountFen() <= 0) {
            return false;
        }
        BigDecimal most = ROOM_PRICE.multiply(line.quantity().value()).multiply(BigDecimal.valueOf(FEN_PER_YUAN));
        return BigDecimal.valueOf(line.amountFen()).compareTo(most) <= 0;
    }

    /** Whether a row can hold a product of that capacity. */
    static boolean holds(ListedItem item, int watts) {
        return item.capacity().holds(watts) && (!item.kind().equals(ROOM) || CapacityBand.UP_TO_14000_W.holds(watts));
    }
}
