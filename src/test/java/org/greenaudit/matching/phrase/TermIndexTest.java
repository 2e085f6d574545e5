package org.greenaudit.matching.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.greenaudit.catalog.NameTerm;
import org.greenaudit.catalog.NameTerm.Role;
import org.greenaudit.text.NormalizedText;
import org.junit.jupiter.api.Test;

class TermIndexTest {

    private static final TermIndex INDEX = new TermIndex(List.of(
            new NameTerm("服务", Role.SERVICE, ""),
            new NameTerm("服务器", Role.INCLUDE, "服务器"),
            new NameTerm("pc", Role.INCLUDE, "计算机"),
            new NameTerm("2匹", Role.QUALIFIER, "房间空气调节器"),
            new NameTerm("一体机", Role.QUALIFIER, "台式计算机"),
            new NameTerm("一体机", Role.QUALIFIER, "多功能一体机")));

    private static List<String> found(String text) {
        NormalizedText plain = NormalizedText.of(text);
        return INDEX.find(plain).stream()
                .map(m -> plain.value().substring(m.start(), m.end()))
                .toList();
    }

    @Test
    void theLongerTermWinsOverTheShorterInsideIt() {
        assertThat(found("服务器维护服务")).containsExactly("服务器", "服务");
    }

    @Test
    void aLatinTermMatchesAtWordBordersOnly() {
        assertThat(found("联想pc 主机")).containsExactly("pc");
        assertThat(found("HP PC 一台")).containsExactly("pc");
        assertThat(found("hppc")).isEmpty();
        assertThat(found("upc码")).isEmpty();
    }

    @Test
    void aFigureIsNotCutOutOfALongerOne() {
        assertThat(found("大2匹")).containsExactly("2匹");
        assertThat(found("12匹")).isEmpty();
    }

    @Test
    void fullWidthAndBlanksDoNotHideATerm() {
        assertThat(found("ＰＣ　服 务 器")).containsExactly("pc", "服务器");
    }

    @Test
    void aWordMaySpeakForSeveralKinds() {
        assertThat(INDEX.find(NormalizedText.of("一体机"))).singleElement().satisfies(m -> assertThat(m.qualifies())
                .containsExactly("台式计算机", "多功能一体机"));
    }
}
