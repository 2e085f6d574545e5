package org.greenaudit.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.greenaudit.purchase.BuyerType;

/** A city whose (fictional) units buy: real regions, invented buyers. */
public enum City {
    /** 抚州市. */
    FUZHOU(
            "抚州市",
            "FZ",
            List.of(
                    new Region("361000", "抚州市"),
                    new Region("361002", "临川区"),
                    new Region("361003", "东乡区"),
                    new Region("361021", "南城县"),
                    new Region("361024", "崇仁县"),
                    new Region("361030", "广昌县"))),
    /** 洛阳市. */
    LUOYANG(
            "洛阳市",
            "LY",
            List.of(
                    new Region("410300", "洛阳市"),
                    new Region("410302", "老城区"),
                    new Region("410305", "涧西区"),
                    new Region("410311", "洛龙区"),
                    new Region("410323", "新安县"),
                    new Region("410328", "洛宁县")));

    private static final List<Unit> UNITS = List.of(
            new Unit("虚构第一中学（示例）", BuyerType.INSTITUTION),
            new Unit("虚构机关事务中心（示例）", BuyerType.ADMINISTRATION),
            new Unit("虚构人民医院（示例）", BuyerType.INSTITUTION),
            new Unit("虚构科普协会（示例）", BuyerType.ASSOCIATION));
    private static final List<Unit> ENTERPRISES = List.of(
            new Unit("虚构城市建设集团（示例）", BuyerType.STATE_ENTERPRISE),
            new Unit("虚构水务有限公司（示例）", BuyerType.STATE_ENTERPRISE),
            new Unit("虚构食品有限公司（示例）", BuyerType.ENTERPRISE));

    private final String cityName;
    private final String tag;
    private final List<Region> regions;

    City(String cityName, String tag, List<Region> regions) {
        this.cityName = cityName;
        this.tag = tag;
        this.regions = regions;
    }

    /** The name on the command line: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The two letters its record ids begin with. */
    String tag() {
        return tag;
    }

    /** Its units in a fixed order: four public ones in each region, then the enterprises of the city. */
    List<Buyer> buyers() {
        List<Buyer> buyers = new ArrayList<>();
        for (int r = 0; r < regions.size(); r++) {
            Region region = regions.get(r);
            String place = r == 0 ? cityName : cityName + region.name();
            for (int u = 0; u < UNITS.size(); u++) {
                buyers.add(buyer(region, place, u, UNITS.get(u), r % UNITS.size() == u));
            }
        }
        for (int u = 0; u < ENTERPRISES.size(); u++) {
            buyers.add(buyer(regions.get(0), cityName, UNITS.size() + u, ENTERPRISES.get(u), false));
        }
        return buyers;
    }

    private static Buyer buyer(Region region, String place, int number, Unit unit, boolean careless) {
        return new Buyer(region, "SL" + region.code() + "0" + (number + 1), place + unit.name(), unit.type(), careless);
    }

    private record Unit(String name, BuyerType type) {}
}
