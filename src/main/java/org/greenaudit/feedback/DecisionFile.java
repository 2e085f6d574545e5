package org.greenaudit.feedback;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.decision.Decision;
import org.greenaudit.decision.Ruling;
import org.greenaudit.file.DurableFiles;
import org.greenaudit.message.FileTrouble;
import org.greenaudit.message.Messages;
import org.greenaudit.text.CellText;

/** Writes decisions as a CSV file, from which another database takes them as they are. */
public final class DecisionFile {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator("\r\n").get();

    private final CatalogSnapshot catalog;
    private final Messages messages;

    /** A writer in a language. */
    public DecisionFile(CatalogSnapshot catalog, Messages messages) {
        this.catalog = catalog;
        this.messages = messages;
    }

    /** Writes every decision: the file is there whole or not at all. */
    public void write(List<Decision> decisions, Path file) throws IOException {
        FileTrouble.requireFileOrNone(file);
        StringBuilder text = new StringBuilder("\ufeff");
        List<String> header = new ArrayList<>();
        for (FeedbackColumn column : FeedbackColumn.values()) {
            header.add(column.header(messages.english()));
        }
        FORMAT.printRecord(text, header.toArray());
        for (Decision decision : decisions) {
            Map<FeedbackColumn, String> cells = cells(decision);
            List<String> row = new ArrayList<>();
            for (FeedbackColumn column : FeedbackColumn.values()) {
                row.add(CellText.guarded(cells.getOrDefault(column, "")));
            }
            FORMAT.printRecord(text, row.toArray());
        }
        DurableFiles.replace(file, text.toString());
    }

    private Map<FeedbackColumn, String> cells(Decision decision) {
        Map<FeedbackColumn, String> cells = new EnumMap<>(FeedbackColumn.class);
        Decision.Finding finding = decision.finding();
        cells.put(FeedbackColumn.RECORD, finding.recordId());
        cells.put(FeedbackColumn.LIST, catalog.listWord(finding.listId(), messages.english()));
        cells.put(
                FeedbackColumn.CONCLUSION,
                messages.get("report.conclusion." + decision.ruling().kind()));
        cells.put(FeedbackColumn.NOTE, decision.reason());
        cells.put(FeedbackColumn.BY, decision.by());
        cells.put(FeedbackColumn.ON, decision.on().toString());
        cells.put(FeedbackColumn.SCOPE, messages.get("decision.scope." + (decision.product() ? "product" : "record")));
        cells.put(FeedbackColumn.BRAND, finding.brand());
        cells.put(FeedbackColumn.MODEL, finding.model());
        cells.put(FeedbackColumn.REGION, finding.buyer().regionCode());
        cells.put(FeedbackColumn.BUYER_CODE, finding.buyer().code());
        cells.put(FeedbackColumn.BUYER, finding.buyer().name());
        cells.put(FeedbackColumn.FACTS, String.join(" ", finding.facts()));
        date(cells, FeedbackColumn.UNTIL, decision.until());
        decision.withdrawn().ifPresent(withdrawal -> {
            cells.put(FeedbackColumn.WITHDRAWN_BY, withdrawal.by());
            cells.put(FeedbackColumn.WITHDRAWN_ON, withdrawal.on().toString());
            cells.put(FeedbackColumn.WITHDRAWN_REASON, withdrawal.reason());
        });
        Ruling ruling = decision.ruling();
        if (ruling instanceof Ruling.Item item) {
            cells.put(FeedbackColumn.ENTRY, item.entryId());
        } else if (ruling instanceof Ruling.Fact fact) {
            cells.put(FeedbackColumn.FACT, fact.fact().id() + "：" + fact.value());
        } else if (ruling instanceof Ruling.Exemption exemption) {
            cells.put(FeedbackColumn.APPROVAL, exemption.approvalNo());
        } else if (ruling instanceof Ruling.Certificate certificate) {
            cells.put(FeedbackColumn.CERTIFICATE, certificate.number());
            date(cells, FeedbackColumn.FROM, certificate.from());
            date(cells, FeedbackColumn.TO, certificate.to());
        }
        return cells;
    }

    private static void date(Map<FeedbackColumn, String> cells, FeedbackColumn column, Optional<LocalDate> date) {
        date.ifPresent(day -> cells.put(column, day.toString()));
    }
}
