package org.greenaudit.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which record ids may occur twice, in memory and in a file. */
class RepeatCandidatesTest {

    private static final Path FOLDER = Path.of("target/repeat-candidates");

    @Property(tries = 300)
    void theIdsThatOccurTwiceAreNotedHoweverManyStayInMemory(
            @ForAll @Size(max = 200) List<@IntRange(max = 150) Integer> numbers,
            @ForAll @IntRange(min = 1, max = 60) int inMemory)
            throws IOException {
        List<String> ids = numbers.stream().map(number -> "P-" + number).toList();
        try (RepeatCandidates candidates = new RepeatCandidates(FOLDER, inMemory)) {
            ids.forEach(candidates::add);
            List<String> twice = ids.stream()
                    .distinct()
                    .filter(id -> Collections.frequency(ids, id) > 1)
                    .toList();
            assertThat(candidates.isEmpty()).isEqualTo(twice.isEmpty());
            assertThat(ids.stream().distinct().filter(candidates::mayRepeat)).containsExactlyElementsOf(twice);
        }
    }

    @Test
    void twoAmongMillionsAreFoundAndNothingIsLeftInTheFolder(@TempDir Path folder) throws IOException {
        List<String> ids = new ArrayList<>(
                IntStream.range(0, 2_500_000).mapToObj(i -> "GA-" + i).toList());
        ids.add("GA-17");
        ids.add("GA-2400000");
        try (RepeatCandidates candidates = new RepeatCandidates(folder)) {
            ids.forEach(candidates::add);
            assertThat(ids.stream().distinct().filter(candidates::mayRepeat)).containsExactly("GA-17", "GA-2400000");
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void anEmptyIdIsNone(@TempDir Path folder) throws IOException {
        try (RepeatCandidates candidates = new RepeatCandidates(folder)) {
            candidates.add("");
            candidates.add("");
            assertThat(candidates.isEmpty()).isTrue();
            assertThat(candidates.mayRepeat("")).isFalse();
        }
    }

    @Test
    void withoutAFolderToWriteToAllStayInMemory(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        try (RepeatCandidates candidates = new RepeatCandidates(file.resolve("below"), 2)) {
            List<String> ids = List.of("P-1", "P-2", "P-3", "P-4", "P-1", "P-3");
            ids.forEach(candidates::add);
            assertThat(ids.stream().distinct().filter(candidates::mayRepeat)).containsExactly("P-1", "P-3");
        }
    }
}
