package org.greenaudit.matching.phrase;

import java.util.Set;
import org.greenaudit.catalog.ProductKinds;

/** The kinds of {@code product-kinds.csv} that the policy gives a rule of their own. */
public final class KnownKinds {

    private static final String PRINTER = "打印机";
    private static final String PAINT = "涂料";
    /** Prints, copies and scans; never a printer of its technology, whatever it is called. */
    public static final String MULTIFUNCTION = "多功能一体机";

    private static final Set<String> MULTIFUNCTION_IS = Set.of(PRINTER, "复印机", "扫描仪", "传真通信设备");

    private static final String AIR_CONDITIONER = "空调";

    private static final String VEHICLE = "汽车";

    private static final String FURNITURE = "家具";
    /** Several pieces of furniture that belong together. */
    public static final String FURNITURE_SET = "组合家具";

    /** Directly behind the name of goods it belongs to them (空调柜), while a desk or chair is furniture. */
    static final String CABINET = "柜类";

    private static final String DESK_AND_CHAIR = "桌椅";

    private static final String TABLE = "台、桌类";
    private static final String BED = "床类";

    /** Furniture of metal, of wood, and with a frame of metal under a top of wood. */
    private static final Set<String> OF_METAL = Set.of("金属质架类", "金属骨架为主的椅凳类");

    private static final Set<String> OF_WOOD = Set.of("木质架类", "木骨架为主的椅凳类", "木制台、桌类");
    private static final Set<String> OF_BOTH = Set.of("钢木台、桌类", "钢木床类");
    /** What machines are made with: directly behind the name of other goods it is a part of them (洗衣机电机). */
    private static final Set<String> COMPONENTS = Set.of("电机", "泵", "变压器", "制冷压缩机", "镇流器");

    /** What has its components built in, none of them of a size that a list means. */
    private static final Set<String> MACHINES =
            Set.of("电冰箱", "洗衣机", "热水器", PRINTER, "复印机", MULTIFUNCTION, "扫描仪", "投影仪", VEHICLE);

    private static final String COMPUTER = "计算机";
    private static final String DESKTOP = "台式计算机";
    private static final String SCREEN = "显示器";
    private static final String CONSUMABLE = "打印耗材";
    /** What belongs to other goods or is used up in them, and is out whatever the code. */
    private static final Set<String> ACCESSORIES = Set.of(CONSUMABLE, "支架", "马桶盖", "计算机配件");

    /** Kinds whose sorts are different things; the sorts of another kind are often names of one thing (筒灯 射灯). */
    private static final Set<String> SUNDRY =
            Set.of("计算机设备", COMPUTER, "办公自动化设备", "生活用电器", "热水器", "视频监控设备", FURNITURE, DESK_AND_CHAIR, "门窗", "便器");

    private KnownKinds() {}

    /** Whether two names mean two things, neither of which is a sort of the other or belongs to it. */
    static boolean areTwo(ProductKinds kinds, String one, String other) {
        return !kinds.isA(one, other)
                && !kinds.isA(other, one)
                && !(mayHaveScreenBeside(kinds, one) && isScreen(kinds, other))
                && (kinds.parent(one).isEmpty()
                        || kinds.parent(one).filter(SUNDRY::contains).isPresent()
                        || kinds.parent(one)
                                .filter(wider -> kinds.isA(other, wider))
                                .isEmpty());
    }

    /** Whether a machine is a multifunction one, which does what the other machine does alone. */
    static boolean isFunctionOf(ProductKinds kinds, String machine, String other) {
        return machine.equals(MULTIFUNCTION)
                && !other.equals(MULTIFUNCTION)
                && MULTIFUNCTION_IS.stream().anyMatch(function -> kinds.isA(other, function));
    }

    /** Whether goods are part of what they are said to come with: what a vehicle holds, and furniture with furniture. */
    static boolean isHolder(ProductKinds kinds, String kind, String held) {
        return kinds.isA(kind, VEHICLE) || (isFurniture(kinds, kind) && isFurniture(kinds, held));
    }

    /** Whether the rows of a kind differ by printing technology. */
    public static boolean isPrinter(ProductKinds kinds, String kind) {
        return kinds.isA(kind, PRINTER);
    }

    /** Whether a kind is that of printers of one technology. */
    public static boolean isPrintingTechnology(ProductKinds kinds, String kind) {
        return isPrinter(kinds, kind) && !kind.equals(PRINTER);
    }

    /** Whether goods of a kind are, or may be, a computer that has its screen beside it. */
    static boolean mayHaveScreenBeside(ProductKinds kinds, String kind) {
        return kind.equals(COMPUTER) || kinds.isA(kind, DESKTOP);
    }

    /** Whether goods of a kind cool rooms, by one machine or two halves. */
    static boolean isAirConditioner(ProductKinds kinds, String kind) {
        return kinds.isA(kind, AIR_CONDITIONER);
    }

    /** Whether goods of a kind are computers of one sort. */
    static boolean isComputer(ProductKinds kinds, String kind) {
        return kinds.isA(kind, COMPUTER) && !kind.equals(COMPUTER);
    }

    /** Whether goods of a kind are, or may be, computers of any sort. */
    static boolean mayHaveProcessor(ProductKinds kinds, String kind) {
        return kinds.isA(kind, COMPUTER);
    }

    /** Whether goods of a kind are the screens of computers. */
    static boolean isScreen(ProductKinds kinds, String kind) {
        return kinds.isA(kind, SCREEN);
    }

    /** Whether goods of a kind are, right behind goods that have their screen in them, a spare one: 笔记本电脑显示器. */
    static boolean isScreenOf(ProductKinds kinds, String kind, String goods) {
        return isScreen(kinds, kind) && kinds.isA(goods, COMPUTER) && !mayHaveScreenBeside(kinds, goods);
    }

    /** Whether goods of a kind are mostly built into others. */
    static boolean isComponent(ProductKinds kinds, String kind) {
        return COMPONENTS.stream().anyMatch(component -> kinds.isA(kind, component));
    }

    /** Whether a component is, right behind the name of such goods, a spare part of them: 洗衣机排水泵. */
    static boolean isSpareOf(ProductKinds kinds, String component, String whole) {
        return isComponent(kinds, component) && MACHINES.stream().anyMatch(machine -> kinds.isA(whole, machine));
    }

    /** Whether goods of a kind belong to others: a bracket under the code of television sets is no question. */
    public static boolean isAccessory(ProductKinds kinds, String kind) {
        return ACCESSORIES.stream().anyMatch(accessory -> kinds.isA(kind, accessory));
    }

    /** Whether goods of a kind are machines that print or copy, in which cartridges and paper are used up. */
    static boolean usesUp(ProductKinds kinds, String kind) {
        return isPrinter(kinds, kind) || MULTIFUNCTION_IS.stream().anyMatch(machine -> kinds.isA(kind, machine));
    }

    /** Whether goods of a kind are used up in printers, of which a list may hold some. */
    static boolean isUsedUp(ProductKinds kinds, String kind) {
        return kinds.isA(kind, CONSUMABLE);
    }

    /** Whether a mention is the paint that tells how furniture is: 班台 油漆. */
    static boolean isFinishOf(ProductKinds kinds, TermMention furniture, TermMention paint) {
        return furniture.isGoods()
                && paint.isGoods()
                && kinds.isA(paint.kind(), PAINT)
                && isFurniture(kinds, furniture.kind());
    }

    /** Whether a kind is what the others of its family leave over. */
    public static boolean isResidual(String kind) {
        return kind.startsWith("其他");
    }

    /** Whether a kind of furniture is more than one piece. */
    public static boolean isSeveralPieces(String kind) {
        return kind.equals(FURNITURE) || kind.equals(DESK_AND_CHAIR);
    }

    /** Whether a kind is furniture, for which 成套 means a set and no production line. */
    public static boolean isFurniture(ProductKinds kinds, String kind) {
        return kinds.isA(kind, FURNITURE);
    }

    /** Whether a kind is made for patients, so that no list means it whatever it is made of: a wheelchair of steel tubes. */
    public static boolean isMedical(String kind) {
        return kind.startsWith("医用");
    }

    /** Whether a word is the name of a metal that furniture is made of. */
    static boolean isMetal(TermMention material) {
        return material.qualifies().stream().anyMatch(OF_METAL::contains);
    }

    /** Whether a word is the name of a wood, or a board of it, that furniture is made of. */
    static boolean isWood(TermMention material) {
        return material.qualifies().stream().anyMatch(OF_WOOD::contains);
    }

    /** Whether furniture of a kind has a top on its frame, of which the kind depends as well. */
    static boolean hasTop(ProductKinds kinds, String kind) {
        return kinds.isA(kind, TABLE) || kinds.isA(kind, BED);
    }

    /** Whether furniture of a kind stands on legs that may be all of its frame. */
    static boolean hasLegs(ProductKinds kinds, String kind) {
        return kinds.isA(kind, TABLE);
    }

    /** The sort of a kind's family that has a frame of metal and a top of wood; the kind itself where there is none. */
    static String ofMetalAndWood(ProductKinds kinds, String kind) {
        return OF_BOTH.stream()
                .filter(both -> kinds.parent(both).equals(kinds.parent(kind)))
                .findFirst()
                .orElse(kind);
    }
}
