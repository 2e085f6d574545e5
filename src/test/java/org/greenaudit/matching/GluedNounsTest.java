package org.greenaudit.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.greenaudit.catalog.NameTerm;
import org.greenaudit.message.Trace;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A noun right behind the name of listed goods says what is bought, whatever a blank parts from it. */
class GluedNounsTest {

    /** Parts, accessories, furniture and rooms; none of them is on a list by itself. */
    private static final List<String> NOUNS = List.of(
            """
            桌 架 垫 罩 套 包 膜 阀 泵 轮 滚筒 波轮 玻璃 教室 机房 压缩机 主板 电源 电源线 遥控器 滤芯 滤网 支架 底座 面板 外壳 轴承
            皮带 三角带 风扇 喷头 定影器 墨仓 传感器 控制器 线缆 机柜 展台 四通阀 行李架 脚垫 展板 插座 插头 钥匙 门锁 灯罩 灯座 铜管
            水管 内胆 加热棒 镜头 把手 拉手 滑轨 扶手 脚轮 车间 库房 实验室 检测仪 测试仪 清洗机 清洗剂 说明书 防尘罩 保护膜 收纳箱
            推车 电路板 驱动板 排水阀 电容 齿轮箱 弹簧 螺丝 卡扣 密封圈 门板 抽屉 模具 打印针 搓纸轮 打印头 电池 充电器 键帽 触点
            支撑杆 贴纸 滤棉 油封 活塞 变速箱 后视镜 轮胎 踏板 保险杠 角阀 软管 磁铁 光驱 散热器 转接头 摄像头 话筒 墨水 芯片 纸盒
            废粉盒 定影膜 导轨 灯泡 幕布 端子排 熔断器 套管 机壳 机架 垫圈 联轴器 叶轮 机械密封 变频器 启动柜 面罩 导风板 门封条
            隔热板 接水盘 减震器 滑块 三通 弯头 旋钮 指示灯 蜂鸣器 继电器 接触器 排插 网线 跳线 探针
            轴套 护套 插排 存水弯 水封 碳刷 灯体 喷嘴 缓冲器 阀体 泵体 电控板 搓纸轮 进纸器 转印辊 镁棒 水位计 透镜
            """
                    .strip()
                    .split("\\s+"));

    private static final List<String> BEHIND = List.of("", " 黑色", " 格力", " KX-318T", " 双人", " 通用");

    /** Each noun is tried behind one of so many terms, and each of the next nouns behind the next of them. */
    private static final int EACH = 40;

    /** The listed goods by the term that plainly names them. */
    private static Map<String, Set<String>> listed;

    @BeforeAll
    static void findTheListedTerms() {
        listed = new TreeMap<>();
        for (NameTerm term : Lines.CATALOG.terms()) {
            if (term.role() == NameTerm.Role.INCLUDE) {
                Set<String> rows = plainRows(term.text());
                if (!rows.isEmpty()) {
                    listed.put(term.text(), rows);
                }
            }
        }
        assertThat(listed).hasSizeGreaterThan(2_000);
    }

    static List<String> nouns() {
        return NOUNS;
    }

    @ParameterizedTest
    @MethodSource("nouns")
    void aNounBehindListedGoodsIsNeverPlainlyTheGoods(String noun) {
        assertThat(plainRows(noun)).isEmpty();
        List<String> accused = new ArrayList<>();
        for (String term : sample(NOUNS.indexOf(noun))) {
            if (listed.containsKey(term + noun)) {
                continue;
            }
            for (String behind : BEHIND) {
                Set<String> rows = plainRows(term + noun + behind);
                rows.retainAll(listed.get(term));
                if (!rows.isEmpty()) {
                    accused.add(term + noun + behind + " " + rows);
                }
            }
        }
        assertThat(accused).isEmpty();
    }

    private static List<String> sample(int first) {
        List<String> terms = List.copyOf(listed.keySet());
        return IntStream.range(0, terms.size())
                .filter(i -> i % EACH == first % EACH)
                .mapToObj(terms::get)
                .toList();
    }

    /** The rows that a name plainly means, with no question left. */
    private static Set<String> plainRows(String name) {
        return Lines.CLASSIFIER.classify(Lines.line(name, ""), Trace.NONE).matches().stream()
                .filter(ListMatch.Inside.class::isInstance)
                .map(ListMatch.Inside.class::cast)
                .filter(match -> match.doubts().isEmpty() && !match.mayBeOutside())
                .flatMap(match -> match.candidates().stream())
                .map(candidate -> candidate.item().entryId())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
