package org.greenaudit.bench;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.greenaudit.purchase.FeedRow;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.database.JdbcPagingItemReader;
import org.springframework.batch.infrastructure.item.database.Order;
import org.springframework.batch.infrastructure.item.database.builder.JdbcPagingItemReaderBuilder;
import org.springframework.batch.infrastructure.item.file.builder.FlatFileItemReaderBuilder;
import org.springframework.core.io.FileSystemResource;

/** Spring Batch's readers of a file and of a table, a purchase line an item. */
final class StockReaders {

    private StockReaders() {}

    /** Reads a CSV file; a row of several lines (a few in a thousand) is not one to it, as it is by default. */
    static ItemReader<FeedRow> file(Path feed, List<String> columns) {
        return new FlatFileItemReaderBuilder<FeedRow>()
                .name("feed")
                .resource(new FileSystemResource(feed))
                .encoding("UTF-8")
                .linesToSkip(1)
                .delimited()
                .strict(false)
                .names(columns.toArray(String[]::new))
                .fieldSetMapper(fields -> new Cells(fields.getValues()))
                .build();
    }

    /** Reads a table, a page a chunk. */
    static ItemReader<FeedRow> table(DataSource database, String table, List<String> columns) throws Exception {
        JdbcPagingItemReader<FeedRow> reader = new JdbcPagingItemReaderBuilder<FeedRow>()
                .name("purchases")
                .dataSource(database)
                .selectClause("SELECT *")
                .fromClause("FROM " + table)
                .sortKeys(Map.of(PurchaseTable.KEY, Order.ASCENDING))
                .pageSize(StockBatch.CHUNK)
                .rowMapper((row, number) -> cells(row, columns))
                .build();
        reader.afterPropertiesSet();
        return reader;
    }

    private static FeedRow cells(ResultSet row, List<String> columns) throws SQLException {
        String[] texts = new String[columns.size()];
        for (int i = 0; i < texts.length; i++) {
            String text = row.getString(columns.get(i));
            texts[i] = text == null ? "" : text;
        }
        return new Cells(texts);
    }

    private record Cells(String... texts) implements FeedRow {

        @Override
        public int cells() {
            return texts.length;
        }

        @Override
        public String cell(int index) {
            return index < texts.length ? texts[index] : "";
        }
    }
}
