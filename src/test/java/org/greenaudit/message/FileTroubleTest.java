package org.greenaudit.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTroubleTest {

    private final Messages english = Messages.in(Locale.ENGLISH);

    @TempDir
    private Path dir;

    @Test
    void aMissingFileIsSaidToBeMissing() {
        Path file = dir.resolve("none.csv");
        IOException failure = catchThrowableOfType(IOException.class, () -> Files.readString(file));
        assertThat(words(failure)).isEqualTo("there is no such file or folder");
        assertThat(FileTrouble.file(failure)).isEqualTo(file.toString());
    }

    @Test
    void aFileInThePlaceOfAFolderIsSaidToStandInTheWay() throws IOException {
        Path file = Files.createFile(dir.resolve("reports"));
        assertThat(words(catchThrowableOfType(IOException.class, () -> Files.createDirectories(file))))
                .isEqualTo("a file stands where a folder should be");
        assertThat(words(catchThrowableOfType(IOException.class, () -> Files.createFile(file.resolve("index.html")))))
                .isEqualTo("a file stands where a folder should be");
    }

    @Test
    void aFolderIsNoFile() {
        assertThat(words(catchThrowableOfType(IOException.class, () -> Files.readString(dir))))
                .isEqualTo("it is a folder, not a file");
    }

    @Test
    void aFullDiskIsSaidToBeFullWithOrWithoutTheFile() {
        assertThat(words(new IOException("No space left on device"))).isEqualTo("the disk or the quota is full");
        assertThat(words(new FileSystemException("a.csv", null, "No space left on device")))
                .isEqualTo("the disk or the quota is full");
        assertThat(english.render(Text.of("job.failed.files", FileTrouble.file(new IOException("?")), "?")))
                .contains("(unknown)");
    }

    @Test
    void whatHasNoWordsOfOursIsToldAsTheSystemWordsIt() {
        assertThat(words(new IOException("Input/output error"))).isEqualTo("Input/output error");
        assertThat(words(new IOException())).isEqualTo("IOException");
    }

    private String words(IOException failure) {
        return english.render(Text.of("cli.failed.file", "x", FileTrouble.of(failure)))
                .replaceFirst("^.*?x \\((.*)\\)$", "$1");
    }
}
