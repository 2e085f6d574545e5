package org.greenaudit.portal.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.greenaudit.message.Text;
import org.greenaudit.message.UsageException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockPart;
import org.springframework.util.unit.DataSize;

class UploadsTest {

    private static final Instant NOW = Instant.parse("2026-07-01T02:00:00Z");
    private static final String FEED = "合同签订日期,采购单位,货物名称,金额\n2026-01-05,某局,空调机,5000\n";
    private static final byte[] OLE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1, 2, 3};

    @TempDir
    Path data;

    private Uploads uploads;

    @BeforeEach
    void start() throws IOException {
        uploads = new Uploads(data, DataSize.ofMegabytes(1), NOW);
    }

    private static Optional<Part> part(String name, byte[] content) {
        return Optional.of(new MockPart("file", name, content));
    }

    private static byte[] zip(String... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String part : parts) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write('x');
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] manyParts() {
        return zip(Stream.concat(
                        Stream.of("_rels/.rels", "xl/workbook.xml"),
                        IntStream.range(0, 90_000).mapToObj(i -> "xl/" + i))
                .toArray(String[]::new));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] random() {
        byte[] bytes = new byte[20_000];
        new Random(1).nextBytes(bytes);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == 0 ? 1 : bytes[i];
        }
        return bytes;
    }

    static Stream<Arguments> files() {
        String page = "<html><body><table><tr><td>货物</td></tr></table>";
        return Stream.of(
                Arguments.of("a.csv", text(FEED), "CSV"),
                Arguments.of("a.csv", text("\ufeff" + FEED), "CSV"),
                Arguments.of("a.csv", FEED.getBytes(Charset.forName("GB18030")), "CSV"),
                Arguments.of("a", text(FEED), "CSV"),
                Arguments.of("a.exe", text(FEED), "CSV"),
                Arguments.of("a.csv", text("=cmd|' /C calc'!A0,<script>alert(1)</script>\n"), "CSV"),
                Arguments.of("a.csv", zip("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"), "XLSX"),
                Arguments.of("a.xlsx", zip("_rels\\.rels", "XL\\Workbook.xml"), "XLSX"),
                Arguments.of("a.xls", OLE, "XLS"),
                Arguments.of("a.xls", text(page), "HTML"),
                Arguments.of("A.HTM", text(page), "HTML"),
                Arguments.of("a.txt", "货物\t金额\n".getBytes(StandardCharsets.UTF_16), "TEXT"),
                Arguments.of("a.xlsx", text(page), ""),
                Arguments.of("a.csv", text(page), ""),
                Arguments.of("a.csv", text("  <svg onload=alert(1)>"), ""),
                Arguments.of("a.csv", text("\ufeff<?php system($_GET['c']);"), ""),
                Arguments.of("a.xlsx", zip("a.csv"), ""),
                Arguments.of("a.xlsx", manyParts(), ""),
                Arguments.of("a.docx", zip("[Content_Types].xml", "word/document.xml"), ""),
                Arguments.of("a.ods", zip("mimetype", "content.xml"), ""),
                Arguments.of("a.jar", zip("META-INF/MANIFEST.MF", "A.class"), ""),
                Arguments.of("a.xlsx", text("PK\u0003\u0004 cut off"), ""),
                Arguments.of("a.csv", text("\u007fELF\u0002\u0001\u0001"), ""),
                Arguments.of("a.csv", text("MZ program,of Windows\n"), ""),
                Arguments.of("a.csv", text("%PDF-1.7\n1 obj"), ""),
                Arguments.of("a.csv", text("#!/bin/sh\nrm -rf /\n"), ""),
                Arguments.of("a.csv", text("{\\rtf1 }"), ""),
                Arguments.of("a.csv", text("a,b\0,c\n"), ""),
                Arguments.of("a.csv", random(), ""),
                Arguments.of("a.csv", new byte[0], ""));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileIsWhatItHolds(String name, byte[] content, String kind) throws IOException {
        if (kind.isEmpty()) {
            assertThatThrownBy(() -> uploads.receive(part(name, content), EnumSet.allOf(UploadKind.class)))
                    .isInstanceOf(UsageException.class);
        } else {
            try (ReceivedFile file = uploads.receive(part(name, content), EnumSet.allOf(UploadKind.class))) {
                assertThat(file.kind()).isEqualTo(UploadKind.valueOf(kind));
                assertThat(file.path()).hasBinaryContent(content);
                assertThat(file.bytes()).isEqualTo(content.length);
                assertThat(Files.getPosixFilePermissions(file.path()))
                        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            }
        }
        assertThat(data.resolve("uploads/incoming")).isEmptyDirectory();
        assertThat(Files.getPosixFilePermissions(data.resolve("uploads")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aKindThatIsNotWantedIsRefused() {
        assertThatThrownBy(() -> uploads.receive(part("a.xls", OLE), EnumSet.of(UploadKind.CSV)))
                .isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> uploads.receive(Optional.empty(), EnumSet.of(UploadKind.CSV)))
                .isInstanceOf(UsageException.class);
        assertThat(data.resolve("uploads/incoming")).isEmptyDirectory();
    }

    @Test
    void whatIsKeptStays() throws IOException {
        Path kept = data.resolve("uploads/kept.csv");
        try (ReceivedFile file = uploads.receive(part("a.csv", text(FEED)), EnumSet.of(UploadKind.CSV))) {
            file.keep(kept);
        }
        assertThat(kept).hasContent(FEED);
        assertThat(data.resolve("uploads/incoming")).isEmptyDirectory();
    }

    @Test
    void whatAKilledServerLeftIsRemoved() throws IOException {
        Path incoming = data.resolve("uploads/incoming");
        Path left = Files.createFile(incoming.resolve("upload_left.tmp"));
        Files.setLastModifiedTime(left, FileTime.from(NOW.minus(Duration.ofDays(1))));
        Path fresh = Files.createFile(incoming.resolve("upload_fresh.tmp"));
        Files.setLastModifiedTime(fresh, FileTime.from(NOW));
        assertThat(new Uploads(data, DataSize.ofMegabytes(1), NOW).limit()).isEqualTo(DataSize.ofMegabytes(1));
        assertThat(incoming).isDirectoryContaining(fresh::equals).isDirectoryNotContaining(left::equals);
    }

    private Upload kept(UploadShelf shelf, String by) throws IOException {
        try (ReceivedFile file = uploads.receive(part("a.csv", text(FEED)), EnumSet.of(UploadKind.CSV))) {
            return shelf.keep(file, by, NOW, "sample");
        }
    }

    @Test
    void noAccountKeepsMoreThanFiftyAndAllTogetherNoMoreThanTwoHundred() throws IOException {
        UploadShelf shelf = new UploadShelf(data, ZoneOffset.UTC);
        List<Upload> own = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            own.add(kept(shelf, "a"));
        }
        assertThatThrownBy(() -> kept(shelf, "a"))
                .isInstanceOfSatisfying(UsageException.class, refused -> assertThat(refused.text())
                        .isEqualTo(Text.of("portal.upload.many-own", 50)));
        shelf.remove(own.get(0));
        kept(shelf, "a");
        for (int i = 0; i < 150; i++) {
            kept(shelf, "b" + i % 4);
        }
        assertThatThrownBy(() -> kept(shelf, "c"))
                .isInstanceOfSatisfying(UsageException.class, refused -> assertThat(refused.text())
                        .isEqualTo(Text.of("portal.upload.many-all", 200)));
        assertThat(shelf.all()).hasSize(200);
        assertThat(data.resolve("uploads/incoming")).isEmptyDirectory();
    }

    @Test
    void aCheckThatTakesLongHoldsUpNoOtherAndEndsWithItsUpload() throws Exception {
        UploadShelf shelf = new UploadShelf(data, ZoneOffset.UTC);
        Upload slow = kept(shelf, "a");
        Upload quick = kept(shelf, "b");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        try (UploadChecks checks = new UploadChecks(upload -> {
            if (upload.equals(slow)) {
                begun.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    ended.countDown();
                    throw new InterruptedIOException();
                }
            }
            throw new UsageException(Text.of("portal.upload.base-gone"));
        })) {
            assertThat(checks.of(slow)).isInstanceOf(UploadChecks.Checking.class);
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (checks.of(quick) instanceof UploadChecks.Checking) {
                assertThat(System.nanoTime()).isLessThan(deadline);
                Thread.onSpinWait();
            }
            assertThat(checks.of(quick)).isInstanceOf(UploadChecks.Faulty.class);
            assertThat(checks.known(slow)).get().isInstanceOf(UploadChecks.Checking.class);
            checks.forget(slow);
            assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(checks.known(slow)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "../../x.csv, x.csv",
        "C:\\Users\\a\\x.csv, x.csv",
        "/etc/passwd, passwd",
        "=cmd(), =cmd()",
        "<script>, <script>",
        "'', ?",
        "/, ?",
        "二季度 采购.xlsx, 二季度 采购.xlsx"
    })
    void aNameIsATextToShow(String submitted, String shown) {
        assertThat(Uploads.shown(submitted)).isEqualTo(shown);
    }

    @Test
    void aNameHoldsNothingThatNoEyeSees() {
        assertThat(Uploads.shown("a\0b\r\nc\u202ed\u2028e\u0085f\ud800.csv")).isEqualTo("a b c d e f .csv");
        assertThat(Uploads.shown("长".repeat(500))).hasSize(120);
        assertThat(Uploads.shown("x" + "\ud83d\ude00".repeat(100)).toLowerCase(Locale.ROOT))
                .hasSize(119);
    }
}
