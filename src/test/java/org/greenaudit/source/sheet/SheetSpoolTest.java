package org.greenaudit.source.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.greenaudit.message.Messages;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks of every kind, each with what a line of its CSV file says. */
class SheetSpoolTest {

    private static final String HEAD = Workbooks.row(1, "a", "b", "c");

    @TempDir
    Path folder;

    /** A table begins with the row that says a; in the column that says 金额 merged cells are worth all their rows. */
    private static SheetTable table(
            String sheet, List<List<String>> rows, List<Integer> numbers, Optional<Integer> header) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).get(0).equals("a")) {
                return new SheetTable(i, 1, Set.of(rows.get(i).indexOf("金额")));
            }
        }
        throw new InputException(Text.of("header.missing", sheet, "a", "", "-", "", numbers.get(0), ""));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 30, 900})
    void theFinderIsToldTheNumbersOfTheRows(int row) throws IOException {
        Path file = Files.write(
                folder.resolve("f.xlsx"),
                new Workbooks().sheet("说明", Workbooks.row(row, "说明"), "").bytes());
        assertThatThrownBy(() -> spool("").spool(file, "f.xlsx", Files.readAllBytes(file)))
                .isInstanceOf(InputException.class)
                .satisfies(e ->
                        assertThat(((InputException) e).text().args().get(5)).isEqualTo(String.valueOf(row)));
    }

    private SheetSpool spool(String wanted) {
        return new SheetSpool(folder.resolve("data"), SheetSpoolTest::table, wanted, Optional.empty());
    }

    private SpooledWorkbook read(SheetSpool spool, byte[] bytes) throws IOException {
        Path file = Workbooks.write(folder.resolve("表.dat"), bytes);
        return spool.spool(file, "表.dat", Arrays.copyOf(bytes, Math.min(bytes.length, 4096)));
    }

    /** The lines of the sheets, one text for each sheet. */
    private List<String> csv(byte[] bytes) throws IOException {
        try (SheetSpool spool = spool("")) {
            return csv(read(spool, bytes));
        }
    }

    private static List<String> csv(SpooledWorkbook workbook) {
        return workbook.sheets().stream()
                .map(sheet -> {
                    try {
                        return Files.readString(sheet.csv());
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .toList();
    }

    private List<String> notes(byte[] bytes) throws IOException {
        try (SheetSpool spool = spool("")) {
            return read(spool, bytes).sheets().stream()
                    .flatMap(sheet -> sheet.notes().stream())
                    .map(note -> Messages.in(Locale.ENGLISH).render(note.text()))
                    .toList();
        }
    }

    @Test
    void nobodyWaitsForAReadingThatIsInterrupted() throws IOException {
        byte[] bytes = new Workbooks()
                .sheet("a", HEAD + Workbooks.row(2, "1", "2", "3"), "")
                .bytes();
        SheetTable.Finder interrupted = (sheet, rows, numbers, header) -> {
            Thread.currentThread().interrupt();
            return table(sheet, rows, numbers, header);
        };
        try (SheetSpool spool = new SheetSpool(folder.resolve("data"), interrupted, "", Optional.empty())) {
            assertThatThrownBy(() -> read(spool, bytes)).isInstanceOf(InterruptedIOException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private String problem(byte[] bytes) {
        try (SheetSpool spool = spool("")) {
            read(spool, bytes);
            return "";
        } catch (InputException e) {
            return e.text().key();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void cellsOfAnXlsx() throws IOException {
        byte[] bytes = new Workbooks()
                .strings(
                        "<t>联想</t>",
                        "<r><t>启天</t></r><r><t xml:space='preserve'> M430</t></r><rPh sb='0' eb='1'><t>qi tian</t></rPh>",
                        "<t>一_x000D_\n二_x005F_x0041_</t>")
                .styles(List.of("yyyy\"年\"m\"月\"d\"日\"".replace("\"", "&quot;"), "0.00"), 0, 14, 200, 201, 31)
                .sheet(
                        "明细",
                        HEAD
                                + "<row r='2'><c r='A2' t='s'><v>0</v></c><c r='B2' t='s'><v>1</v></c><c r='C2' t='s'><v>2</v></c></row>"
                                + "<row r='3'><c r='A3' s='1'><v>46086</v></c><c r='B3' s='2'><v>46086.5</v></c><c r='C3' s='4'><v>46086</v></c></row>"
                                + "<row r='4'><c r='A4' s='3'><v>0.30000000000000004</v></c><c r='B4'><v>45321.5</v></c>"
                                + Workbooks.text("C4", "123456200001011234") + "</row>"
                                + "<row r='5'><c r='A5'><f>1+1</f><v>2</v></c><c r='B5' t='str'><f>A1&amp;B1</f><v>甲,乙</v></c><c r='C5' t='e'><f>1/0</f><v>#DIV/0!</v></c></row>"
                                + "<row r='6'><c r='A6' t='b'><v>1</v></c><c r='B6' t='b'><v>0</v></c><c r='C6' t='d'><v>2026-03-05T00:00:00</v></c></row>"
                                + "<row><c><v>7</v></c><c/><c t='inlineStr'><is><r><t>丙</t></r><r><t>丁</t></r></is></c></row>",
                        "")
                .bytes();
        assertThat(csv(bytes).get(0).split("\n", -1))
                .containsExactly(
                        "a,b,c",
                        "联想,启天 M430,一 二_x0041_",
                        "2026-03-05,2026-03-05 12:00:00,2026-03-05",
                        "0.3,45321.5,123456200001011234",
                        "2,\"甲,乙\",#DIV/0!",
                        "TRUE,FALSE,2026-03-05",
                        "7,,丙丁");
    }

    @Test
    void daysMayBeCountedFrom1904() throws IOException {
        byte[] bytes = new Workbooks()
                .from1904()
                .styles(List.of(), 14)
                .sheet("明细", HEAD + "<row r='2'><c r='A2' s='0'><v>44624</v></c></row>", "")
                .bytes();
        assertThat(csv(bytes)).containsExactly("a,b,c\n2026-03-05,,");
    }

    @Test
    void aLineIsARowAndEmptyOnesAreBlank() throws IOException {
        String rows = Workbooks.row(2, "表题") + Workbooks.row(4, "a", "b", "") + Workbooks.row(6, " ", "　")
                + Workbooks.row(9, "1", "2") + "<row r='11'><c r='A11' s='0'/></row>";
        assertThat(csv(new Workbooks().sheet("明细", rows, "").bytes())).containsExactly("\n表题,\n\na,b\n\n\n\n\n1,2");
    }

    @Test
    void aMergedCellGivesItsValueToEachRowItCovers() throws IOException {
        String rows = Workbooks.row(1, "a", "b", "金额")
                + Workbooks.row(2, "合同一", "x", "30")
                + Workbooks.row(3, "", "y", "")
                + Workbooks.row(4, "", "z", "")
                + Workbooks.row(5, "合同二", "横", "")
                + Workbooks.row(6, "", "u", "7");
        String merged = "<mergeCells><mergeCell ref='A2:A4'/><mergeCell ref='B5:C5'/><mergeCell ref='C2:C3'/>"
                + "<mergeCell ref='A5:A9'/></mergeCells>";
        byte[] bytes = new Workbooks().sheet("明细", rows, merged).bytes();
        assertThat(csv(bytes)).containsExactly("a,b,金额\n合同一,x,30\n合同一,y,\n合同一,z,\n合同二,横,\n合同二,u,7");
        assertThat(notes(bytes))
                .containsExactly("表.dat#明细: the amount of rows 2 to 3 stands in one merged cell; it is read for row 2,"
                        + " and the others have none");
    }

    @Test
    void everySheetWithATableIsReadAndWhatIsHiddenIsSaid() throws IOException {
        byte[] bytes = new Workbooks()
                .sheet("说明", Workbooks.row(1, "填表说明"), "")
                .sheet("空", "", "")
                .sheet("一", HEAD + Workbooks.row(2, "1"), "")
                .sheet(
                        "二",
                        "hidden",
                        HEAD + "<row r='2' hidden='1'><c r='A2'><v>2</v></c></row>"
                                + Workbooks.row(3, "3", "", "", "旁注"),
                        "")
                .sheet("模板", HEAD, "")
                .bytes();
        assertThat(csv(bytes)).containsExactly("a,b,c\n1,,", "a,b,c\n2,,\n3,,");
        assertThat(notes(bytes))
                .containsExactly(
                        "表.dat#二: 1 hidden row is read like the others, the first is row 2",
                        "表.dat#二: 1 cell to the right of the header is not read, the first in row 3: 旁注",
                        "表.dat#二 is a hidden sheet; it is read like the others (source.sheet in the job file chooses one)",
                        "sheets of 表.dat that hold no table of purchases and are not read: 说明, 模板");
    }

    @Test
    void aJobChoosesASheetByItsNameOrPlace() throws IOException {
        byte[] bytes = new Workbooks()
                .sheet("一月", HEAD + Workbooks.row(2, "1"), "")
                .sheet("二月", HEAD + Workbooks.row(2, "2"), "")
                .bytes();
        for (String wanted : List.of("二月", " 二月", "2")) {
            try (SheetSpool spool = spool(wanted)) {
                assertThat(csv(read(spool, bytes))).containsExactly("a,b,c\n2,,");
            }
        }
        try (SheetSpool spool = spool("三月")) {
            assertThatThrownBy(() -> read(spool, bytes)).isInstanceOfSatisfying(InputException.class, e -> assertThat(
                            e.text().args())
                    .endsWith("三月", "一月, 二月"));
        }
    }

    @Test
    void cellsOfAnXls() throws IOException {
        byte[] bytes = Workbooks.xls(SheetSpoolTest::fill);
        assertThat(csv(bytes).get(0).split("\n", -1))
                .containsExactly(
                        "",
                        "a,b,金额",
                        "2026-03-05,联想,229950.5",
                        "2026-03-05,0.3,123456200001011234",
                        "",
                        "7,甲乙,#DIV/0!",
                        "2026-03-05,TRUE,");
        assertThat(csv(bytes)).hasSize(1);
        assertThat(notes(bytes))
                .containsExactly(
                        "表.dat#明细: 1 hidden row is read like the others, the first is row 6",
                        "sheets of 表.dat that hold no table of purchases and are not read: 说明");
    }

    @Test
    void aFormulaOfAnXlsThatNobodyComputedHasNoResult() throws IOException {
        byte[] bytes = Workbooks.xls(workbook -> {
            HSSFSheet sheet = workbook.createSheet("明细");
            texts(sheet.createRow(0), "a", "b", "金额");
            Row row = sheet.createRow(1);
            row.createCell(0).setCellFormula("2*3");
            row.createCell(1).setCellFormula("1-1");
            row.createCell(2).setCellFormula("SUM(A2:B2)");
            Row next = sheet.createRow(2);
            next.createCell(0).setCellFormula("2*3");
            next.getCell(0).setCellValue(6);
            next.createCell(1).setCellFormula("\"\"");
            next.getCell(1).setCellValue("");
            next.createCell(2).setCellFormula("1=2");
            next.getCell(2).setCellValue(false);
        });
        assertThat(csv(bytes)).containsExactly("a,b,金额\n#FORMULA!,#FORMULA!,#FORMULA!\n6,,FALSE");
        assertThat(csv(asExcelSaves(bytes, 1, 1)))
                .as("a difference that is nothing")
                .containsExactly("a,b,金额\n#FORMULA!,0,#FORMULA!\n6,,FALSE");
    }

    /** The same where the formula in that cell is marked as computed: its options stand behind place, style and value. */
    private static byte[] asExcelSaves(byte[] xls, int row, int column) {
        byte[] bytes = xls.clone();
        byte[] place = {(byte) row, 0, (byte) column, 0};
        for (int i = 0; i + 20 < bytes.length; i++) {
            boolean formula = bytes[i] == 6 && bytes[i + 1] == 0;
            if (formula && Arrays.equals(Arrays.copyOfRange(bytes, i + 4, i + 8), place)) {
                bytes[i + 18] = 0;
                return bytes;
            }
        }
        throw new AssertionError("no formula there");
    }

    private static void fill(HSSFWorkbook workbook) {
        workbook.createSheet("说明").createRow(0).createCell(0).setCellValue("填表说明");
        HSSFSheet sheet = workbook.createSheet("明细");
        HSSFCellStyle date = workbook.createCellStyle();
        date.setDataFormat(workbook.createDataFormat().getFormat("yyyy\"年\"m\"月\"d\"日\""));
        texts(sheet.createRow(1), "a", "b", "金额");
        Row first = sheet.createRow(2);
        first.createCell(0).setCellValue(46086);
        first.getCell(0).setCellStyle(date);
        first.createCell(1).setCellValue("联想");
        first.createCell(2).setCellValue(229950.5);
        Row second = sheet.createRow(3);
        second.createCell(1).setCellValue(0.1 + 0.2);
        second.createCell(2).setCellValue("123456200001011234");
        sheet.addMergedRegion(new CellRangeAddress(2, 3, 0, 0));
        Row third = sheet.createRow(5);
        third.setZeroHeight(true);
        third.createCell(0).setCellFormula("3+4");
        third.getCell(0).setCellValue(7);
        third.createCell(1).setCellFormula("\"甲\"&\"乙\"");
        third.getCell(1).setCellValue("甲乙");
        third.createCell(2).setCellErrorValue(FormulaError.DIV0.getCode());
        Row fourth = sheet.createRow(6);
        fourth.createCell(0).setCellFormula("C2+1");
        fourth.getCell(0).setCellValue(46086);
        fourth.getCell(0).setCellStyle(date);
        fourth.createCell(1).setCellValue(true);
    }

    private static void texts(Row row, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            row.createCell(i).setCellValue(texts[i]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void unicodeTextAsExcelSavesIt(String charset) throws IOException {
        String text = "\ufeff采购明细表\t\t\r\n\r\na\tb\tc\r\n合同一\t\"27\"\" 显示器\t黑\"\t1,299.00\r\n"
                + "合同二\t\"两\n行\"\t𠮷\r\n合同三\t三\t3";
        assertThat(csv(text.getBytes(Charset.forName(charset))))
                .containsExactly("采购明细表,,\n\na,b,c\n合同一,\"27\"\" 显示器\t黑\",\"1,299.00\"\n合同二,两 行,𠮷\n\n合同三,三,3");
        byte[] cut = Arrays.copyOf(text.getBytes(Charset.forName(charset)), text.length() * 2 + 1);
        assertThat(problem(cut)).isEqualTo("source.workbook-damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16"})
    void tablesOfAWebPage(String charset) throws IOException {
        String page = "<html xmlns:x='urn:schemas-microsoft-com:office:excel'><head>"
                + "<meta http-equiv=Content-Type content='text/html; charset=gb2312'><style>td{mso-number-format:'\\@'}</style>"
                + "</head><body><table><tr><td>采购明细表<tr><td>a<th>b<td>c"
                + "<tr><td rowspan=2>合同一<td>启天<br>M430<td x:num=\"229950.5\">229,950.50"
                + "<tr style='display: none'><td colspan=2>二&nbsp;&amp;<tr><td>合同二<td x:num='46086'>2026-3-5<td>&lt;3>"
                + "</table><table><tr><td>页脚</td></tr></table></body></html>";
        byte[] bytes = page.getBytes(Charset.forName(charset));
        assertThat(csv(bytes)).containsExactly("采购明细表,,\na,b,c\n合同一,启天 M430,229950.5\n合同一,二 &,\n合同二,2026-3-5,<3>");
        assertThat(notes(bytes))
                .containsExactly(
                        "表.dat#table1: 1 hidden row is read like the others, the first is row 4",
                        "sheets of 表.dat that hold no table of purchases and are not read: table2");
    }

    @Test
    void aUnitInTheFormatOfANumberAndAFormulaWithoutResultAreKept() throws IOException {
        byte[] bytes = new Workbooks()
                .styles(List.of("0.00&quot;万元&quot;", "0!.0,&quot;万&quot;"), 0, 200, 201)
                .sheet(
                        "明细",
                        HEAD
                                + "<row r='2'><c r='A2' s='1'><v>12.5</v></c><c r='B2' s='2'><v>125000</v></c><c r='C2' s='1'><f>A2*2</f><v>25</v></c></row>"
                                + "<row r='3'><c r='A3'><f>A2*2</f></c><c r='B3' s='1'><f>A2</f><v></v></c><c r='C3' t='str'><f>\"\"</f><v></v></c></row>",
                        "")
                .bytes();
        assertThat(csv(bytes)).containsExactly("a,b,c\n12.5万元,125000,25万元\n#FORMULA!,#FORMULA!,");
        String page = "<table><tr><td>a<td>b<td>c<tr><td x:num='12.5'>12.50万元<td x:num='125000'>12.5万元<td x:num='3'>3台"
                + "</table>";
        assertThat(csv(page.getBytes(StandardCharsets.UTF_8))).containsExactly("a,b,c\n12.5万元,125000,3");
    }

    @Test
    void textThatLooksLikeNoPageIsNone() {
        for (String text : List.of("a,b\n<table>,1\n", "<x>,b\n", "记录编号,金额\n", "PK,1\n")) {
            assertThat(SheetSpool.isWorkbook(text.getBytes(StandardCharsets.UTF_8)))
                    .as(text)
                    .isFalse();
        }
        for (String page : List.of(
                "<table border=1>", "\ufeff \n<!DOCTYPE html>", "<?xml version='1.0'?>\n<html>", "<!-- x --><HTML>")) {
            assertThat(SheetSpool.isWorkbook(page.getBytes(StandardCharsets.UTF_8)))
                    .as(page)
                    .isTrue();
        }
    }

    @Test
    void whatCannotBeReadIsSaidInClearWords() throws Exception {
        byte[] xlsx =
                new Workbooks().sheet("明细", HEAD + Workbooks.row(2, "1"), "").bytes();
        byte[] xls = Workbooks.xls(SheetSpoolTest::fill);
        assertThat(problem(Workbooks.encrypted(xlsx))).isEqualTo("source.workbook-encrypted");
        assertThat(problem(Workbooks.encryptedXls(SheetSpoolTest::fill))).isEqualTo("source.workbook-encrypted");
        assertThat(problem(Arrays.copyOf(xlsx, xlsx.length / 2))).isEqualTo("source.workbook-damaged");
        assertThat(problem(Arrays.copyOf(xls, xls.length / 2))).isEqualTo("source.workbook-damaged");
        assertThat(problem(new Workbooks()
                        .sheet("明细", HEAD + "<row r='1'></row>", "")
                        .bytes()))
                .isEqualTo("source.workbook-damaged");
        assertThat(problem(new Workbooks()
                        .sheet("明细", HEAD + "<row r='2'><c t='s'><v>9</v>", "")
                        .bytes()))
                .isEqualTo("source.workbook-damaged");
        assertThat(problem(new Workbooks()
                        .strings()
                        .sheet("明细", HEAD + "<row r='2'><c t='s'><v>9</v></c></row>", "")
                        .bytes()))
                .isEqualTo("source.workbook-damaged");
        assertThat(problem(Workbooks.zip(Map.of("word/document.xml", "<w/>")))).isEqualTo("source.workbook-other");
        assertThat(problem(new Workbooks().sheet("空", "", "").bytes())).isEqualTo("source.empty");
        assertThat(problem(
                        new Workbooks().sheet("说明", Workbooks.row(1, "说明"), "").bytes()))
                .isEqualTo("header.missing");
        assertThat(problem("<html><body>请登录</body></html>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("source.empty");
    }

    @Test
    void entitiesFromElsewhereAreNotRead() {
        Path secret = Workbooks.write(folder.resolve("secret.txt"), "geheim".getBytes(StandardCharsets.UTF_8));
        Map<String, String> parts = Map.of(
                "_rels/.rels",
                "<!DOCTYPE r [<!ENTITY x SYSTEM '" + secret.toUri()
                        + "'>]><Relationships><Relationship Id='&x;'/></Relationships>");
        assertThat(problem(Workbooks.zip(parts))).startsWith("source.workbook-");
    }

    @Test
    void aPartThatSwellsBeyondAllMeasureIsRefused() {
        Expansion small = Expansion.of(Path.of("f.xlsx"), 1_000);
        small.check(256L << 20);
        assertThatThrownBy(() -> small.check((256L << 20) + 1)).isInstanceOf(InputException.class);
        Expansion.of(Path.of("f.xlsx"), 100L << 20).check(2_000L << 20);
    }

    @Test
    void theFilesArePrivateAndGoneAfterwards() throws IOException {
        Path data = folder.resolve("data");
        SheetSpool spool = spool("");
        byte[] bytes =
                new Workbooks().sheet("明细", HEAD + Workbooks.row(2, "1"), "").bytes();
        Path csv = read(spool, bytes).sheets().get(0).csv();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(csv.getParent())))
                .isEqualTo("rwx------");
        try (SheetSpool another = spool("")) {
            read(another, bytes);
            assertThat(csv).exists();
        }
        spool.close();
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void whatAKilledProcessLeftIsRemovedByTheNext() throws IOException {
        Path data = folder.resolve("data");
        Path left = Files.createDirectories(data.resolve("spool-1"));
        Files.writeString(left.resolve("lock"), "");
        Files.writeString(left.resolve("0-0.csv"), "a,b,c\n");
        try (SheetSpool spool = spool("")) {
            read(
                    spool,
                    new Workbooks()
                            .sheet("明细", HEAD + Workbooks.row(2, "1"), "")
                            .bytes());
            try (Stream<Path> folders = Files.list(data)) {
                assertThat(folders).hasSize(1).doesNotContain(left);
            }
        }
    }

    /** The portal checks several uploads at once, and each looks for what a killed process left. */
    @Test
    void manyAtOnceLeaveEachOtherAlone() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> spools = Collections.nCopies(2_000, () -> {
                Path left = Files.createTempDirectory(data, "spool-left-");
                Files.writeString(left.resolve("0-0.csv"), "a,b,c\n");
                Files.writeString(left.resolve("lock"), "");
                try (SpoolFolder spool = SpoolFolder.in(data)) {
                    Files.writeString(spool.path().resolve("0-0.csv"), "a,b,c\n");
                }
                return null;
            });
            for (Future<Void> done : threads.invokeAll(spools)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
        SpoolFolder.in(data).close();
        assertThat(data).isEmptyDirectory();
    }

    /** A second one in a process must not take the lock from the first. */
    @Test
    void anotherProcessLeavesWhatIsInUse() throws Exception {
        Path data = folder.resolve("data");
        try (SpoolFolder first = SpoolFolder.in(data);
                SpoolFolder second = SpoolFolder.in(data)) {
            Process another = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Another.class.getName(),
                            data.toString())
                    .inheritIO()
                    .start();
            assertThat(another.waitFor()).isZero();
            assertThat(first.path()).isNotEmptyDirectory();
            assertThat(second.path()).isNotEmptyDirectory();
        }
        assertThat(data).isEmptyDirectory();
    }

    /** What such a process does. */
    static final class Another {

        private Another() {}

        public static void main(String[] args) throws IOException {
            SpoolFolder.in(Path.of(args[0])).close();
        }
    }
}
