package org.greenaudit.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.greenaudit.message.Messages;
import org.greenaudit.purchase.InputException;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.purchase.RejectReason;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.purchase.SetApart;
import org.greenaudit.source.BlockReader;
import org.greenaudit.source.Partition;
import org.greenaudit.source.RowBlocks;
import org.greenaudit.source.SourcePlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSourceTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    @TempDir
    Path folder;

    @Test
    void rowsKeepTheLineOnWhichTheyStart() {
        Feeds.Read read = Feeds.read(Feeds.HEADER + "\n" + Feeds.row("1", "\"台式\n计算机\"") + "\n,,,,\n"
                + Feeds.row("2", "打印机").replace("\n", "\r\n")
                + Feeds.row("3", "屏").replace("\n", "\r")
                + Feeds.row("4", "椅"));
        assertThat(read.rejections()).isEmpty();
        assertThat(read.lines()).extracting(l -> l.ref().line()).containsExactly(2L, 6L, 7L, 8L);
        assertThat(read.rows()).isEqualTo(4);
    }

    @Test
    void utf8AndGb18030AreToldApart() throws IOException {
        String text = Feeds.HEADER + "\n" + Feeds.row("1", "台式计算机");
        for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
            Path file = Files.write(folder.resolve("f.csv"), text.getBytes(charset));
            Feeds.Read read = Feeds.read(Feeds.settings(file), 10);
            assertThat(read.lines().get(0).itemName()).isEqualTo("台式计算机");
            assertThat(read.plan().files().get(0).content().charset()).isEqualTo(charset.name());
        }
    }

    @Test
    void aGb18030CharacterWhoseSecondByteIsABarIsNotADelimiter() throws IOException {
        // 0x7C is the second byte of 饇 and 倈 in GB18030.
        String item = new String(new byte[] {(byte) 0xf0, 0x7c, (byte) 0x82, 0x7c}, GB18030);
        String text = Feeds.HEADER.replace(',', '|') + "\n"
                + Feeds.row("1", item).replace(',', '|').replace("虚构", item);
        Path file = Files.write(folder.resolve("bar.csv"), text.getBytes(GB18030));
        Feeds.Read read = Feeds.read(Feeds.settings(file), 10);
        assertThat(read.plan().files().get(0).delimiter()).isEqualTo('|');
        assertThat(read.rejections()).isEmpty();
        assertThat(read.lines().get(0).itemName()).isEqualTo(item);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ISO-8859-1, UTF-8",
                "windows-1252, UTF-8",
                "ISO-8859-1, GBK",
                "windows-1252, GBK",
                "windows-1251, GBK",
                "GBK, UTF-8",
                "UTF-8, GBK"
            })
    void aFileOfGarbledTextIsRefusedAndAGarbledRowRejected(String charsets) {
        Charset read = Charset.forName(charsets.replaceFirst(",.*", ""));
        Charset written = Charset.forName(charsets.replaceFirst(".*, ", ""));
        String garbled = new String("台式计算机一体".getBytes(written), read);
        String all = Feeds.HEADER + "\n" + Feeds.row("1", garbled) + Feeds.row("2", garbled) + Feeds.row("3", "椅子");
        assertThat(Feeds.problem(all.getBytes(StandardCharsets.UTF_8))).isEqualTo("source.garbled");
        Feeds.Read rows = Feeds.read(all + Feeds.row("4", "桌子") + Feeds.row("5", "屏"));
        assertThat(rows.ids()).containsExactly("3", "4", "5");
        assertThat(rows.rejections()).extracting(Rejection::reason).containsOnly(RejectReason.BAD_CHARACTERS);
        assertThat(rows.rejections()).extracting(Rejection::column).containsOnly("item_name");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theDelimiterIsFoundInTheHeader(String delimiter) {
        Feeds.Read read = Feeds.read((Feeds.HEADER + "\n" + Feeds.row("1", "屏")).replace(",", delimiter));
        assertThat(read.ids()).containsExactly("1");
    }

    @Test
    void anUnclosedQuoteCostsItsOwnLineOnly() {
        Feeds.Read read =
                Feeds.read(Feeds.HEADER + "\n" + Feeds.row("1", "屏") + Feeds.row("2", "\"椅") + Feeds.row("3", "桌"));
        assertThat(read.ids()).containsExactly("1", "3");
        Rejection rejection = read.rejections().get(0);
        assertThat(rejection.reason()).isEqualTo(RejectReason.UNCLOSED_QUOTE);
        assertThat(rejection.ref().line()).isEqualTo(3);
        assertThat(rejection.raw()).startsWith("2,2026-03-05").endsWith("100.00");
        assertThat(read.rows()).isEqualTo(3);
    }

    @Test
    void anUnclosedQuoteThatMeetsAnotherLinesQuoteCostsItsOwnLineOnly() {
        Feeds.Read read = Feeds.read(
                Feeds.HEADER + "\n" + Feeds.row("1", "\"椅") + Feeds.row("2", "\"桌, 大\"") + Feeds.row("3", "屏"));
        assertThat(read.ids()).containsExactly("2", "3");
        assertThat(read.rejections()).extracting(Rejection::reason).containsExactly(RejectReason.UNCLOSED_QUOTE);
    }

    @Test
    void anUnclosedQuoteInAMultiLineRowNamesTheLineWhereItOpens() {
        Feeds.Read read = Feeds.read(Feeds.HEADER + "\n" + "\"1\n\n\",2026-03-05,\"虚构,屏,1\n" + Feeds.row("2", "桌"));
        Rejection rejection = read.rejections().get(0);
        assertThat(rejection.ref().line()).isEqualTo(2);
        assertThat(rejection.detail().args()).containsExactly("4");
        assertThat(read.lines().get(0).ref().line()).isEqualTo(5);
    }

    @Test
    void aQuotedCellMayBeLongButNotWithoutEnd() {
        String longest = "长".repeat(RowBlocks.LONGEST_CELL / 3 - 1);
        Feeds.Read read = Feeds.read(Feeds.HEADER + "\n" + Feeds.row("1", "\"" + longest + "\"")
                + Feeds.row("2", "\"" + longest + "长长\"") + Feeds.row("3", longest + "长长") + Feeds.row("4", "屏"));
        assertThat(read.ids()).containsExactly("1", "4");
        assertThat(read.rejections())
                .extracting(Rejection::reason)
                .containsExactly(RejectReason.CELL_TOO_LONG, RejectReason.CELL_TOO_LONG);
        assertThat(read.rejections())
                .extracting(rejection -> rejection.detail().args())
                .containsExactly(List.of("65536", "4194304", "3"), List.of("65536", "4194304", "4"));
    }

    @Test
    void aQuotedCellThatIsTooLongAndNeverClosesIsUnclosed() {
        String endless = "长".repeat(RowBlocks.LONGEST_CELL);
        Feeds.Read read = Feeds.read(Feeds.HEADER + "\n" + Feeds.row("1", "\"" + endless) + Feeds.row("2", "\"桌, 大\""));
        assertThat(read.ids()).containsExactly("2");
        assertThat(read.rejections()).extracting(Rejection::reason).containsExactly(RejectReason.UNCLOSED_QUOTE);
    }

    @Test
    void aQuotedCellThatIsTooLongOverSeveralLinesCostsNoOtherRow() {
        String lines = ("长".repeat(1000) + "\n").repeat(30);
        Feeds.Read read = Feeds.read(
                Feeds.HEADER + "\n" + Feeds.row("1", "屏") + Feeds.row("2", "\"" + lines + "\"") + Feeds.row("3", "屏"));
        assertThat(read.ids()).containsExactly("1", "3");
        assertThat(read.rejections().get(0).reason()).isEqualTo(RejectReason.CELL_TOO_LONG);
        assertThat(read.rejections().get(0).detail().args()).endsWith("3");
    }

    @Test
    void aRowWithoutEndIsRejectedAndReadingGoesOn() {
        String endless = "x,".repeat(RowBlocks.LONGEST_RECORD);
        Feeds.Read read = Feeds.read(Feeds.HEADER + "\n" + endless + "\n" + Feeds.row("1", "屏"));
        assertThat(read.ids()).containsExactly("1");
        assertThat(read.lines().get(0).ref().line()).isEqualTo(3);
        assertThat(read.rejections()).extracting(Rejection::reason).containsExactly(RejectReason.CELL_TOO_LONG);
    }

    @Test
    void textAfterAClosingQuoteIsRejected() {
        Feeds.Read read = Feeds.read(Feeds.HEADER + "\n" + Feeds.row("1", "\"27\"寸屏") + Feeds.row("2", "27\"屏"));
        assertThat(read.rejections()).extracting(Rejection::reason).containsExactly(RejectReason.MALFORMED_QUOTE);
        assertThat(read.lines()).extracting(PurchaseLine::itemName).containsExactly("27\"屏");
    }

    @Test
    void aNulByteRejectsItsRowOnly() {
        String rows =
                IntStream.range(0, 500).mapToObj(i -> Feeds.row("R" + i, "屏")).reduce("", String::concat);
        Feeds.Read read = Feeds.read(Feeds.HEADER + "\n" + rows + Feeds.row("N", "\0"));
        assertThat(read.lines()).hasSize(500);
        assertThat(read.rejections()).extracting(Rejection::reason).containsExactly(RejectReason.BAD_CHARACTERS);
    }

    @Test
    void withADeclaredCharsetABrokenCharacterRejectsItsRowOnly() throws IOException {
        byte[] text = (Feeds.HEADER + "\n" + Feeds.row("1", "屏") + Feeds.row("2", "X") + Feeds.row("3", "桌"))
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < text.length; i++) {
            text[i] = text[i] == 'X' ? (byte) 0xe5 : text[i];
        }
        Path file = Files.write(folder.resolve("broken.csv"), text);
        Feeds.Read read = Feeds.read(Feeds.settings("UTF-8", CsvSettings.AUTO, file), 10);
        assertThat(read.ids()).containsExactly("1", "3");
        assertThat(read.rejections().get(0).reason()).isEqualTo(RejectReason.BAD_CHARACTERS);
        assertThat(read.rejections().get(0).column()).isEqualTo("item_name");
    }

    @Test
    void aBrokenCharacterInACellThatATotalIsNotToldByIsNoFaultOfIt() throws IOException {
        byte[] text =
                (Feeds.HEADER + "\n" + Feeds.row("1", "屏") + Feeds.row("合计", "X")).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < text.length; i++) {
            text[i] = text[i] == 'X' ? (byte) 0xe5 : text[i];
        }
        Path file = Files.write(folder.resolve("broken.csv"), text);
        Feeds.Read read = Feeds.read(Feeds.settings("UTF-8", CsvSettings.AUTO, file), 10);
        assertThat(read.rejections()).isEmpty();
        assertThat(read.setApart()).extracting(SetApart::reason).containsExactly(SetApart.Reason.TOTAL);
    }

    /** 市直 has an even number of bytes in UTF-8, so that it is text in GB18030 too. */
    @ParameterizedTest
    @ValueSource(strings = {"e5b1", "e5", "ff", "c0af", "eda080", "b1", "f0908d"})
    void aUtf8FileWithABrokenCharacterLosesThatRowOnly(String hex) throws IOException {
        byte[] whole = ("采购单位,合同签订日期,货物名称,金额,记录编号\n" + "市直小学,2026-03-01,台式电脑,1,甲甲\n".repeat(3)
                        + "市直小学,2026-03-01,X,1,乙乙\n市直小学,2026-03-01,台式电脑,1,丙丙\n")
                .getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(
                folder.resolve("cut.csv"), replaced(whole, HexFormat.of().parseHex(hex)));
        Feeds.Read read = Feeds.read(Feeds.settings(file), 10);
        assertThat(read.plan().files().get(0).content().charset()).isEqualTo("UTF-8");
        assertThat(read.lines()).extracting(PurchaseLine::itemName).containsOnly("台式电脑");
        assertThat(read.ids()).containsExactly("甲甲", "丙丙");
        assertThat(read.rejections())
                .extracting(Rejection::reason)
                .containsExactly(
                        RejectReason.DUPLICATE_RECORD, RejectReason.DUPLICATE_RECORD, RejectReason.BAD_CHARACTERS);
    }

    @Test
    void aFileInTwoCharsetsIsRefused() throws IOException {
        byte[] utf8 =
                ("采购单位,合同签订日期,货物名称,金额\n" + "市直小学,2026-03-01,台式电脑,1\n".repeat(20)).getBytes(StandardCharsets.UTF_8);
        byte[] gb = "市直小学,2026-03-01,台式电脑,1\n".repeat(10).getBytes(GB18030);
        byte[] both = new byte[utf8.length + gb.length];
        System.arraycopy(utf8, 0, both, 0, utf8.length);
        System.arraycopy(gb, 0, both, utf8.length, gb.length);
        assertThat(Feeds.problem(both)).isEqualTo("source.charset-mixed");
    }

    @Test
    void whatIsInNoCharsetIsRefused() {
        byte[] text = (Feeds.HEADER + "\n1,2026-03-05,a,X,1\n").getBytes(StandardCharsets.UTF_8);
        assertThat(Feeds.problem(replaced(text, new byte[] {(byte) 0xff}))).isEqualTo("source.charset-unknown");
    }

    /** The text with other bytes in place of X. */
    private static byte[] replaced(byte[] text, byte[] bytes) {
        String latin = new String(text, StandardCharsets.ISO_8859_1);
        return latin.replace("X", new String(bytes, StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void aReplacementCharacterThatIsInTheFileIsText() {
        assertThat(Feeds.read(Feeds.HEADER + "\n" + Feeds.row("1", "屏\ufffd")).ids())
                .containsExactly("1");
    }

    @Test
    void aLaterRowWithTheSameIdIsRejectedWhateverThePartitions() throws IOException {
        Path one = Files.writeString(
                folder.resolve("a.csv"), Feeds.HEADER + "\n" + Feeds.row("1", "屏") + Feeds.row("2", "桌"));
        Path two = Files.writeString(
                folder.resolve("b.csv"),
                Feeds.HEADER + "\n" + Feeds.row("3", "椅") + Feeds.row(" 1 ", "屏") + Feeds.row("", "柜")
                        + Feeds.row("", "柜"));
        for (int partitions : new int[] {1, 8}) {
            Feeds.Read read = Feeds.read(Feeds.source(Feeds.settings(one, two), partitions), 2);
            assertThat(read.ids()).containsExactly("1", "2", "3", "b.csv:4", "b.csv:5");
            Rejection duplicate = read.rejections().get(0);
            assertThat(duplicate.reason()).isEqualTo(RejectReason.DUPLICATE_RECORD);
            assertThat(duplicate.detail().args()).containsExactly("1", "a.csv", "2");
            assertThat(duplicate.amountFen()).isEqualTo(10_000);
        }
    }

    @Test
    void filesOfTheSameNameAreToldApart() throws IOException {
        for (String city : List.of("fuzhou", "luoyang")) {
            Path dir = Files.createDirectory(folder.resolve(city));
            Files.writeString(dir.resolve("feed.csv"), Feeds.HEADER + "\n" + Feeds.row("", "屏"));
        }
        CsvSettings settings = CsvSettings.detected(List.of(folder + "/*/feed.csv"));
        assertThat(Feeds.read(settings, 10).ids()).containsExactly("fuzhou/feed.csv:2", "luoyang/feed.csv:2");
    }

    @Test
    void patternsAreExpandedInNameOrderAndAFileIsReadOnce() throws IOException {
        for (String name : List.of("b.csv", "a.csv", "c.txt")) {
            Files.writeString(folder.resolve(name), Feeds.HEADER + "\n" + Feeds.row(name, "屏"));
        }
        CsvSettings settings = CsvSettings.detected(List.of(folder + "/*.csv", folder + "/a.csv"));
        assertThat(Feeds.read(settings, 10).ids()).containsExactly("a.csv", "b.csv");
    }

    @Test
    void aFileThatIsNoFeedIsTurnedAwayWithAReason() {
        assertThat(Feeds.problem(new byte[0])).isEqualTo("source.empty");
        assertThat(Feeds.problem("\n \n".getBytes(StandardCharsets.UTF_8))).isEqualTo("source.empty");
        assertThat(Feeds.problem((Feeds.HEADER + "\n\n,,\n").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("source.header-only");
        assertThat(Feeds.problem("\ufeffa,b".getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo("source.utf16");
        assertThat(Feeds.problem("\ufeffa".getBytes(StandardCharsets.UTF_16BE))).isEqualTo("source.utf16");
        assertThat(Feeds.problem(new byte[] {'a', 0, 'b'})).isEqualTo("source.binary");
        assertThat(Feeds.problem(new byte[] {'P', 'K', 3, 4, 0})).isEqualTo("source.workbook-damaged");
        assertThat(Feeds.problem("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("header.missing");
        assertThat(Feeds.problem("\"a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("source.header-flawed");
        assertThat(problem(folder.toString())).isEqualTo("source.directory");
        assertThat(problem(folder + "/none.csv")).isEqualTo("source.not-found");
        assertThat(problem(folder + "/*.csv")).isEqualTo("source.no-match");
    }

    @ParameterizedTest
    @ValueSource(strings = {"~{2I9:%~}", "\u001b$B:NGc\u001b(B", "+W4xT5Q-"})
    void chineseInSevenBitsIsTurnedAway(String word) {
        String row = "%1$s,%1$s,%1$s\n".formatted(word);
        assertThat(Feeds.problem((row + row).getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("source.seven-bit");
    }

    @Test
    void signsOfSevenBitsAreTextBesideOthers() {
        assertThat(Feeds.problem("record_id\n+ABC-,~{x~}\nA+B,C+1\n".getBytes(StandardCharsets.US_ASCII)))
                .isNotEqualTo("source.seven-bit");
    }

    @Test
    void whatIsNoFileIsTurnedAway() throws IOException {
        assertThatThrownBy(() -> FileHead.of(Path.of("/dev/null")))
                .isInstanceOfSatisfying(
                        InputException.class, e -> assertThat(e.text().key()).isEqualTo("source.no-file"));
    }

    @Test
    void aBadSettingIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), Feeds.HEADER + "\n" + Feeds.row("1", "屏"));
        assertThatThrownBy(() -> Feeds.source(Feeds.settings("latin1", CsvSettings.AUTO, file))
                        .plan())
                .isInstanceOfSatisfying(
                        InputException.class, e -> assertThat(e.text().args()).containsExactly("latin1"));
        assertThatThrownBy(() -> Feeds.source(Feeds.settings(CsvSettings.AUTO, "，", file))
                        .plan())
                .isInstanceOfSatisfying(
                        InputException.class, e -> assertThat(e.text().args()).containsExactly("，"));
    }

    @Test
    void aFileThatChangedSinceThePlanIsNotRead() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), Feeds.HEADER + "\n" + Feeds.row("1", "屏"));
        CsvSource source = Feeds.source(Feeds.settings(file));
        SourcePlan plan = source.plan();
        Files.writeString(file, Feeds.HEADER + "\n" + Feeds.row("1", "屏") + Feeds.row("2", "屏"));
        assertThatThrownBy(() -> source.open(plan, plan.partitions().get(0), 10))
                .isInstanceOfSatisfying(
                        InputException.class, e -> assertThat(e.text().key()).isEqualTo("source.changed"));
    }

    @Test
    void everyRejectionHasItsWordsInBothLanguages() throws IOException {
        Messages chinese = Messages.in(Messages.CHINESE);
        Messages english = Messages.in(Locale.ENGLISH);
        Feeds.Read read = Feeds.read(Feeds.HEADER + "\n" + Feeds.row("1", "\"椅") + Feeds.row("2", "\"a\"b")
                + Feeds.row("3", "屏,,,,多") + Feeds.row("4", "屏").replace("100.00", "面议") + Feeds.row("", "屏"));
        for (Rejection rejection : read.rejections()) {
            assertThat(chinese.render(rejection.detail())).isNotBlank().doesNotContain("{");
            assertThat(english.render(rejection.detail())).isNotBlank().doesNotContain("{");
        }
        assertThat(read.rejections()).hasSize(4);
    }

    private static String problem(String name) {
        try {
            Feeds.source(CsvSettings.detected(List.of(name))).plan();
            return "";
        } catch (InputException e) {
            return e.text().key();
        }
    }

    @Test
    void aPartitionThatChangedSinceThePlanIsNoticedWhenItIsRead() throws IOException {
        String feed = IntStream.range(0, 20)
                .mapToObj(i -> Feeds.row("A" + i, "台式计算机"))
                .collect(Collectors.joining("", Feeds.HEADER + "\n", ""));
        List<String> changes = List.of(
                feed.replace("A7,2026-03-05", "A7,2026-03-06"),
                feed.replace("A7,2026-03-05,虚构", "A7,2026-03-05,\"\",虚"),
                feed.replace("A7,", "A?,").replace("A8,", "A7,").replace("A?,", "A8,"));
        for (String changed : changes) {
            assertThat(changed.getBytes(StandardCharsets.UTF_8)).hasSize(feed.getBytes(StandardCharsets.UTF_8).length);
            Path file = Files.writeString(folder.resolve("feed.csv"), feed);
            CsvSource source = Feeds.source(Feeds.settings(file), 4);
            SourcePlan plan = source.plan();
            Files.writeString(file, changed);
            List<String> outcomes = new ArrayList<>();
            for (Partition partition : plan.partitions()) {
                try (BlockReader reader = source.open(plan, partition, 100)) {
                    outcomes.add(reader.next().orElseThrow().last() ? "read" : "more");
                } catch (InputException e) {
                    outcomes.add(e.text().key());
                }
            }
            assertThat(outcomes).containsExactly("read", "source.changed", "read", "read");
        }
    }
}
