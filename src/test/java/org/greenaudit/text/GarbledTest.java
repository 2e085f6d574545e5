package org.greenaudit.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that was read in another charset than it was written in, and text that only looks so. */
class GarbledTest {

    private static final List<String> WORDS = List.of(
            "江西", "甲中学", "台式计算机", "虚构单位", "示例甲", "事业单位", "A4 黑白打印机", "笔记本电脑（14英寸）", "采购中心", "投影仪", "复印纸", "抚州市财政局");

    @ParameterizedTest
    @CsvSource({
        "windows-1252, UTF-8",
        "ISO-8859-1, UTF-8",
        "windows-1252, GBK",
        "ISO-8859-1, GBK",
        "windows-1250, UTF-8",
        "windows-1250, GBK",
        "windows-1251, UTF-8",
        "windows-1251, GBK",
        "IBM437, UTF-8",
        "IBM437, GBK",
        "GBK, UTF-8",
        "Big5, UTF-8",
        "UTF-8, GBK",
        "US-ASCII, UTF-8",
        "US-ASCII, GBK",
    })
    void bytesReadInAnotherCharsetAreRecognised(String wrong, String right) {
        for (String word : WORDS) {
            String read = new String(word.getBytes(Charset.forName(right)), Charset.forName(wrong));
            assertThat(Garbled.before(read)).as(word + " read as " + read).isPresent();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "æ±Ÿè¥¿, 江西",
        "½­Î÷, 江西",
        "¼×ÖÐÑ§, 甲中学",
        "Ì¨Ê½¼ÆËã»ú, 台式计算机",
        "联想 ç”µè„‘, ?? 电脑",
        "????, ''",
        "?????A4, ''",
        "\ufffd\ufffd\ufffd, ''",
        "锟斤拷锟斤拷, ''",
        "打印机锟斤拷, ''",
    })
    void whatCanBeReadAgainIsRead(String garbled, String before) {
        assertThat(Garbled.before(garbled)).contains(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "台式计算机",
                "Müller",
                "Schönbrünn",
                "Ääkköset ÄÖÜ äöü",
                "Électricité de France",
                "àâäéèêëîïôöùûüÿç",
                "ÅÄÖ åäö ÆØÅ",
                "Łódź, Kraków",
                "çğıİöşü",
                "Привет мир",
                "テレビ カタカナ",
                "ｶﾀｶﾅ",
                "25±1℃，φ50×3，Ω≥5μF",
                "½英寸 ¼",
                "品牌™®©",
                "“——”……《》",
                "─━│┃┄┅░▒▓",
                "是否进口???",
                "?",
                "1?",
                "屏\ufffd",
                "铜仁市碧江区 漓江 琪瑾楠骧",
                "联通",
                "網路設備 臺灣",
            })
    void whatOnlyLooksSoIsLeftAlone(String text) {
        assertThat(Garbled.before(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void charactersCutAtTheEndDoNotHideIt(int cut) {
        byte[] bytes = "抚州市财政局".getBytes(StandardCharsets.UTF_8);
        String read = new String(bytes, 0, bytes.length - cut, StandardCharsets.ISO_8859_1);
        assertThat(Garbled.before(read)).isPresent();
    }
}
