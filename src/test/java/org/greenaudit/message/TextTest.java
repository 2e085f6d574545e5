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
    void noTextIsTheEmptyString() {
        assertThat(Text.decode(Text.NONE.encode())).isEqualTo(Text.NONE);
    }
}
