package org.greenaudit.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TextTest {

    @Property
    void whatIsEncodedIsDecoded(@ForAll List<String> args) {
        List<String> storable = args.stream().map(a -> a.replace('\u001f', ' ')).toList();
        Text text = new Text("key", storable);
        assertThat(Text.decode(text.encode())).isEqualTo(text);
    }

    @Test
    void severalTextsAreShownOneAfterTheOther() {
        Text one = Text.of("reject.detail.characters-lost", "a\u001d\u001fb");
        Text several =
                Text.decode(Text.joined(List.of(one, Text.of("file.missing"))).encode());
        assertThat(several.parts())
                .containsExactly(Text.of("reject.detail.characters-lost", "a  b"), Text.of("file.missing"));
        Messages messages = Messages.in(Messages.CHINESE);
        assertThat(messages.render(several))
                .isEqualTo(messages.get("reject.detail.characters-lost", "a  b") + "；" + messages.get("file.missing"));
        assertThat(Text.joined(List.of(one))).isEqualTo(one);
        assertThat(one.parts()).containsExactly(one);
    }

    @Test
    void aTextMayBeAnArgumentOfAnother() {
        Text ruling = Text.of("decision.ruling.fact", "@decision.fact.model", "M1");
        Text text = Text.of("decision.by", 7, ruling, "甲", "2026-07-01", "@M1");
        Messages messages = Messages.in(Messages.CHINESE);
        assertThat(messages.render(Text.decode(text.encode()))).isEqualTo("核定 7（型号：M1）：甲，2026-07-01；@M1");
        assertThat(messages.render(Text.joined(List.of(text, text))))
                .isEqualTo("核定 7（型号：M1）：甲，2026-07-01；@M1".repeat(2).replace("@M1核", "@M1；核"));
    }

    @Test
    void noTextIsTheEmptyString() {
        assertThat(Text.decode(Text.NONE.encode())).isEqualTo(Text.NONE);
    }
}
