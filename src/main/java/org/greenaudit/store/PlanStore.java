package org.greenaudit.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.greenaudit.source.KeyRange;
import org.greenaudit.source.SourceContent;
import org.greenaudit.source.SourcePlan;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What preparing a run found out: its sources, its partitions and the rows to reject as duplicates. */
public final class PlanStore {

    private static final String SOURCE = "source_no, source_name, byte_count, sha256, charset_name, row_count";
    /**
     * How a source is laid out, as {@code audit_source.layout} holds it in JSON.
     *
     * @param delimiter one character
     * @param headerLine 0 where the source has no lines
     */
    private record Layout(
            String location,
            @Nullable String sheet,
            String delimiter,
            Map<String, Integer> columns,
            long headerLine,
            List<String> headerCells) {

        static Layout of(SourcePlan.SourceFile file) {
            return new Layout(
                    file.location(),
                    file.sheet().orElse(null),
                    String.valueOf(file.delimiter()),
                    file.columns(),
                    file.header().line(),
                    file.header().cells());
        }

        SourcePlan.SourceFile file(SourceContent content) {
            return new SourcePlan.SourceFile(
                    content,
                    location,
                    Optional.ofNullable(sheet),
                    delimiter.charAt(0),
                    columns,
                    new SourcePlan.Header(headerLine, headerCells),
                    List.of());
        }
    }

    private static final String DUPLICATE = "source_no, line_no, first_source, first_line";

    private final JdbcTemplate jdbc;

    /** A store on this database. */
    public PlanStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the plan of a run that has none yet; its partitions wait. */
    public void save(long runId, SourcePlan plan) {
        new TableInsert(jdbc, "audit_source", "run_id, " + SOURCE + ", layout")
                .rows(plan.files().stream()
                        .map(file -> {
                            SourceContent source = file.content();
                            return new Object[] {
                                runId,
                                source.sourceNo(),
                                ColumnCodec.clip(source.name(), ColumnCodec.SOURCE_NAME),
                                source.bytes(),
                                source.sha256(),
                                source.charset(),
                                source.rows(),
                                JsonMapper.shared().writeValueAsString(Layout.of(file))
                            };
                        })
                        .toList());
        new TableInsert(jdbc, "audit_duplicate", "run_id, " + DUPLICATE)
                .rows(plan.duplicates().stream()
                        .map(duplicate -> new Object[] {
                            runId,
                            duplicate.sourceNo(),
                            duplicate.line(),
                            ColumnCodec.clip(duplicate.firstSource(), ColumnCodec.SOURCE_NAME),
                            duplicate.firstLine()
                        })
                        .toList());
        new TableInsert(jdbc, "audit_partition", "run_id, " + PartitionStore.COLUMNS)
                .rows(plan.partitions().stream()
                        .map(partition -> {
                            Optional<KeyRange> keys = partition.keys();
                            return new Object[] {
                                runId,
                                partition.number(),
                                partition.sourceNo(),
                                partition.from(),
                                partition.to(),
                                partition.firstLine(),
                                keys.flatMap(KeyRange::after).orElse(null),
                                keys.map(KeyRange::upTo).orElse(null),
                                partition.checksum(),
                                PartitionState.Status.WAITING.name(),
                                0
                            };
                        })
                        .toList());
    }

    /** The sources of a run in order; empty before it was prepared. */
    public List<SourceContent> sources(long runId) {
        return jdbc.query(
                "SELECT " + SOURCE + " FROM audit_source WHERE run_id = ? ORDER BY source_no",
                (row, n) -> new SourceContent(
                        row.getInt(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        row.getLong(6)),
                runId);
    }

    /**
     * The sources of a prepared run and how they are laid out, for those who did not plan it. Without the notes of its plan.
     */
    public List<SourcePlan.SourceFile> files(long runId) {
        List<SourceContent> contents = sources(runId);
        List<String> layouts = jdbc.queryForList(
                "SELECT layout FROM audit_source WHERE run_id = ? ORDER BY source_no", String.class, runId);
        List<SourcePlan.SourceFile> files = new ArrayList<>();
        for (SourceContent content : contents) {
            String layout = Objects.requireNonNull(
                    layouts.get(files.size()), "run " + runId + " was begun by a program without workers");
            files.add(JsonMapper.shared().readValue(layout, Layout.class).file(content));
        }
        return files;
    }

    /** The rows of a run to reject as duplicates, in source order. */
    public List<SourcePlan.DuplicateRow> duplicates(long runId) {
        return jdbc.query(
                "SELECT " + DUPLICATE + " FROM audit_duplicate WHERE run_id = ? ORDER BY source_no, line_no",
                (row, n) ->
                        new SourcePlan.DuplicateRow(row.getInt(1), row.getLong(2), row.getString(3), row.getLong(4)),
                runId);
    }
}
