package org.greenaudit.source.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class CsvSpectrumTest {

    private static final String FOLDER = "/csv-spectrum/";

    @ParameterizedTest
    @MethodSource("files")
    void everyFileIsReadAsItsCells(String name, List<List<String>> expected) throws IOException {
        try (InputStream in = CsvSpectrumTest.class.getResourceAsStream(FOLDER + name)) {
            byte[] bytes = in.readAllBytes();
            List<List<String>> found = Feeds.withFile(bytes, file -> {
                int bom = FileHead.of(file).bom();
                List<List<String>> rows = new ArrayList<>();
                CsvFormat format = new CsvFormat(CsvCharset.UTF_8, ',', bom);
                try (RowCursor cursor = RowCursor.whole(file, format, ByteObserver.NONE)) {
                    while (cursor.next()) {
                        assertThat(cursor.record().flaw()).isEqualTo(RecordFlaw.NONE);
                        rows.add(cursor.texts());
                    }
                }
                return rows;
            });
            assertThat(found).isEqualTo(expected);
        }
    }

    static Stream<Arguments> files() {
        try (InputStream in = CsvSpectrumTest.class.getResourceAsStream(FOLDER + "expected.json")) {
            Map<String, List<List<String>>> expected =
                    JsonMapper.builder().build().readValue(in, new TypeReference<>() {});
            return expected.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
