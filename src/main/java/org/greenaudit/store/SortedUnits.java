package org.greenaudit.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.assessment.BuyerKey;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.UnitAssessment;
import org.greenaudit.file.SortedSpill;

/** Units in groups, the worst of each first; more of them than memory holds. */
public final class SortedUnits implements Closeable {

    private final SortedSpill spill;

    /** An empty one, which writes to this folder where it must. */
    public SortedUnits(Path folder) {
        this.spill = new SortedSpill(folder);
    }

    /** Adds a unit to a group. */
    public void add(String group, UnitAssessment unit) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(400);
        DataOutputStream out = new DataOutputStream(bytes);
        out.write((group + '\0').getBytes(StandardCharsets.UTF_8));
        // the score in tenths; who has none comes last
        out.writeShort(unit.score()
                .map(score -> score.movePointRight(1).intValueExact())
                .orElse((int) Short.MAX_VALUE));
        BuyerKey buyer = unit.buyer();
        out.write(String.join("\0", buyer.regionCode(), buyer.buyerCode(), buyer.buyerName())
                .getBytes(StandardCharsets.UTF_8));
        byte[] key = bytes.toByteArray();
        bytes.reset();
        write(unit, out);
        spill.add(key, bytes.toByteArray());
    }

    /** Hands out the units of a group. */
    public void read(String group, RowSink<UnitAssessment> sink) throws IOException {
        SortedSpill.Cursor rows = spill.between(
                (group + '\0').getBytes(StandardCharsets.UTF_8), (group + '\1').getBytes(StandardCharsets.UTF_8));
        while (rows.hasNext()) {
            sink.accept(unit(
                    new DataInputStream(new ByteArrayInputStream(rows.take().value()))));
        }
    }

    @Override
    public void close() throws IOException {
        spill.close();
    }

    private static void write(UnitAssessment unit, DataOutputStream out) throws IOException {
        out.writeUTF(unit.buyer().regionCode());
        out.writeUTF(unit.buyer().buyerCode());
        out.writeUTF(unit.buyer().buyerName());
        out.writeUTF(unit.regionName());
        out.writeLong(unit.repeatViolations());
        out.writeLong(unit.oldestOpenDays().orElse(Long.MIN_VALUE));
        out.writeUTF(unit.score().map(BigDecimal::toPlainString).orElse(""));
        out.writeUTF(unit.grade().orElse(""));
        Map<UnitCounts.Name, Count> counts = UnitCounts.of(unit);
        out.writeInt(counts.size());
        for (Map.Entry<UnitCounts.Name, Count> count : counts.entrySet()) {
            out.writeUTF(count.getKey().name());
            out.writeUTF(count.getKey().listId());
            out.writeLong(count.getValue().lines());
            out.writeLong(count.getValue().amountFen());
        }
    }

    private static UnitAssessment unit(DataInputStream in) throws IOException {
        BuyerKey buyer = new BuyerKey(in.readUTF(), in.readUTF(), in.readUTF());
        String regionName = in.readUTF();
        long repeats = in.readLong();
        Optional<Long> oldest = Optional.of(in.readLong()).filter(days -> days != Long.MIN_VALUE);
        Optional<BigDecimal> score =
                Optional.of(in.readUTF()).filter(text -> !text.isEmpty()).map(BigDecimal::new);
        Optional<String> grade = Optional.of(in.readUTF()).filter(text -> !text.isEmpty());
        Map<UnitCounts.Name, Count> counts = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            counts.put(new UnitCounts.Name(in.readUTF(), in.readUTF()), new Count(in.readLong(), in.readLong()));
        }
        return new UnitAssessment(
                buyer,
                regionName,
                UnitCounts.lists(counts),
                UnitCounts.duties(counts),
                UnitCounts.recyclable(counts),
                UnitCounts.recycled(counts),
                UnitCounts.advisory(counts),
                repeats,
                oldest,
                score,
                grade);
    }
}
