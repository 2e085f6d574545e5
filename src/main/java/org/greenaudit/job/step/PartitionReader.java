package org.greenaudit.job.step;

import java.io.IOException;
import java.util.Objects;
import org.greenaudit.source.Block;
import org.greenaudit.source.BlockReader;
import org.greenaudit.source.Partition;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** Reads one partition from its first block to its last. It keeps no position: a partition is redone whole. */
final class PartitionReader implements ItemStreamReader<Block> {

    private final RunContext context;
    private final Partition partition;
    private @Nullable BlockReader reader;

    PartitionReader(RunContext context, Partition partition) {
        this.context = context;
        this.partition = partition;
    }

    @Override
    public void open(ExecutionContext ignored) {
        try {
            reader = context.source()
                    .open(
                            context.plan(),
                            partition,
                            context.settings().job().run().blockLines());
        } catch (IOException e) {
            throw new ItemStreamException(e);
        }
    }

    @Override
    public @Nullable Block read() throws IOException {
        return Objects.requireNonNull(reader).next().orElse(null);
    }

    @Override
    public void close() {
        if (reader == null) {
            return;
        }
        try {
            reader.close();
        } catch (IOException e) {
            throw new ItemStreamException(e);
        }
    }
}
