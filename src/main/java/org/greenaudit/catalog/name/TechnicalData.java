package org.greenaudit.catalog.name;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What also has letters and digits and names no model: measures, processors, graphics, memory, interfaces, operating systems,
 * refrigerants, sorts of thread, steel and lamp, standards, years. A purchase says them in the model's cell where the model
 * is not known. They show no model, so that nobody is accused of it; a model that is written like one of them is found in a
 * certificate all the same.
 */
final class TechnicalData {

    /** Makers and sorts of processors as they stand in Latin letters. */
    private static final String CHIPS =
            "(?:INTEL|CORE|ULTRA(?=[\\s_-]*[579](?![0-9A-Z]))|PENTIUM|CELERON|XEON|AMD|RYZEN|ATHLON|EPYC|PHYTIUM|LOONGSON|ZHAOXIN|HYGON|KUNPENG"
                    + "|KIRIN|KYLIN|UOS|NVIDIA|GEFORCE|QUADRO|RADEON|SNAPDRAGON|ROCKCHIP)";

    /** What a buyer writes of a computer beside its model, and a certificate may hold as part of it. */
    private static final String EQUIPPED = "(?:" + CHIPS + "-?)*[IR][3579](?:-?[0-9]{3,5}[A-Z]{0,2})?|G[0-9]{4}"
            + "|[0-9]{1,4}(?:\\.[0-9])?[GT]B?(?:DDR[345]|SSD|HDD|内存|固态硬盘|固态|机械硬盘|硬盘|显存|独显)?"
            + "|DDR[345]|WIN(?:DOWS)?[0-9]+|WIFI[0-9]?";

    private static final Pattern CONFIGURATION = Measures.ignoringCase(EQUIPPED);

    private static final Set<String> CONFIGURATION_WORDS = Set.of(
            "INTEL", "AMD", "CORE", "酷睿", "锐龙", "RYZEN", "赛扬", "奔腾", "至强", "XEON", "ULTRA", "SSD", "HDD", "DVD",
            "DVDRW", "WINDOWS", "集显", "独显", "统信", "麒麟", "UOS", "无光驱", "内存", "硬盘", "固态", "FHD", "LED", "LCD", "IPS");

    /** Processors, graphics, boards, memories, interfaces and systems of computers. */
    private static final String COMPUTER =
            "(?:" + CHIPS + "-?)+(?:[3579]-?)?[A-Z]{0,2}[0-9][0-9A-Z-]*|U[579]-[0-9]{3}[A-Z]{0,2}"
                    + "|E[357]-[0-9]{4}(?:V[0-9])?|E-2[0-9]{3}[A-Z]|J[3-6][0-9]{3}|N(?:95|97|100|305|[45][0-9]{3})"
                    + "|FT-?[DS]?[0-9]{4}|3[A-D][3-6]000(?:-?[A-Z0-9]{1,3})?|K[XH]-?U?[0-9]{4,5}[A-Z]{0,2}|C86(?:-[0-9A-Z]{2,4})?|HG[0-9]{4}"
                    + "|(?:RTX|GTX|UHD|QUADRO|RADEON|GEFORCE)-?[0-9]{3,4}(?:TI|SUPER|S|M|XT)?|RX-?[4-9][0-9]{2,3}(?:XTX?)?|GT[67][0-9]{2}|MX[1-5][1-9]0"
                    + "|B[3-8]60M?|H[3-8]10M?|[ZQ][3-8][79]0|X[356]70"
                    + "|(?:LP)?DDR[2-6]X?(?:-?[0-9]{4})?(?:-?[0-9]{1,3}GB?)?|(?:SSD|HDD|NVME|EMMC|RAM|ROM|SATA)-?[0-9.]+(?:GB?|TB?)?|M\\.2"
                    + "|[0-9]{1,4}(?:\\.[0-9])?[GT]B?(?:DDR[2-6]|SSD|HDD|NVME|EMMC|RAM|ROM)+|WIN(?:DOWS)?-?(?:[0-9]{1,2}(?:\\.[0-9])?|XP)(?:PRO)?"
                    + "|(?:WI-?FI|BT|USB|HDMI|DP|VGA|DVI|PCI-?E|TPM|TYPE-?C|SATA|SAS|NVME|UEFI|CAT|POE|UFS)-?[0-9](?:\\.[0-9]{1,2})?E?(?:X[0-9]{1,2})?|HDMI[0-9.]*"
                    + "|RJ-?[14][15]|IPV[46]|[48]K[A-Z]*|LED[0-9]+|(?:FC)?(?:LGA|BGA|PGA)-?[0-9]{3,4}|AM[2-5]|[0-9]{1,3}C[0-9]{1,3}T"
                    + "|A(?:4|6|8|10|12)-[0-9]{4}[A-Z]{0,2}|80-?PLUS|(?:10|100|1000|2500|10G)+BASE-?[TFSL]?X?|DCI-?P3|REC-?(?:709|2020)|(?:16|32)BIT";

    /** Sorts of screens. */
    private static final String SCREEN =
            "(?:[ODQU]?LED|MINILED|[23]?LCD|IPS|W?[FUQ]?HD|HDR(?:[0-9]{2,4})?)(?![A-Z])(?![0-9]+(?:$|[A-Z]))";

    /** Figures of merit that a number follows. */
    private static final String FIGURE = "(?:APF|[SC]?EER|COP|HSPF|[IN]PLV|PF|CRI|RA|CCT|UGR|THD|SDCM|IK)";

    /** Refrigerants, figures of efficiency, threads, steels, caps of lamps, degrees of protection, standards. */
    private static final String OTHER = "R-?(?:22|32|123|134A|245FA|290|404A|407C|410A|507A?|600A)|" + FIGURE
            + Measures.NUMBER + "K?|VESA-?[0-9]{2,3}"
            + "|0?\\.[0-9]{1,2}(?:PF|UK)|SMD-?[0-9]{4}|COB"
            + "|(?:DN|PN)[0-9]+(?:\\.[0-9]+)?(?:[*×X](?:DN)?[0-9]+)?|SUS[0-9]{3}L?|(?:201|30[14]|316|430)L?不锈钢|H(?:PB)?59(?:-1)?"
            + "|[1-8]U|E27|E40|GU(?:10|5\\.3)|MR16|IPX?-?[0-9]{1,2}|(?:GB|HJ)T?[0-9]{3,}(?:\\.[0-9]+)?(?:-[0-9]{4})?|3C|C[QE]C[0-9A-Z-]{8,}";

    /** Sizes of paper, which a purchase says of printers, and of which a certificate may make models: A1□□. */
    private static final String PAPER = "A[0-6]|B[45]";

    /** Data one behind the other, with Chinese words before, between and behind them: i5处理器, 额定36W, 85吋QLED, 512MB内存. */
    private static final Pattern DATA = Measures.ignoringCase("(?:" + Measures.WITHIN + "|" + SCREEN + "|(?:" + EQUIPPED
            + "|" + COMPUTER + "|" + OTHER + "|" + PAPER + ")(?:[*×X][1-9])?(?![A-Z0-9])|[\\u4e00-\\u9fff]++|[_-])+");

    /** A maker or sort of processors and what stands behind it: 飞腾 D2000/8核, 兆芯KX-7000, 酷睿 Ultra 5 125H, 麒麟V10. */
    private static final Pattern CHIP = Measures.ignoringCase(
            "(?:(?:飞腾|腾锐|腾云|龙芯|兆芯|开先|开胜|海光|鲲鹏|申威|麒麟|昇腾|景嘉微|摩尔线程|统信|英特尔|酷睿|奔腾|赛扬"
                    + "|至强|锐龙|霄龙|速龙|英伟达|镭龙|骁龙|天玑|联发科|瑞芯微|展锐|(?<![A-Z0-9])" + CHIPS + "(?![A-Z]))"
                    + "[\\s_-]*(?:(?:PRO|PLUS|SILVER|GOLD|BRONZE|PLATINUM|处理器|芯片|CPU|系列)(?![A-Z0-9])[\\s_-]*)?)+"
                    + "(?:(?:I?[3579]|E[357])[\\s-]+(?=[0-9]))?(?:[A-Z]{0,3}-?[0-9][0-9A-Z]*(?:-[0-9A-Z]+)*(?:/[0-9]{1,2}(?![0-9A-Z]))?核?)?");

    /** Two or more words or numbers that are data together: 8G/256, i5 13500, FT-2000/4, 23.8", GB/T 28380. */
    private static final Pattern TOGETHER = Measures.ignoringCase(
            "(?<![0-9A-Z.-])(?:[0-9]{1,3}C\\s*/\\s*[0-9]{1,3}T(?![0-9A-Z])|(?:RTX|GTX|GT|RX|MX|UHD|ARC)\\s+[A-Z]?[0-9]{3,4}(?:\\s*(?:TI|SUPER|XTX?))?(?![0-9A-Z])"
                    + "|(?:PCI-?E|USB|WI-?FI|HDMI|DP|BT)\\s*[0-9](?:\\.[0-9])?E?(?:\\s*(?:X[0-9]{1,2}|GEN\\s*[1-5](?:X[1-4])?))?(?![0-9A-Z.])"
                    + "|UHD\\s+GRAPHICS\\s+[0-9]{3}(?![0-9A-Z])"
                    + "|IEEE-?\\s*802\\.[0-9]+[A-Z]{0,2}(?:/[A-Z]{1,2})*(?![0-9A-Z])|(?:10{1,4}/)+10{1,4}(?:\\s*BASE(?:-?[TFSL]X?)?|M|MBPS)?(?![0-9A-Z])"
                    + "|80\\s+PLUS(?![0-9A-Z])|(?:4|8|12|16|24|32|64)G?B?[/+](?:64|128|240|256|480|500|512|1024|[12]T)G?B?(?![0-9A-Z])"
                    + "|" + Measures.NUMBER
                    + "\\s*(?:[\"″”“]|''|′′)|[IR][3579][\\s-]+[0-9]{4,5}[A-Z]{0,2}(?![0-9A-Z])|DDR[2-6]\\s+[0-9]{4}(?![0-9A-Z])|FT-?D?[0-9]{4}/[0-9]{1,2}(?![0-9A-Z])|(?:D[23]000/8|G[1-9]/[1-8])(?![0-9A-Z])"
                    + "|(?:GB|HJ|QB|JB|JG|CJ)(?:/T)?\\s*[0-9]{3,6}(?:\\.[0-9]+)?(?:-[0-9]{4})?(?![0-9A-Z]))");

    private static final int ASCII = 128;

    /** With which two characters data begin that begin with a letter. */
    private static final BitSet BEGINNINGS = beginnings();

    /** In a longer text nobody looks for data, nor for models: nothing is held against a purchase whose cell is so long. */
    static final int LONGEST_TEXT = 500;

    /** A longer group is no data. */
    private static final int LONGEST = 48;

    private TechnicalData() {}

    /** A text in NFKC without the data that only several words or numbers tell together. */
    static String without(String text) {
        return text.length() > LONGEST_TEXT
                ? text
                : TOGETHER.matcher(CHIP.matcher(text).replaceAll(" ")).replaceAll(" ");
    }

    /**
     * What a model in NFKC may be without data at its end: 33088-1A of 33088-1A DN15; empty where it has none. What is left
     * of a long text counts only where it is short enough to be read as a model, so that the rests of a cell of thousands of
     * sizes take no more room than those of a few.
     */
    static Set<String> beforeTail(String model) {
        Set<String> rest = new LinkedHashSet<>(Measures.beforeTail(model));
        int to = model.length();
        for (int end = model.lastIndexOf(' ', to - 1); end > 0; end = model.lastIndexOf(' ', to - 1)) {
            String tail = model.substring(end + 1, to);
            if (!is(tail) && !Measures.is(tail)) {
                break;
            }
            to = end;
            while (to > 0 && Character.isWhitespace(model.charAt(to - 1))) {
                to--;
            }
            if (to <= LONGEST_TEXT) {
                rest.add(model.substring(0, to).strip());
            }
        }
        return rest;
    }

    /** Whether a group tells how a computer is equipped, whatever model it is. */
    static boolean isConfiguration(String group) {
        return CONFIGURATION_WORDS.contains(group.toUpperCase(Locale.ROOT))
                || CONFIGURATION.matcher(group).matches();
    }

    /** Whether a group of letters and digits, perhaps with words around them, is no model. */
    static boolean is(String group) {
        return group.length() <= LONGEST
                && mayBegin(group)
                && DATA.matcher(group).matches();
    }

    /** Nearly every model is asked about, and its first two characters rule most of them out. */
    private static boolean mayBegin(String group) {
        int first = group.isEmpty() ? 0 : Character.toUpperCase(group.charAt(0));
        int second = group.length() < 2 ? 0 : Character.toUpperCase(group.charAt(1));
        boolean lettered = first >= 'A' && first <= 'Z' && second > 0 && second < ASCII;
        return !lettered || BEGINNINGS.get(first * ASCII + second);
    }

    private static BitSet beginnings() {
        BitSet beginnings = new BitSet(ASCII * ASCII);
        for (char first = 'A'; first <= 'Z'; first++) {
            for (char second = ' '; second < ASCII; second++) {
                Matcher data = DATA.matcher("" + first + second);
                beginnings.set(first * ASCII + second, data.matches() || data.hitEnd());
            }
        }
        return beginnings;
    }
}
