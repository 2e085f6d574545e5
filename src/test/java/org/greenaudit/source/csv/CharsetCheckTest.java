package org.greenaudit.source.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.greenaudit.text.EmptyWords;
import org.greenaudit.text.Garbled;

@Tag("slow")
class CharsetCheckTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    @Property
    void utf8IsWhatTheJdkDecodes(@ForAll("bytes") byte[] bytes, @ForAll @IntRange(min = 1, max = 7) int step) {
        assertThat(accepts(CsvCharset.UTF_8.check(), bytes, step)).isEqualTo(decodes(StandardCharsets.UTF_8, bytes));
    }

    @Property
    void gb18030IsWhatTheJdkDecodes(@ForAll("bytes") byte[] bytes, @ForAll @IntRange(min = 1, max = 7) int step) {
        assertThat(accepts(CsvCharset.GB18030.check(), bytes, step)).isEqualTo(decodes(GB18030, bytes));
    }

    @Property
    void chineseTextIsFoundInTheCharsetItWasWrittenIn(@ForAll("chinese") String item) {
        String text = Feeds.HEADER + "\n" + Feeds.row("1", item);
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, GB18030}) {
            Feeds.Read read = Feeds.withFile(text.getBytes(charset), file -> Feeds.read(Feeds.settings(file), 10));
            assertThat(read.plan().files().get(0).content().charset()).isEqualTo(charset.name());
            assertThat(read.lines().get(0).itemName()).isEqualTo(item);
        }
    }

    @Provide
    Arbitrary<byte[]> bytes() {
        Arbitrary<byte[]> random = Arbitraries.bytes().array(byte[].class).ofMaxSize(4);
        Arbitrary<byte[]> good = Arbitraries.integers()
                .between(1, Character.MAX_CODE_POINT)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .flatMap(c -> Arbitraries.of(StandardCharsets.UTF_8, GB18030)
                        .map(charset -> Character.toString(c).getBytes(charset)));
        return Arbitraries.frequencyOf(Tuple.of(1, random), Tuple.of(4, good))
                .list()
                .ofMaxSize(3)
                .map(CharsetCheckTest::joined);
    }

    @Provide
    Arbitrary<String> chinese() {
        return Arbitraries.strings()
                .withCharRange('\u4e00', '\u9fa5')
                .withChars("（）、。￥")
                .ofMinLength(1)
                .ofMaxLength(40)
                .filter(s -> !EmptyWords.isNothing(s) && !EmptyWords.isPlaceholder(s))
                // a few characters may by chance be what UTF-8 read as GB18030 looks like
                .filter(s -> Garbled.before(s).isEmpty());
    }

    private static byte[] joined(List<byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        parts.forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static boolean accepts(CharsetCheck check, byte[] bytes, int step) {
        for (int i = 0; i < bytes.length; i += step) {
            check.accept(bytes, i, Math.min(step, bytes.length - i));
        }
        check.end();
        return check.badAt() < 0;
    }

    private static boolean decodes(Charset charset, byte[] bytes) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
