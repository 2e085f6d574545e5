package org.greenaudit.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenaudit.testing.Feed.row;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.greenaudit.message.Text;
import org.greenaudit.testing.Feed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineParserTest {

    private static final FeedLayout CANONICAL = KnownColumns.layout("feed.csv", List.of());

    private static final Set<DataWarning> ABOUT_THE_ORDER =
            Set.of(DataWarning.ORDER_PARTLY_RETURNED, DataWarning.ORDER_DOUBTFUL);

    @Test
    void aCleanRowHasNoWarnings() {
        PurchaseLine line = line(row());
        assertThat(line.warnings()).isEmpty();
        assertThat(line.recordId()).isEqualTo("R-1");
        assertThat(line.contractDate()).isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(line.amountFen()).isEqualTo(800_000);
        assertThat(line.buyerType()).isEqualTo(BuyerType.INSTITUTION);
        assertThat(line.ref()).isEqualTo(new SourceRef(0, "feed.csv", 7));
    }

    @Test
    void withoutARecordIdThePlaceStandsIn() {
        assertThat(line(row().with(FeedColumn.RECORD_ID, " ")).recordId()).isEqualTo("feed.csv:7");
        assertThat(line(row().with(FeedColumn.RECORD_ID, "NULL")).recordId()).isEqualTo("feed.csv:7");
    }

    @ParameterizedTest
    @EnumSource(
            value = FeedColumn.class,
            names = {"CONTRACT_DATE", "BUYER_NAME", "AMOUNT"})
    void anEmptyRequiredCellRejectsTheRowAndNamesTheColumn(FeedColumn column) {
        Rejection rejection = rejection(row().with(column, "\u00a0"));
        assertThat(rejection.reason()).isEqualTo(RejectReason.REQUIRED_EMPTY);
        assertThat(rejection.column()).isEqualTo(column.header());
        assertThat(rejection.detail().args()).startsWith(column.header(), column.chinese());
    }

    @Test
    void cellsOfAContractThatAreBlankTogetherMayHaveBeenMerged() {
        FeedColumn date = FeedColumn.CONTRACT_DATE;
        Rejection merged = rejection(row().with(date, "").with(FeedColumn.BUYER_NAME, ""));
        assertThat(merged.detail().key()).isEqualTo("reject.detail.required-merged");
        assertThat(String.valueOf(merged.detail().args().get(2))).contains(date.header(), "buyer_name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "contract_date=开工后;amount=面议 | contract_date | date amount",
                "amount=面议;buyer_name=无 | buyer_name | required-no-value amount",
                "contract_date=2026-02-30;buyer_name=;amount=12,00 | contract_date | date required-merged amount",
                "item_name=;category_name=;category_code=;amount= | item_name | item-empty required-empty",
                "contract_date=#FORMULA!;amount=#REF! | contract_date | no-result required-no-value",
                "contract_date=;buyer_name=;amount=面议 | contract_date | required-merged amount",
                "amount=面议;brand=锟斤拷锟斤拷 | amount | amount characters-lost"
            })
    void everyFaultOfARowIsTold(String cells, String column, String faults) {
        Feed.Row row = row();
        for (String cell : cells.split(";")) {
            String[] parts = cell.split("=", 2);
            row.with(parts[0], parts[1]);
        }
        Rejection rejection = rejection(row);
        assertThat(rejection.column()).isEqualTo(column);
        assertThat(Text.decode(rejection.detail().encode()).parts())
                .extracting(Text::key)
                .containsExactly(Arrays.stream(faults.split(" "))
                        .map(fault -> "reject.detail." + fault)
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "AMOUNT,#REF!",
        "AMOUNT,无",
        "CONTRACT_DATE,#VALUE!",
        "CONTRACT_DATE,####",
        "BUYER_NAME,#N/A",
        "BUYER_NAME,/"
    })
    void aCellThatIsNoValueIsShownAsItStands(FeedColumn column, String cell) {
        Rejection rejection = rejection(row().with(column, cell));
        assertThat(rejection.reason()).isEqualTo(RejectReason.REQUIRED_EMPTY);
        assertThat(rejection.value()).isEqualTo(cell);
        assertThat(rejection.detail().args()).containsExactly(column.header(), column.chinese(), cell);
    }

    @ParameterizedTest
    @EnumSource(
            value = FeedColumn.class,
            names = {"CONTRACT_DATE", "BUYER_NAME", "AMOUNT"})
    void aFormulaWithoutAResultIsSaidToBeOne(FeedColumn column) {
        Rejection rejection = rejection(row().with(column, "#FORMULA!"));
        assertThat(rejection.detail().key()).isEqualTo("reject.detail.no-result");
    }

    @Test
    void anItemThatIsNoValueIsShownAsItStands() {
        Feed.Row row = row().with(FeedColumn.ITEM_NAME, "#REF!")
                .with(FeedColumn.CATEGORY_NAME, "")
                .with(FeedColumn.CATEGORY_CODE, "");
        assertThat(rejection(row).value()).isEqualTo("#REF!");
    }

    @ParameterizedTest
    @CsvSource({
        "CONTRACT_DATE,2026-02-30,DATE_UNREADABLE",
        "CONTRACT_DATE,开工后,DATE_UNREADABLE",
        "AMOUNT,面议,AMOUNT_UNREADABLE",
        "AMOUNT,'12,00',AMOUNT_UNREADABLE"
    })
    void anUnreadableRequiredCellRejectsTheRowAndKeepsTheValue(FeedColumn column, String cell, RejectReason reason) {
        Rejection rejection = rejection(row().with(column, cell));
        assertThat(rejection.reason()).isEqualTo(reason);
        assertThat(rejection.value()).isEqualTo(cell);
        assertThat(rejection.raw()).contains("R-1").contains("虚构第一中学（示例）");
    }

    @Test
    void aRejectedRowKeepsItsAmountForTheControlTotals() {
        assertThat(rejection(row().with(FeedColumn.BUYER_NAME, "")).amountFen()).isEqualTo(800_000);
    }

    @Test
    void anEmptyItemNameIsReplacedByTheCategoryName() {
        assertThat(line(row().with(FeedColumn.ITEM_NAME, "")).itemName()).isEqualTo("台式计算机");
    }

    @Test
    void aRowThatNamesNothingIsRejected() {
        Feed.Row row = row().with(FeedColumn.ITEM_NAME, "无")
                .with(FeedColumn.CATEGORY_NAME, "")
                .with(FeedColumn.CATEGORY_CODE, "");
        assertThat(rejection(row).reason()).isEqualTo(RejectReason.REQUIRED_EMPTY);
        assertThat(rejection(row).column()).isEqualTo("item_name");
    }

    @Test
    void aSurplusCellRejectsTheRowButEmptyOnesDoNot() {
        List<String> cells = row().cells();
        cells.add(" ");
        assertThat(parse(CANONICAL, Feed.rowOf(cells))).isInstanceOf(PurchaseLine.class);
        cells.add("x");
        assertThat(((Rejection) parse(CANONICAL, Feed.rowOf(cells))).reason()).isEqualTo(RejectReason.TOO_MANY_CELLS);
    }

    @ParameterizedTest
    @CsvSource({
        "unit,2,true",
        "unit,1200.50,true",
        "unit,'１２',true",
        "unit,台,false",
        "energy_certificate_no,125000,true",
        "energy_certificate_no,'125,000.00',true",
        "eco_certificate_no,000,true",
        "eco_certificate_no,'=\"62500\"',true",
        "energy_certificate_no,CQC24701000001,false",
        "energy_certificate_no,2019010901123456,false",
        "energy_certificate_no,,false"
    })
    void anEmptySurplusCellRejectsTheRowWhoseNumbersHaveMoved(String column, String cell, boolean rejected) {
        List<String> cells = row().with(column, cell == null ? "" : cell).cells();
        assertThat(parse(CANONICAL, Feed.rowOf(cells))).isInstanceOf(PurchaseLine.class);
        cells.add("");
        Parsed parsed = parse(CANONICAL, Feed.rowOf(cells));
        assertThat(parsed instanceof Rejection).isEqualTo(rejected);
        if (parsed instanceof Rejection rejection) {
            assertThat(rejection.reason()).isEqualTo(RejectReason.TOO_MANY_CELLS);
            assertThat(rejection.column()).isEqualToIgnoringCase(column);
        }
    }

    @Test
    void aMovedRowIsNoRefund() {
        List<String> cells = row().with(FeedColumn.AMOUNT, "-8000").cells();
        cells.add("x");
        assertThat(parse(CANONICAL, Feed.rowOf(cells))).isInstanceOf(Rejection.class);
    }

    @ParameterizedTest
    @CsvSource({
        "8000元/批,4,台,true",
        "8000元/批,1,批,true",
        "8000元/批,4,批,false",
        "8000元/批,4批,'',false",
        "8000元/批,4,'',false",
        "8000/项,3,项,false",
        "8000元/批,'',批,true"
    })
    void anAmountForTheWholeIsOneUnlessThereAreSeveralWholes(
            String amount, String quantity, String unit, boolean readable) {
        Feed.Row row = row().with(FeedColumn.AMOUNT, amount)
                .with(FeedColumn.QUANTITY, quantity)
                .with(FeedColumn.UNIT, unit);
        Parsed parsed = parse(CANONICAL, row.feedRow());
        assertThat(parsed instanceof PurchaseLine).isEqualTo(readable);
        if (parsed instanceof Rejection rejection) {
            assertThat(rejection.reason()).isEqualTo(RejectReason.AMOUNT_UNREADABLE);
            assertThat(rejection.value()).isEqualTo(amount);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"'2026-03-01", "=\"2026-03-01\"", "’2026年3月1日", "&nbsp;2026-03-01"})
    void whatProgramsWrapAroundADateIsNoPartOfIt(String cell) {
        assertThat(line(row().with(FeedColumn.CONTRACT_DATE, cell)).contractDate())
                .isEqualTo("2026-03-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'8000", "=\"8000\"", "＇8,000.00元", "8000&nbsp;元"})
    void whatProgramsWrapAroundAnAmountIsNoPartOfIt(String cell) {
        assertThat(line(row().with(FeedColumn.AMOUNT, cell)).amountFen()).isEqualTo(800_000);
    }

    @Test
    void missingCellsAreAWarning() {
        List<String> cells = row().cells().subList(0, FeedColumn.AMOUNT.ordinal() + 1);
        PurchaseLine line = (PurchaseLine) parse(CANONICAL, Feed.rowOf(cells));
        assertThat(line.warnings()).containsExactly(DataWarning.CELLS_MISSING);
        assertThat(line.citations().in(KnownColumns.ENERGY.header())).contains("");
    }

    @ParameterizedTest
    @CsvSource({
        "AMOUNT,32000,AMOUNT_MISMATCH",
        "AMOUNT,0,AMOUNT_NOT_POSITIVE AMOUNT_MISMATCH",
        "QUANTITY,一批,QUANTITY_UNREADABLE",
        "UNIT_PRICE,面议,UNIT_PRICE_UNREADABLE",
        "MODEL,详见附件,MODEL_MISSING",
        "MODEL,/,MODEL_MISSING",
        "BRAND,无品牌,BRAND_MISSING",
        "CATEGORY_CODE,A02010105-台式计算机,CODE_GLUED",
        "CATEGORY_CODE,99,CODE_UNREADABLE",
        "CATEGORY_SCHEME,旧版,SCHEME_UNREADABLE",
        "CONTRACT_DATE,2026年03月,DATE_MONTH_ONLY",
        "BUYER_TYPE,其他,BUYER_TYPE_UNREADABLE",
        "AMOUNT,8000.005,AMOUNT_ROUNDED",
        "AMOUNT,'8,000.125元',AMOUNT_ROUNDED",
        "AMOUNT,0.800000001万元,''",
        "AMOUNT,0.8000001万元,AMOUNT_ROUNDED",
        "AMOUNT,7999.9949,AMOUNT_ROUNDED",
        "AMOUNT,8000.300000000000001,''",
        "AMOUNT,8000.30000,''",
        "BUYER_CODE,1.1361E+17,BUYER_CODE_DESTROYED",
        "BUYER_CODE,1.13610000123457e+17,BUYER_CODE_DESTROYED",
        "BUYER_CODE,113610000000000000,BUYER_CODE_DESTROYED",
        "BUYER_CODE,113610000123457000,BUYER_CODE_DESTROYED",
        "BUYER_CODE,9E+17,BUYER_CODE_DESTROYED",
        "BUYER_CODE,2026E10,''",
        "BUYER_CODE,113610000123457001,''",
        "BUYER_CODE,361000,''",
        "BUYER_CODE,11361000MB1234567X,''",
        "REGION_CODE,36100,REGION_MISSING",
        "REGION_CODE,'',REGION_MISSING",
        "REGION_CODE,抚州市,REGION_MISSING",
        "REGION_CODE,CON,REGION_MISSING"
    })
    void whatIsOddButReadableTravelsAsAWarning(FeedColumn column, String cell, String warnings) {
        List<DataWarning> expected = Arrays.stream(warnings.split(" "))
                .filter(name -> !name.isEmpty())
                .map(DataWarning::valueOf)
                .sorted()
                .toList();
        assertThat(line(row().with(column, cell)).warnings()).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource({"8080.80,false", "8081,true", "8079,false", "7920,true", "7921,false"})
    void amountsMayDifferByOnePercent(String amount, boolean mismatch) {
        PurchaseLine line = line(row().with(FeedColumn.AMOUNT, amount));
        assertThat(line.warnings().contains(DataWarning.AMOUNT_MISMATCH)).isEqualTo(mismatch);
    }

    @ParameterizedTest
    @CsvSource({"9,false", "8.99,true", "11,false", "11.01,true"})
    void smallAmountsMayDifferByOneYuan(String amount, boolean mismatch) {
        Feed.Row row = row().with(FeedColumn.QUANTITY, "10")
                .with(FeedColumn.UNIT_PRICE, "1")
                .with(FeedColumn.AMOUNT, amount);
        assertThat(line(row).warnings().contains(DataWarning.AMOUNT_MISMATCH)).isEqualTo(mismatch);
    }

    @Test
    void yuanUnderAHeaderInWanAreReadAsYuanWhereThePriceProvesIt() {
        FeedLayout wan = layout(MoneyUnit.WAN, Map.of());
        PurchaseLine inYuan = (PurchaseLine) parse(wan, row().feedRow());
        assertThat(inYuan.amountFen()).isEqualTo(800_000);
        assertThat(inYuan.warnings()).containsExactly(DataWarning.AMOUNT_UNIT_SUSPECT);
        Feed.Row row = row().with(FeedColumn.AMOUNT, "0.8");
        PurchaseLine inWan = (PurchaseLine) parse(wan, row.feedRow());
        assertThat(inWan.amountFen()).isEqualTo(800_000);
        assertThat(inWan.warnings()).isEmpty();
    }

    @Test
    void yuanUnderAHeaderInWanAreNotGuessedWithoutAPrice() {
        Feed.Row row = row().with(FeedColumn.UNIT_PRICE, "");
        PurchaseLine line = (PurchaseLine) parse(layout(MoneyUnit.WAN, Map.of()), row.feedRow());
        assertThat(line.amountFen()).isEqualTo(8_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "361000",
                "３６１０００",
                "'361000",
                "＇361000",
                "‘361000",
                "361000.0",
                "361000.00",
                "361000000000",
                "361000001",
                "361000001207",
                "361 000"
            })
    void theSpellingsOfARegionCodeAreOne(String cell) {
        PurchaseLine line = line(row().with(FeedColumn.REGION_CODE, cell));
        assertThat(line.regionCode()).isEqualTo("361000");
        assertThat(line.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"抚州市", "CON", "361000.5", "36100", "3610001", "3610000000000", "3", ".0", "'", "../361000"})
    void whatIsNoRegionCodeIsNone(String cell) {
        PurchaseLine line = line(row().with(FeedColumn.REGION_CODE, cell));
        assertThat(line.regionCode()).isEmpty();
        assertThat(line.warnings()).containsExactly(DataWarning.REGION_MISSING);
    }

    @Test
    void theJobsConstantStandsInWhereTheCellIsEmpty() {
        FeedLayout layout = layout(MoneyUnit.YUAN, Map.of(FeedColumn.REGION_CODE, "410300"));
        PurchaseLine given = (PurchaseLine) parse(layout, row().feedRow());
        assertThat(given.regionCode()).isEqualTo("361002");
        Feed.Row empty = row().with(FeedColumn.REGION_CODE, "");
        assertThat(((PurchaseLine) parse(layout, empty.feedRow())).regionCode()).isEqualTo("410300");
    }

    @Test
    void aFeedWithoutACertificateColumnSaysNothingAboutCertificates() {
        FeedLayout layout = KnownColumns.layout("feed.csv", List.of(KnownColumns.ENERGY));
        PurchaseLine line = (PurchaseLine) parse(layout, row().feedRow());
        assertThat(line.citations().in("energy_certificate_no")).isEmpty();
        assertThat(line.citations().in("eco_certificate_no")).contains("");
    }

    @Test
    void eachCertificateColumnKeepsItsOwnCell() {
        Feed.Row row = row().with(KnownColumns.ENERGY, "无").with(KnownColumns.ECO, " CEC1；CEC2 ");
        PurchaseLine line = line(row);
        assertThat(line.citations().in("energy_certificate_no")).contains("");
        assertThat(line.citations().wordIn("energy_certificate_no")).isEqualTo("无");
        assertThat(line.citations().in("eco_certificate_no")).contains("CEC1；CEC2");
        assertThat(line.citations().wordIn("eco_certificate_no")).isEmpty();
    }

    @Test
    void aConstantStandsInForACertificateColumn() {
        FeedLayout layout = KnownColumns.layout(
                "feed.csv", List.of(KnownColumns.ENERGY), MoneyUnit.YUAN, Map.of(KnownColumns.ENERGY, "CQC1"));
        PurchaseLine line = (PurchaseLine) parse(layout, row().feedRow());
        assertThat(line.citations().in("energy_certificate_no")).contains("CQC1");
    }

    @ParameterizedTest
    @CsvSource({
        "党政机关,ADMINISTRATION",
        "政府机关,ADMINISTRATION",
        "Government Agency,ADMINISTRATION",
        "administrative organ,ADMINISTRATION",
        "学校,INSTITUTION",
        "高校,INSTITUTION",
        "医院（虚构）,INSTITUTION",
        "PUBLIC INSTITUTION,INSTITUTION",
        "社会团体,ASSOCIATION",
        "协会,ASSOCIATION",
        "社团,ASSOCIATION",
        "social organization,ASSOCIATION",
        "国企,STATE_ENTERPRISE",
        "央企,STATE_ENTERPRISE",
        "国有公司,STATE_ENTERPRISE",
        "国有企业（示例）,STATE_ENTERPRISE",
        "国有企业【示例】,STATE_ENTERPRISE",
        "State-Owned Enterprise,STATE_ENTERPRISE",
        "ｓｏｅ,STATE_ENTERPRISE",
        "企业,ENTERPRISE",
        "公司,ENTERPRISE",
        "有限公司,ENTERPRISE",
        "Company (fictional),ENTERPRISE",
        "（示例）,UNKNOWN",
        "企业学校,UNKNOWN",
        "'',UNKNOWN"
    })
    void obviousWordsForTheBuyersKindAreUnderstood(String cell, BuyerType type) {
        assertThat(line(row().with(FeedColumn.BUYER_TYPE, cell)).buyerType()).isEqualTo(type);
    }

    @Test
    void everyBuyerTypesOwnLabelIsUnderstood() {
        for (BuyerType type : BuyerType.values()) {
            assertThat(line(row().with(FeedColumn.BUYER_TYPE, type.label())).buyerType())
                    .isEqualTo(type);
        }
    }

    @ParameterizedTest
    @CsvSource({"2022,2022", "2022版,2022", "2013年,2013", "财库〔2022〕31号,2022"})
    void theEditionIsReadFromWordsAboutIt(String cell, String scheme) {
        assertThat(line(row().with(FeedColumn.CATEGORY_SCHEME, cell)).categoryScheme())
                .isEqualTo(scheme);
    }

    @Test
    void aGluedCategoryIsSplitAndTheUnitComesFromTheQuantity() {
        PurchaseLine line = line(row().with(FeedColumn.CATEGORY_CODE, "")
                .with(FeedColumn.CATEGORY_NAME, "[A02010105]台式计算机")
                .with(FeedColumn.QUANTITY, "2套"));
        assertThat(line.categoryCode()).isEqualTo("A02010105");
        assertThat(line.categoryName()).isEqualTo("台式计算机");
        assertThat(line.unit()).isEqualTo("套");
        assertThat(line.warnings()).containsExactly(DataWarning.CODE_GLUED);
    }

    @Test
    void aCategoryCodeCellThatHoldsOnlyANameIsTheName() {
        PurchaseLine line = line(row().with(FeedColumn.CATEGORY_CODE, "台式计算机").with(FeedColumn.CATEGORY_NAME, ""));
        assertThat(line.categoryCode()).isEmpty();
        assertThat(line.categoryName()).isEqualTo("台式计算机");
        assertThat(line.warnings()).isEmpty();
    }

    @Test
    void aFloodOfTextIsShortenedInTheRejection() {
        Rejection rejection =
                rejection(row().with(FeedColumn.SPEC, "长".repeat(10_000)).with(FeedColumn.AMOUNT, "贵".repeat(1_000)));
        assertThat(rejection.value()).hasSize(200).endsWith("…");
        assertThat(rejection.raw()).hasSize(2_000).endsWith("…");
    }

    @Test
    void theRawRowIsQuotedSoThatItCanBePutBack() {
        Rejection rejection =
                rejection(row().with(FeedColumn.SPEC, "内存 \"8G\",\n硬盘").with(FeedColumn.AMOUNT, "面议"));
        assertThat(rejection.raw()).contains(",\"内存 \"\"8G\"\",\n硬盘\",");
    }

    @Property
    void everyRowBecomesALineOrARejectionOrIsSetApart(@ForAll List<String> cells) {
        assertThat(parse(CANONICAL, Feed.rowOf(cells)))
                .isInstanceOfAny(PurchaseLine.class, Rejection.class, SetApart.class);
    }

    @Property
    void noCellMakesItFail(@ForAll FeedColumn column, @ForAll String cell) {
        assertThat(parse(CANONICAL, row().with(column, cell).feedRow()))
                .isInstanceOfAny(PurchaseLine.class, Rejection.class, SetApart.class);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/purchase/set-apart.csv", numLinesToSkip = 1)
    void rowsThatAreNoPurchasesAreSetApart(String row, String becomes, String cells) {
        Feed.Row feed = row.equals("bare") ? Feed.bareRow() : row();
        for (String cell : cells.split(";")) {
            String[] parts = cell.split("=", 2);
            feed.with(parts[0], parts[1]);
        }
        Parsed parsed = parse(CANONICAL, feed.feedRow());
        assertThat(became(parsed)).isEqualTo(becomes);
    }

    /** Why it is set apart; of a purchase what is to be asked about its order, if anything. */
    private static String became(Parsed parsed) {
        if (parsed instanceof SetApart apart) {
            return apart.reason().id();
        }
        return parsed instanceof PurchaseLine line
                ? line.warnings().stream()
                        .filter(ABOUT_THE_ORDER::contains)
                        .map(DataWarning::id)
                        .findFirst()
                        .orElse("purchase")
                : "rejected";
    }

    @Test
    void aRowSetApartKeepsItsIdAndAmount() {
        SetApart refund = (SetApart) parse(CANONICAL, row().amount("-8000").feedRow());
        assertThat(refund.recordId()).isEqualTo("R-1");
        assertThat(refund.amountFen()).isEqualTo(-800_000);
        assertThat(refund.ref().line()).isEqualTo(7);
    }

    private static FeedLayout layout(MoneyUnit amountUnit, Map<Column, String> constants) {
        return KnownColumns.layout("feed.csv", List.of(), amountUnit, constants);
    }

    private static Parsed parse(FeedLayout layout, FeedRow row) {
        return new LineParser(layout).parse(7, row);
    }

    private static PurchaseLine line(Feed.Row row) {
        return (PurchaseLine) parse(CANONICAL, row.feedRow());
    }

    private static Rejection rejection(Feed.Row row) {
        return (Rejection) parse(CANONICAL, row.feedRow());
    }
}
