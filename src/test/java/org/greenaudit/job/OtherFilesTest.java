package org.greenaudit.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.greenaudit.message.Text;
import org.greenaudit.source.sheet.Workbooks;
import org.greenaudit.testing.Feed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files that are named on the command line, one after the other, for the same job and day. */
@ExtendWith(Nights.Shared.class)
class OtherFilesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    @Test
    void anotherFileIsAnotherRunAndTheSameFileIsNot(Nights nights) throws IOException {
        Path folder = nights.folder("other-files");
        Path one = Feed.of().line(Feed.row().id("A-1")).write(folder.resolve("one.csv"));
        Path two =
                Feed.of().line(Feed.row().id("B-1")).line(Feed.row().id("B-2")).write(folder.resolve("two.csv"));
        Path job = nights.sampleJob("other-files", "");
        Ask ask = Ask.of(job).on(DAY).out(folder);

        AuditResult first = nights.audit(ask.inputs(one).request());
        assertThat(first.status()).isEqualTo(AuditResult.Status.COMPLETED);
        assertThat(first.notices()).isEmpty();

        AuditResult again = nights.audit(ask.inputs(one).request());
        assertThat(again.status()).isEqualTo(AuditResult.Status.ALREADY_COMPLETED);

        AuditResult other = nights.audit(ask.inputs(two).request());
        assertThat(other.status()).isEqualTo(AuditResult.Status.COMPLETED);
        assertThat(other.counts().read().lines()).isEqualTo(2);
        assertThat(other.notices())
                .contains(
                        Text.of("job.changed.files", "other-files-20260630-1-test"),
                        Text.of("job.compared-with-other-files", "other-files-20260630-1-test", "one.csv"));

        Files.writeString(two, Files.readString(two).replace("B-2", "B-3"));
        AuditResult corrected = nights.audit(ask.inputs(two).request());
        assertThat(corrected.status())
                .as("as long as before, and another content")
                .isEqualTo(AuditResult.Status.COMPLETED);
        assertThat(corrected.notices()).contains(Text.of("job.changed.files", "other-files-20260630-2-test"));

        Files.writeString(one, Feed.of().line(Feed.row().id("A-1").item("打印机")).text());
        assertThat(nights.audit(ask.inputs(one).request()).status()).isEqualTo(AuditResult.Status.COMPLETED);
    }

    @Test
    void aWorkbookIsReadBesideAFileAndTheSameWorkbookIsNoOtherRun(Nights nights) throws IOException {
        Path folder = nights.folder("workbooks");
        Path csv = Feed.of().line(Feed.row().id("A-1")).write(folder.resolve("one.csv"));
        Path book = folder.resolve("two.xls");
        String[] header = {"记录编号", "合同签订日期", "采购单位", "货物名称", "金额"};
        Files.write(
                book,
                new Workbooks()
                        .sheet(
                                "明细",
                                Workbooks.row(1, "采购明细表")
                                        + Workbooks.row(2, header)
                                        + Workbooks.row(3, "B-1", "2026-03-05", "虚构小学（示例）", "台式计算机", "8000"),
                                "")
                        .bytes());
        Ask ask = Ask.of(nights.sampleJob("workbooks", "")).on(DAY).out(folder);

        AuditResult first = nights.audit(ask.inputs(csv, book).request());
        assertThat(first.status()).isEqualTo(AuditResult.Status.COMPLETED);
        assertThat(first.counts().read().lines()).isEqualTo(2);
        assertThat(nights.audit(ask.inputs(csv, book).request()).status())
                .isEqualTo(AuditResult.Status.ALREADY_COMPLETED);
        assertThat(CutParts.SPOOL).isEmptyDirectory();
    }
}
