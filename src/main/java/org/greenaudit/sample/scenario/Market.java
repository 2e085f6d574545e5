package org.greenaudit.sample.scenario;

import java.util.List;

/** The listed goods that appear in generated feeds, with their rows in both lists of 2019. */
final class Market {

    /**
     * Kind, 2022 code, category name, item names, unit, lowest and highest unit price in yuan, highest quantity,
     * specification, stem of the models, energy-saving row (★ mandatory) and standard, eco-label row and standard, weight.
     */
    private static final String TABLE =
            """
            台式计算机|A02010105|台式计算机|台式计算机、办公用台式计算机、台式一体机电脑|台|3200|6800|40|八核处理器/16GB内存/512GB固态硬盘|SLDT|ES2019-01-01★|GB 28380|EL2019-01-02|HJ 2536|90
            便携式计算机|A02010108|便携式计算机|便携式计算机、笔记本电脑|台|4200|8900|20|14英寸/16GB内存/512GB固态硬盘|SLNB|ES2019-01-02★|GB 28380|EL2019-01-03|HJ 2536|60
            平板式微型计算机|A02010109|平板式计算机|平板电脑|台|1800|4600|30|11英寸/8GB内存/256GB存储|SLPB|ES2019-01-03★|GB 28380|EL2019-01-04|HJ 2536|0
            液晶显示器|A02021104|液晶显示器|液晶显示器、27英寸液晶显示器|台|700|1900|40|27英寸/2560×1440|SLMN|ES2019-02-04★|GB 21520-2023|EL2019-02-05|HJ 2536|30
            激光打印机|A02021003|A4黑白打印机|激光打印机、A4黑白激光打印机|台|900|2600|15|打印速度:30页/分|SLLP|ES2019-02-02★|GB 21521|EL2019-02-02|HJ 2512|36
            针式打印机|A02021006|票据打印机|针式打印机|台|1200|2900|6|24针/82列|SLDP|ES2019-02-03★|GB 21521|EL2019-02-04|HJ 2512|8
            喷墨打印机|A02021004|A4彩色打印机|喷墨打印机、彩色喷墨打印机|台|800|2400|8|彩色/墨仓式|SLIP|ES2019-02-01|GB 21521|EL2019-02-01|HJ 2512|8
            房间空气调节器|A02061804|空调机|壁挂式空调、分体式空调器|台|2300|5200|24|制冷量:3500W/新一级能效|KFR-35GW/SL|ES2019-10-02★|GB 21455-2019|EL2019-12-01|HJ 2535|60
            多联式空调(热泵)机组|A02052305|空调机组|多联式空调机组|套|38000|96000|4|制冷量:26000W|SLMV|ES2019-06-04★|GB 21454-2021|EL2019-11-02|HJ 2531|6
            冷水机组|A02052301|制冷压缩机|冷水机组|台|120000|320000|2|制冷量:350kW|SLCH|ES2019-06-01★|GB 19577-2024|EL2019-11-01|HJ 2531|3
            坐便器|A05020105|便器|坐便器、连体坐便器|套|600|1800|30|双冲/水效一级|SLZB|ES2019-15-01★|GB 25502-2024|EL2019-24-01|HJ/T 296|10
            水嘴|A05020106|水嘴|水嘴|个|80|260|120|铜质/水效一级|SLSZ|ES2019-16-01★|GB 25501-2019|EL2019-25-01|HJ/T 411|10
            电视机|A02091001|普通电视设备（电视机）|电视机、液晶电视机|台|2100|6200|12|65英寸/4K|SLTV|ES2019-12-01★|GB 24850-2020|EL2019-15-01|HJ 2506|14
            电热水器|A02061819|热水器|电热水器、储水式电热水器|台|900|2400|12|60升/一级能效|SLRS|ES2019-10-06★|GB 21519|EL2019-12-02|HJ/T 362|8
            监视器|A02091107|视频监控设备|监视器|台|1600|4200|8|43英寸/工业级|SLJS|ES2019-13-01★|GB 21520-2023|||5
            投影仪|A02020200|投影仪|投影仪、多媒体投影仪|台|3500|12000|10|4000流明|SLTY|ES2019-03-01|GB 32028|EL2019-03-01|HJ 2516|12
            多功能一体机|A02020400|多功能一体机|多功能一体机、激光多功能一体机|台|1500|5200|12|打印/复印/扫描|SLMF|ES2019-04-01|GB 21521|EL2019-05-01|HJ 424|20
            扫描仪|A02021118|扫描仪|扫描仪、高速扫描仪|台|1800|7800|6|A4/双面|SLSM|ES2019-02-05|GB 21521|EL2019-02-07|HJ 2517|8
            电冰箱|A02061801|电冰箱|电冰箱|台|1900|4800|8|260升/一级能效|SLBX|ES2019-10-01|GB 12021.2|||16
            洗衣机|A02061810|洗衣机|洗衣机、滚筒洗衣机|台|1600|4200|8|10公斤/一级能效|SLXY|ES2019-10-05|GB 12021.4|||14
            淋浴器|A05020110|淋浴器|淋浴器|套|300|900|30|水效一级|SLLY|ES2019-18-01|GB 28378-2019|||5
            服务器|A02010104|服务器|服务器、机架式服务器|台|28000|86000|6|2U/双路/256GB内存|SLSV|||EL2019-01-01|HJ 2507|14
            计算机工作站|A02010107|图形工作站|图形工作站|台|12000|36000|8|专业显卡/64GB内存|SLWS|||EL2019-01-06|HJ 2536|8
            复印机|A02020100|复印机|复印机、数码复印机|台|9800|26000|4|A3/45页每分|SLFY|||EL2019-04-01|HJ 424|10
            复印纸|A05040101|复印纸|复印纸、A4复印纸|箱|95|160|200|70g/500张×8包|SLZ|||EL2019-30-01|HJ 410|40
            鼓粉盒|A05040201|鼓粉盒|鼓粉盒、再生鼓粉盒|支|120|420|60|2600页|SLGF|||EL2019-31-01|HJ/T 413|24
            木制床类|A05010104|木制床类|木制床|张|900|2600|60|1200×2000mm/E0级|SLMC|||EL2019-16-02|HJ 2547|10
            木制台、桌类|A05010201|办公桌|木制办公桌|张|600|2200|60|1400×700×760mm/E0级|SLBZ|||EL2019-17-02|HJ 2547|24
            金属质柜类|A05010502|文件柜|钢制文件柜|个|500|1300|60|1850×900×390mm|SLWJ|||EL2019-20-02|HJ 2547|20
            轿车|A02030501|轿车|轿车|辆|118000|178000|2|新能源/5座|SLJC|||EL2019-08-01|HJ 2532|4
            """;

    /** Every listed kind of goods in a fixed order. */
    static final List<Goods> LISTED = TABLE.lines().map(Market::parse).toList();

    static final Goods DESKTOP = named("台式计算机");
    static final Goods LAPTOP = named("便携式计算机");
    static final Goods TABLET = named("平板式微型计算机");
    static final Goods MONITOR = named("液晶显示器");
    static final Goods LASER_PRINTER = named("激光打印机");
    static final Goods ROOM_AC = named("房间空气调节器");
    static final Goods MULTI_SPLIT = named("多联式空调(热泵)机组");
    static final Goods CHILLER = named("冷水机组");
    static final Goods TOILET = named("坐便器");
    static final Goods WATER_HEATER = named("电热水器");
    static final Goods REFRIGERATOR = named("电冰箱");
    static final Goods WASHER = named("洗衣机");
    static final Goods SHOWER = named("淋浴器");
    static final Goods SERVER = named("服务器");
    static final Goods COPIER = named("复印机");
    static final Goods PAPER = named("复印纸");
    static final Goods TONER = named("鼓粉盒");
    static final Goods BED = named("木制床类");
    static final Goods DESK = named("木制台、桌类");
    static final Goods CABINET = named("金属质柜类");

    private Market() {}

    private static Goods named(String kind) {
        return LISTED.stream()
                .filter(goods -> goods.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static Goods parse(String row) {
        String[] cell = row.split("\\|", -1);
        return new Goods(
                cell[0],
                cell[1],
                cell[2],
                List.of(cell[3].split("、")),
                cell[4],
                Integer.parseInt(cell[5]),
                Integer.parseInt(cell[6]),
                Integer.parseInt(cell[7]),
                cell[8],
                cell[9],
                listing(ListName.ENERGY, cell[10], cell[11]),
                listing(ListName.ECO, cell[12], cell[13]),
                Integer.parseInt(cell[14]));
    }

    private static Listing listing(ListName list, String entry, String standard) {
        boolean starred = entry.endsWith("★");
        return new Listing(list, starred ? entry.substring(0, entry.length() - 1) : entry, starred, standard);
    }
}
