package org.greenaudit.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import org.greenaudit.assessment.BuyerKey;
import org.greenaudit.assessment.Count;
import org.greenaudit.assessment.CountyCounts;
import org.greenaudit.assessment.TallyKey;
import org.greenaudit.assessment.UnitDossier;
import org.greenaudit.file.SortedSpill;

/** Brings together what a run knows of each unit, of which there may be more than memory holds. */
public final class UnitLedger implements Closeable {

    private enum Entry {
        TALLY,
        LINES,
        OPEN,
        EARLIER
    }

    private interface Content {
        void write(DataOutputStream out) throws IOException;
    }

    private final SortedSpill spill;

    /** An empty one, which writes to this folder where it must. */
    public UnitLedger(Path folder) {
        this.spill = new SortedSpill(folder);
    }

    /** Adds the counts of a partition. */
    public void add(CountyCounts counties) throws IOException {
        for (var counts : counties.counties().values()) {
            for (var tally : counts.tallies().entrySet()) {
                add(tally.getKey().buyer(), Entry.TALLY, out -> {
                    CountsCodec.write(out, tally.getKey());
                    write(out, tally.getValue());
                });
            }
            for (var lines : counts.units().entrySet()) {
                add(lines.getKey(), Entry.LINES, out -> write(out, lines.getValue()));
            }
        }
    }

    /** See {@link UnitDossier#addOpen}. */
    void addOpen(BuyerKey buyer, String entryId, String rule, LocalDate contractDate, boolean fresh)
            throws IOException {
        add(buyer, Entry.OPEN, out -> {
            out.writeUTF(entryId);
            out.writeUTF(rule);
            out.writeLong(contractDate.toEpochDay());
            out.writeBoolean(fresh);
        });
    }

    /** See {@link UnitDossier#addEarlier}. */
    void addEarlier(BuyerKey buyer, String entryId, String rule) throws IOException {
        add(buyer, Entry.EARLIER, out -> {
            out.writeUTF(entryId);
            out.writeUTF(rule);
        });
    }

    /** Hands out what was added, by region and name. */
    public void read(RowSink<UnitDossier> sink) throws IOException {
        SortedSpill.Cursor rows = spill.all();
        while (rows.hasNext()) {
            byte[] key = rows.peek().key();
            UnitDossier dossier = new UnitDossier();
            while (rows.hasNext() && Arrays.equals(rows.peek().key(), key)) {
                read(
                        dossier,
                        new DataInputStream(new ByteArrayInputStream(rows.take().value())));
            }
            sink.accept(dossier);
        }
    }

    @Override
    public void close() throws IOException {
        spill.close();
    }

    private void add(BuyerKey buyer, Entry entry, Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(200);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(entry.ordinal());
        out.writeUTF(buyer.regionCode());
        out.writeUTF(buyer.buyerCode());
        out.writeUTF(buyer.buyerName());
        content.write(out);
        byte[] key = (buyer.regionCode() + '\0' + buyer.buyerName()).getBytes(StandardCharsets.UTF_8);
        spill.add(key, bytes.toByteArray());
    }

    private static void read(UnitDossier dossier, DataInputStream in) throws IOException {
        Entry entry = Entry.values()[in.readByte()];
        BuyerKey buyer = new BuyerKey(in.readUTF(), in.readUTF(), in.readUTF());
        switch (entry) {
            case TALLY -> {
                TallyKey key = CountsCodec.tally(in);
                dossier.add(key, count(in));
            }
            case LINES -> dossier.add(buyer, count(in));
            case OPEN ->
                dossier.addOpen(
                        buyer, in.readUTF(), in.readUTF(), LocalDate.ofEpochDay(in.readLong()), in.readBoolean());
            case EARLIER -> dossier.addEarlier(buyer, in.readUTF(), in.readUTF());
        }
    }

    private static void write(DataOutputStream out, Count count) throws IOException {
        out.writeLong(count.lines());
        out.writeLong(count.amountFen());
    }

    private static Count count(DataInputStream in) throws IOException {
        return new Count(in.readLong(), in.readLong());
    }
}
