package org.greenaudit.source.sheet;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.eventusermodel.AbortableHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.eventusermodel.HSSFUserException;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.InputException;
import org.greenaudit.text.EmptyWords;

/**
 * An .xls workbook, as Excel wrote it until 2003. Its records are streamed, sheet by sheet; a sheet has at most 65,536
 * rows and is held in memory, since its records may come in any order.
 */
final class XlsWorkbook implements Workbook {

    private static final String BOOK = "Workbook";
    private static final String OLD_BOOK = "Book";

    /** Where a workbook with a password has its content. */
    private static final String ENCRYPTED = "EncryptedPackage";

    private final POIFSFileSystem files;
    private final Globals globals = new Globals();

    private XlsWorkbook(POIFSFileSystem files) throws IOException {
        this.files = files;
        go(globals);
        globals.sheets.removeIf(sheet -> !globals.cellSheets.contains(sheet.getPositionOfBof()));
    }

    /**
     * Opens a file.
     *
     * @throws EncryptedDocumentException when it has a password
     * @throws InputException when it is a document of something else
     */
    static XlsWorkbook open(Path path) throws IOException {
        File file = path.toFile();
        POIFSFileSystem files = new POIFSFileSystem(file, true);
        try {
            DirectoryNode root = files.getRoot();
            if (root.hasEntryCaseInsensitive(ENCRYPTED)) {
                throw new EncryptedDocumentException(ENCRYPTED);
            }
            if (!root.hasEntryCaseInsensitive(BOOK)) {
                boolean old = root.hasEntryCaseInsensitive(OLD_BOOK);
                throw new InputException(Text.of(old ? "source.workbook-old" : "source.workbook-other", path));
            }
            return new XlsWorkbook(files);
        } catch (IOException | RuntimeException e) {
            files.close();
            throw e;
        }
    }

    @Override
    public List<Sheet> sheets() {
        return globals.sheets.stream()
                .map(sheet -> new Sheet(sheet.getSheetname(), sheet.isHidden() || sheet.isVeryHidden()))
                .toList();
    }

    @Override
    public List<MergedCell> rows(int index, RowSink sink) throws IOException {
        SheetRecords sheet = new SheetRecords(globals, globals.place(index));
        go(sheet);
        for (Map.Entry<Integer, Row> row : sheet.rows.entrySet()) {
            List<String> cells = row.getValue().cells;
            if (!cells.isEmpty() && !sink.row(row.getKey() + 1, row.getValue().hidden, cells)) {
                return List.of();
            }
        }
        return sheet.merged;
    }

    private void go(AbortableHSSFListener listener) throws IOException {
        HSSFRequest request = new HSSFRequest();
        request.addListenerForAllRecords(listener);
        try {
            new HSSFEventFactory().abortableProcessWorkbookEvents(request, files);
        } catch (HSSFUserException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        files.close();
    }

    /** What is said of the workbook as a whole. */
    private static final class Globals extends AbortableHSSFListener {

        private final List<BoundSheetRecord> sheets = new ArrayList<>();
        private final List<Integer> cellSheets = new ArrayList<>();
        private final Map<Integer, String> codes = new HashMap<>();
        private final List<Integer> formats = new ArrayList<>();
        private SSTRecord texts = new SSTRecord();
        private CellValues values = new CellValues(false);
        private int depth;
        private int begun;

        @Override
        public short abortableProcessRecord(Record record) {
            if (record instanceof BOFRecord bof) {
                begin(bof);
            } else if (record instanceof EOFRecord) {
                depth--;
            } else if (record instanceof BoundSheetRecord sheet) {
                sheets.add(sheet);
            } else if (record instanceof DateWindow1904Record window) {
                values = new CellValues(window.getWindowing() == 1);
            } else if (record instanceof FormatRecord format) {
                codes.put(format.getIndexCode(), format.getFormatString());
            } else if (record instanceof ExtendedFormatRecord style) {
                formats.add((int) style.getFormatIndex());
            } else if (record instanceof SSTRecord strings) {
                texts = strings;
            }
            return 0;
        }

        /** Sheets follow the workbook's own records in the order of their places; charts may lie within them. */
        private void begin(BOFRecord bof) {
            if (depth++ == 0 && bof.getType() != BOFRecord.TYPE_WORKBOOK) {
                if (bof.getType() == BOFRecord.TYPE_WORKSHEET && begun < sheets.size()) {
                    cellSheets.add(inPlace().get(begun).getPositionOfBof());
                }
                begun++;
            }
        }

        private List<BoundSheetRecord> inPlace() {
            return sheets.stream()
                    .sorted(Comparator.comparingInt(BoundSheetRecord::getPositionOfBof))
                    .toList();
        }

        /** Which of the sheets with cells, in the order of the file, that one is. */
        int place(int index) {
            return cellSheets.indexOf(sheets.get(index).getPositionOfBof());
        }

        NumberFormat format(int style) {
            if (style < 0 || style >= formats.size()) {
                return NumberFormat.PLAIN;
            }
            int format = formats.get(style);
            return NumberFormat.of(format, codes.getOrDefault(format, ""));
        }
    }

    private static final class Row {

        private final List<String> cells = new ArrayList<>();
        private boolean hidden;
    }

    /** What is said of one sheet. */
    private static final class SheetRecords extends AbortableHSSFListener {

        private final Globals globals;
        private final int wanted;
        private final Map<Integer, Row> rows = new TreeMap<>();
        private final List<MergedCell> merged = new ArrayList<>();
        private int depth;
        private int place = -1;
        private FormulaRecord formula = new FormulaRecord();

        SheetRecords(Globals globals, int wanted) {
            this.globals = globals;
            this.wanted = wanted;
        }

        @Override
        public short abortableProcessRecord(Record record) {
            if (record instanceof BOFRecord bof) {
                place += depth++ == 0 && bof.getType() == BOFRecord.TYPE_WORKSHEET ? 1 : 0;
            } else if (record instanceof EOFRecord) {
                depth--;
            } else if (place == wanted && depth == 1) {
                take(record);
            }
            return (short) (place > wanted ? 1 : 0);
        }

        private void take(Record record) {
            if (record instanceof RowRecord row) {
                row(row.getRowNumber()).hidden = row.getZeroHeight();
            } else if (record instanceof MergeCellsRecord merge) {
                for (int i = 0; i < merge.getNumAreas(); i++) {
                    CellRangeAddress area = merge.getAreaAt(i);
                    if (area.getLastRow() > area.getFirstRow()) {
                        merged.add(
                                new MergedCell(area.getFirstRow() + 1, area.getLastRow() + 1, area.getFirstColumn()));
                    }
                }
            } else if (record instanceof StringRecord text) {
                put(formula, text.getString());
            } else if (record instanceof CellValueRecordInterface cell) {
                put(cell, text(cell));
            } else if (record instanceof LabelRecord label) {
                put(label, label.getValue());
            }
        }

        private String text(CellValueRecordInterface cell) {
            if (cell instanceof NumberRecord number) {
                return globals.values.text(number.getValue(), globals.format(number.getXFIndex()));
            }
            if (cell instanceof LabelSSTRecord label) {
                return globals.texts.getString(label.getSSTIndex()).getString();
            }
            if (cell instanceof BoolErrRecord flag) {
                return flag.isBoolean() ? truth(flag.getBooleanValue()) : error(flag.getErrorValue());
            }
            if (cell instanceof FormulaRecord computed) {
                formula = computed;
                if (isUncomputed(computed)) {
                    return EmptyWords.NO_RESULT;
                }
                return switch (computed.getCachedResultTypeEnum()) {
                    case NUMERIC -> globals.values.text(computed.getValue(), globals.format(computed.getXFIndex()));
                    case BOOLEAN -> truth(computed.getCachedBooleanValue());
                    case ERROR -> error((byte) computed.getCachedErrorValue());
                    default -> "";
                };
            }
            return "";
        }

        /**
         * Programs that cannot compute write 0 and that the formula is to be computed when the workbook is opened; Excel, which
         * has computed it, does not.
         */
        private static boolean isUncomputed(FormulaRecord formula) {
            return formula.isCalcOnLoad()
                    && formula.getCachedResultTypeEnum() == CellType.NUMERIC
                    && formula.getValue() == 0;
        }

        private static String truth(boolean value) {
            return value ? "TRUE" : "FALSE";
        }

        private static String error(byte code) {
            return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#VALUE!";
        }

        private void put(CellValueRecordInterface cell, String text) {
            if (!text.isEmpty()) {
                List<String> cells = row(cell.getRow()).cells;
                while (cells.size() <= cell.getColumn()) {
                    cells.add("");
                }
                cells.set(cell.getColumn(), text);
            }
        }

        private Row row(int number) {
            return rows.computeIfAbsent(number, n -> new Row());
        }
    }
}
