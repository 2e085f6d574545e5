package org.greenaudit.portal.finding;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import org.greenaudit.catalog.Duty;
import org.greenaudit.decision.DecidedEvaluator;
import org.greenaudit.message.Text;
import org.greenaudit.rules.Outcome;
import org.greenaudit.store.StoredVerdict;

/**
 * The findings of a run, column by column, in the order of its report: some 160 bytes each. Filled once, then read by any
 * number of threads.
 */
final class FindingColumns {

    /** A column of texts that repeat themselves. */
    enum Words {
        REGION,
        BUYER_CODE,
        BUYER_NAME,
        CONTRACT,
        SUPPLIER,
        ITEM,
        BRAND,
        MODEL,
        CERTIFICATE,
        LIST,
        FAMILY,
        RULE
    }

    private final Dictionary[] dictionaries = new Dictionary[Words.values().length];
    private final int[][] words = new int[Words.values().length][];
    private final long[] amounts;
    private final int[] signed;
    private final int[] firstSeen;
    private final byte[] duties;
    private final BitSet questions = new BitSet();
    private final BitSet fresh = new BitSet();
    private final byte[][] records;
    private long lastIdle;
    private int size;

    /** Room for so many findings. */
    FindingColumns(int room) {
        for (Words column : Words.values()) {
            dictionaries[column.ordinal()] = new Dictionary();
            words[column.ordinal()] = new int[room];
        }
        amounts = new long[room];
        signed = new int[room];
        firstSeen = new int[room];
        duties = new byte[room];
        records = new byte[room][];
    }

    /**
     * Adds the next finding.
     *
     * @param family the family that its entry belongs to
     */
    void add(StoredVerdict verdict, String family) {
        boolean question = verdict.outcome() == Outcome.UNDETERMINED;
        put(Words.REGION, verdict.regionCode());
        put(Words.BUYER_CODE, verdict.buyerCode());
        put(Words.BUYER_NAME, verdict.buyerName());
        put(Words.CONTRACT, verdict.contractNo());
        put(Words.SUPPLIER, verdict.supplierName());
        put(Words.ITEM, verdict.itemName());
        put(Words.BRAND, verdict.brand());
        put(Words.MODEL, verdict.model());
        put(Words.CERTIFICATE, verdict.certificateNo());
        put(Words.LIST, verdict.listId());
        put(Words.FAMILY, family);
        put(Words.RULE, question ? verdict.question() : verdict.rule());
        amounts[size] = verdict.amountFen();
        signed[size] = (int) verdict.contractDate().toEpochDay();
        firstSeen[size] = (int) verdict.firstSeen().toEpochDay();
        duties[size] = (byte) verdict.duty().ordinal();
        questions.set(size, question);
        fresh.set(size, verdict.isNew());
        records[size] = verdict.recordId().getBytes(StandardCharsets.UTF_8);
        for (Text warning : verdict.warnings()) {
            if (warning.key().equals(DecidedEvaluator.IDLE)) {
                lastIdle = Math.max(lastIdle, Long.parseLong(warning.args().get(0)));
            }
        }
        size++;
    }

    private void put(Words column, String text) {
        words[column.ordinal()][size] = dictionaries[column.ordinal()].number(text);
    }

    /** Says that no finding is to come. */
    void seal() {
        for (Dictionary dictionary : dictionaries) {
            dictionary.seal();
        }
    }

    /** The highest number of a decision that changed nothing of a finding that it names; 0 where there is none. */
    long lastIdle() {
        return lastIdle;
    }

    int size() {
        return size;
    }

    Dictionary dictionary(Words column) {
        return dictionaries[column.ordinal()];
    }

    int word(Words column, int place) {
        return words[column.ordinal()][place];
    }

    String text(Words column, int place) {
        return dictionary(column).text(word(column, place));
    }

    boolean isOf(int place, byte[] record) {
        return Arrays.equals(records[place], record);
    }

    String record(int place) {
        return new String(records[place], StandardCharsets.UTF_8);
    }

    long amount(int place) {
        return amounts[place];
    }

    LocalDate signed(int place) {
        return LocalDate.ofEpochDay(signed[place]);
    }

    int signedDay(int place) {
        return signed[place];
    }

    LocalDate firstSeen(int place) {
        return LocalDate.ofEpochDay(firstSeen[place]);
    }

    int firstSeenDay(int place) {
        return firstSeen[place];
    }

    Duty duty(int place) {
        return Duty.values()[duties[place]];
    }

    Outcome outcome(int place) {
        return questions.get(place) ? Outcome.UNDETERMINED : Outcome.VIOLATION;
    }

    boolean isNew(int place) {
        return fresh.get(place);
    }
}
