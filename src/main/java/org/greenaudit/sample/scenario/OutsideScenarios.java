package org.greenaudit.sample.scenario;

import java.util.List;
import org.greenaudit.purchase.DataWarning;
import org.greenaudit.purchase.FeedColumn;

/** Purchases that no list covers: other goods, services, works, accessories. Services and works have no brand or model. */
final class OutsideScenarios {

    private OutsideScenarios() {}

    static List<Scenario> scenarios() {
        return List.of(
                goods("switch", 40, "A02010202", "交换设备", "网络交换机", "台", 1500, 9800),
                goods("firewall", 10, "A02010301", "防火墙", "防火墙", "台", 9000, 60000),
                goods("ups", 12, "A02061504", "不间断电源", "不间断电源", "台", 1800, 9000),
                goods("touch-panel", 16, "A02020800", "触控一体机", "触控一体机", "台", 9000, 22000),
                goods("projection-screen", 10, "A02020300", "投影幕", "投影幕", "块", 400, 1800),
                goods("shredder", 10, "A02021301", "碎纸机", "碎纸机", "台", 500, 1600),
                goods("fan", 12, "A02061802", "风扇", "落地风扇", "台", 120, 460),
                goods("purifier", 10, "A02061806", "空气净化设备", "空气净化器", "台", 900, 3600),
                goods("space-heater", 6, "A02061808", "取暖器", "取暖器", "台", 150, 480),
                goods("book", 30, "A04010100", "普通图书", "普通图书", "册", 20, 90),
                goods("router", 14, "A02010201", "路由器", "路由器", "台", 300, 2600),
                goods("disinfectant", 24, "A05040502", "消毒杀菌用品", "消毒液", "箱", 60, 240),
                goods("water", 20, "A07050501", "生活饮用水", "桶装饮用水", "桶", 12, 26),
                goods("envelope", 12, "A05040103", "信封", "信封", "包", 8, 30),
                goods("diagnostics", 14, "A02320200", "普通诊察器械", "电子血压计", "台", 260, 980),
                service("property-services", 30, "C21040000", "物业管理服务", "办公楼物业管理服务", 60000, 480000),
                service("printing-services", 20, "C23090100", "印刷服务", "会议材料印刷服务", 800, 26000),
                service("air-conditioner-upkeep", 12, "A02061804", "空调机", "空调维修保养", 900, 26000),
                service("printer-rental", 8, "A02021003", "A4黑白打印机", "打印机租赁", 2000, 18000),
                service("air-conditioner-moving", 6, "", "", "空调移装", 400, 6000),
                service("computer-upkeep", 12, "C23110100", "计算机设备和软件租赁服务", "计算机租赁", 3000, 60000),
                service("renovation", 8, "B08010000", "房屋修缮", "教学楼卫生间改造工程", 90000, 900000),
                goods("computer-bag", 6, "A02010700", "信息化设备零部件", "电脑包", "个", 60, 240),
                goods("monitor-stand", 6, "A02010700", "信息化设备零部件", "显示器支架", "个", 80, 320),
                goods("desktop-memory", 6, "A02010700", "信息化设备零部件", "台式机内存", "条", 180, 620),
                goods("air-conditioner-awning", 3, "", "", "空调遮阳罩", "个", 60, 180));
    }

    private static Scenario goods(
            String id, int weight, String code, String category, String name, String unit, int min, int max) {
        RowTemplate row = RowTemplate.of(code, category, name, unit)
                .priced(min, max, 40)
                .with(FeedColumn.BRAND, "示例丙")
                .with(FeedColumn.MODEL, "SLX-" + min);
        return Scenario.of("other-" + id, weight, ExpectedLine.OUTSIDE, row);
    }

    private static Scenario service(
            String id, int weight, String code, String category, String name, int min, int max) {
        RowTemplate row = RowTemplate.of(code, category, name, "项").priced(min, max, 1);
        return Scenario.of(
                "other-" + id,
                weight,
                ExpectedLine.OUTSIDE.warned(DataWarning.MODEL_MISSING, DataWarning.BRAND_MISSING),
                row);
    }
}
