package org.greenaudit.catalog.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The parts that the compact registry is built from. */
class RegistryColumnsTest {

    @Property
    void aPoolGivesEachTextOneNumberAndTheTextBack(@ForAll List<String> texts) {
        TextPool pool = new TextPool();
        List<String> distinct = new ArrayList<>(new LinkedHashSet<>(texts));
        for (String text : texts) {
            assertThat(pool.intern(text)).isEqualTo(distinct.indexOf(text));
        }
        for (String text : distinct) {
            assertThat(pool.get(pool.find(text))).isEqualTo(text);
        }
        assertThat(pool.size()).isEqualTo(distinct.size());
        assertThat(pool.find("not" + String.join("", texts))).isEqualTo(TextPool.ABSENT);
    }

    @Test
    void textsThatCrossThePiecesBordersComeBackWhole() {
        TextPool pool = new TextPool();
        for (int i = 0; i < 50; i++) {
            pool.intern(i + "长".repeat(4000 * i));
        }
        for (int i = 0; i < 50; i++) {
            String text = i + "长".repeat(4000 * i);
            assertThat(pool.find(text)).isEqualTo(i);
            assertThat(pool.get(i)).isEqualTo(text);
        }
    }

    @Property
    void postingsGiveEveryCertificateOfAKeyOnceAndInOrder(
            @ForAll @Size(max = 200) List<@IntRange(max = 20) Integer> keys) {
        Postings.Builder builder = new Postings.Builder();
        for (int i = 0; i < keys.size(); i++) {
            builder.add(Hashes.of("k", String.valueOf(keys.get(i))), i);
            builder.add(Hashes.of("k", String.valueOf(keys.get(i))), i);
        }
        Postings postings = builder.build();
        for (int key = 0; key <= 21; key++) {
            List<Integer> expected = new ArrayList<>();
            for (int i = 0; i < keys.size(); i++) {
                if (keys.get(i) == key) {
                    expected.add(i);
                }
            }
            List<Integer> found = new ArrayList<>();
            postings.forEach(Hashes.of("k", String.valueOf(key)), found::add);
            assertThat(found).isEqualTo(expected);
        }
    }

    @Property
    void rangesHoldTheDaysThatWereAdded(@ForAll @Size(max = 30) List<@IntRange(max = 99) Integer> firsts) {
        DateRanges ranges = new DateRanges();
        BitSet days = new BitSet();
        for (int i = 0; i < firsts.size(); i++) {
            int first = firsts.get(i);
            int last = first + i % 7 - 1;
            ranges.add(first, last);
            if (last >= first) {
                days.set(first, last + 1);
            }
        }
        for (int day = -1; day <= 110; day++) {
            assertThat(ranges.holds(day)).isEqualTo(day >= 0 && days.get(day));
        }
    }

    @Test
    void rangesWithoutBeginningOrEndHoldEveryDay() {
        DateRanges ranges = new DateRanges();
        ranges.add(10, Integer.MAX_VALUE);
        ranges.add(5, 9);
        ranges.add(Integer.MIN_VALUE, 3);
        assertThat(ranges.holds(Integer.MAX_VALUE)).isTrue();
        assertThat(ranges.holds(Integer.MIN_VALUE)).isTrue();
        assertThat(ranges.holds(5)).isTrue();
        assertThat(ranges.holds(4)).isFalse();
    }

    @Test
    void whereOneTextEndsAndTheNextBeginsCountsInAHash() {
        assertThat(Set.of(Hashes.of("ab", "c"), Hashes.of("a", "bc"), Hashes.of("abc"), Hashes.of("abc", "")))
                .hasSize(4);
    }
}
