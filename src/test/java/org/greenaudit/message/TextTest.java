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
    void noTextIsTheEmptyString() {
        assertThat(Text.decode(Text.NONE.encode())).isEqualTo(Text.NONE);
    }
}
