package org.greenaudit.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.InputException;
import org.greenaudit.testing.OddPlaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedbackFileTest {

    @TempDir
    private Path dir;

    @Test
    void whatIsNoFileIsToldForWhatItIs() throws IOException {
        OddPlaces.in(dir).forEach((what, place) -> assertThatThrownBy(() -> FeedbackFile.read(place, dir))
                .as(what)
                .isInstanceOfSatisfying(InputException.class, e -> assertThat(e.text())
                        .isEqualTo(Text.of("decision.file.no-file", place, reason(what)))));
        Path none = dir.resolve("none.xlsx");
        assertThatThrownBy(() -> FeedbackFile.read(none, dir))
                .isInstanceOfSatisfying(InputException.class, e -> assertThat(e.texts())
                        .isEqualTo(List.of(Text.of("source.not-found", none))));
    }

    private static String reason(String what) {
        return switch (what) {
            case "folder" -> "@file.folder";
            case "circle" -> "@file.loop";
            case "under a file" -> "@file.in-the-way";
            case "deep", "long name" -> "@file.long-name";
            default -> "@file.no-file";
        };
    }
}
