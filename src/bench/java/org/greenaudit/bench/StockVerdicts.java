package org.greenaudit.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.greenaudit.rules.Verdict;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.item.database.JdbcBatchItemWriter;
import org.springframework.batch.infrastructure.item.database.builder.JdbcBatchItemWriterBuilder;

/** Stores verdicts with an insert for each. */
final class StockVerdicts {

    private StockVerdicts() {}

    /** Makes the table; a writer of it. */
    static ItemWriter<List<StockJudge.Stored>> writer(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE verdict (record_id VARCHAR(100), list VARCHAR(40), entry_id VARCHAR(60),"
                    + " buyer VARCHAR(300), amount_fen BIGINT, outcome VARCHAR(20), rule_code VARCHAR(10),"
                    + " message VARCHAR(4000), found VARCHAR(4000))");
        }
        JdbcBatchItemWriter<StockJudge.Stored> rows = new JdbcBatchItemWriterBuilder<StockJudge.Stored>()
                .dataSource(database)
                .sql("INSERT INTO verdict VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .itemPreparedStatementSetter((stored, statement) -> {
                    Verdict verdict = stored.verdict();
                    statement.setString(1, stored.line().recordId());
                    statement.setString(2, verdict.item().listId());
                    statement.setString(3, verdict.item().entryId());
                    statement.setString(4, stored.line().buyerName());
                    statement.setObject(5, stored.line().amountFen(), Types.BIGINT);
                    statement.setString(6, verdict.outcome().id());
                    statement.setString(7, verdict.rule());
                    statement.setString(8, verdict.message().toString());
                    statement.setString(9, verdict.found().toString());
                })
                .build();
        rows.afterPropertiesSet();
        return chunk -> {
            List<StockJudge.Stored> all = new ArrayList<>();
            chunk.getItems().forEach(all::addAll);
            rows.write(new Chunk<>(all));
        };
    }
}
