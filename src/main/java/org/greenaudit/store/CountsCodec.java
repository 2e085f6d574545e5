package org.greenaudit.store;

import static org.greenaudit.store.ColumnCodec.clip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.greenaudit.assessment.BodyKey;
import org.greenaudit.assessment.BuyerKey;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.CountyCounts;
import org.greenaudit.assessment.LineOutcome;
import org.greenaudit.assessment.OpenQuestions;
import org.greenaudit.assessment.RunCounts;
import org.greenaudit.assessment.RunCounts.DecisionKey;
import org.greenaudit.assessment.RunCounts.OutsideKey;
import org.greenaudit.assessment.TallyKey;
import org.greenaudit.assessment.TotalSums;
import org.greenaudit.catalog.Duty;
import org.greenaudit.purchase.SetApart;
import org.greenaudit.rules.DecisionUse;
import org.greenaudit.rules.Outcome;

/**
 * A partition's counts as bytes: a partition has as many tallies as a whole run may have, so that rows for each
 * partition would cost far more than its verdicts. Names are cut to their columns here, once, so that counts, verdicts
 * and assessments agree on what a buyer is called.
 */
final class CountsCodec {

    private CountsCodec() {}

    static byte[] encode(CountyCounts counties) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeInt(counties.counties().size());
            for (Map.Entry<String, RunCounts> county : counties.counties().entrySet()) {
                out.writeUTF(county.getKey());
                write(out, county.getValue());
            }
            write(out, counties.totals());
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    static CountyCounts decode(byte[] bytes) {
        CountyCounts counties = new CountyCounts();
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            for (int left = in.readInt(); left > 0; left--) {
                read(in, counties.of(in.readUTF()));
            }
            read(in, counties.totals());
        } catch (IOException e) {
            throw new UncheckedIOException("stored counts cannot be read", e);
        }
        return counties;
    }

    private static void write(DataOutputStream out, RunCounts counts) throws IOException {
        write(out, counts.lines(), key -> out.writeUTF(key.name()));
        write(out, counts.advisory(), key -> out.writeUTF(key.name()));
        write(out, counts.rejected(), out::writeUTF);
        write(out, counts.setApart(), out::writeUTF);
        write(out, counts.outside(), key -> {
            out.writeUTF(key.listId());
            out.writeUTF(key.reason());
        });
        write(out, counts.tallies(), key -> write(out, key));
        write(out, counts.bodies(), key -> {
            out.writeUTF(clip(key.body(), CountStore.BODY));
            out.writeUTF(key.listId());
            out.writeInt(key.defect());
        });
        write(out, counts.warnings(), out::writeUTF);
        write(out, counts.units(), key -> {
            out.writeUTF(clip(key.regionCode(), ColumnCodec.REGION_CODE));
            out.writeUTF(clip(key.buyerCode(), ColumnCodec.BUYER_CODE));
            out.writeUTF(clip(key.buyerName(), ColumnCodec.BUYER_NAME));
        });
        write(out, counts.decisions(), key -> {
            out.writeUTF(clip(key.regionCode(), ColumnCodec.REGION_CODE));
            out.writeUTF(key.state().name());
        });
        out.writeInt(counts.questions().size());
        for (Map.Entry<String, OpenQuestions> open : counts.questions().entrySet()) {
            out.writeUTF(clip(open.getKey(), ColumnCodec.REGION_CODE));
            out.writeLong(open.getValue().oldest().toEpochDay());
            out.writeLong(open.getValue().overdue().lines());
            out.writeLong(open.getValue().overdue().amountFen());
        }
    }

    private static void read(DataInputStream in, RunCounts counts) throws IOException {
        read(in, counts.lines(), () -> LineOutcome.valueOf(in.readUTF()));
        read(in, counts.advisory(), () -> LineOutcome.valueOf(in.readUTF()));
        read(in, counts.rejected(), in::readUTF);
        read(in, counts.setApart(), in::readUTF);
        read(in, counts.outside(), () -> new OutsideKey(in.readUTF(), in.readUTF()));
        read(in, counts.tallies(), () -> tally(in));
        read(in, counts.bodies(), () -> new BodyKey(in.readUTF(), in.readUTF(), in.readInt()));
        read(in, counts.warnings(), in::readUTF);
        read(in, counts.units(), () -> new BuyerKey(in.readUTF(), in.readUTF(), in.readUTF()));
        read(in, counts.decisions(), () -> new DecisionKey(in.readUTF(), DecisionUse.State.valueOf(in.readUTF())));
        for (int left = in.readInt(); left > 0; left--) {
            RunCounts.plus(
                    counts.questions(),
                    in.readUTF(),
                    new OpenQuestions(LocalDate.ofEpochDay(in.readLong()), new Count(in.readLong(), in.readLong())));
        }
    }

    private static void write(DataOutputStream out, TotalSums totals) throws IOException {
        out.writeInt(totals.parts().size());
        for (Map.Entry<TotalSums.Place, TotalSums.Part> entry : totals.parts().entrySet()) {
            out.writeInt(entry.getKey().sourceNo());
            out.writeLong(entry.getKey().line());
            out.writeUTF(entry.getValue().span().name());
            out.writeLong(entry.getValue().purchases());
            out.writeLong(entry.getValue().refunds());
            out.writeLong(entry.getValue().returned());
            out.writeLong(entry.getValue().cancelled());
        }
    }

    private static void read(DataInputStream in, TotalSums into) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            into.plus(
                    new TotalSums.Place(in.readInt(), in.readLong()),
                    new TotalSums.Part(
                            SetApart.Span.valueOf(in.readUTF()),
                            in.readLong(),
                            in.readLong(),
                            in.readLong(),
                            in.readLong()));
        }
    }

    static void write(DataOutputStream out, TallyKey key) throws IOException {
        out.writeUTF(key.listId());
        out.writeUTF(key.entryId());
        out.writeUTF(clip(key.regionCode(), ColumnCodec.REGION_CODE));
        out.writeUTF(clip(key.regionName(), ColumnCodec.REGION_NAME));
        out.writeUTF(clip(key.buyerCode(), ColumnCodec.BUYER_CODE));
        out.writeUTF(clip(key.buyerName(), ColumnCodec.BUYER_NAME));
        out.writeUTF(key.duty().name());
        out.writeUTF(key.outcome().name());
        out.writeUTF(key.rule());
        out.writeBoolean(key.declared());
        out.writeBoolean(key.recycled());
    }

    static TallyKey tally(DataInputStream in) throws IOException {
        return new TallyKey(
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                Duty.valueOf(in.readUTF()),
                Outcome.valueOf(in.readUTF()),
                in.readUTF(),
                in.readBoolean(),
                in.readBoolean());
    }

    private static <K> void write(DataOutputStream out, Map<K, Count> counts, KeyWriter<K> keys) throws IOException {
        out.writeInt(counts.size());
        for (Map.Entry<K, Count> entry : counts.entrySet()) {
            keys.write(entry.getKey());
            out.writeLong(entry.getValue().lines());
            out.writeLong(entry.getValue().amountFen());
        }
    }

    private static <K> void read(DataInputStream in, Map<K, Count> into, KeyReader<K> keys) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            K key = keys.read();
            RunCounts.plus(into, key, new Count(in.readLong(), in.readLong()));
        }
    }

    private interface KeyWriter<K> {
        void write(K key) throws IOException;
    }

    private interface KeyReader<K> {
        K read() throws IOException;
    }
}
