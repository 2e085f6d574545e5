package org.greenaudit.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The order of reports as bytes: region, buyer code, buyer name, record, list in UTF-8, separated by 0. Bytes compare the
 * same on every database, whatever its collation. At most 1,000 bytes: each part is cut to its share.
 */
final class SortKey {

    private static final int[] LONGEST = {64, 128, 420, 320, 64};

    private SortKey() {}

    static byte[] of(StoredVerdict verdict) {
        String[] parts = {
            verdict.regionCode(), verdict.buyerCode(), verdict.buyerName(), verdict.recordId(), verdict.listId()
        };
        ByteArrayOutputStream key = new ByteArrayOutputStream(160);
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                key.write(0);
            }
            byte[] bytes = parts[i].getBytes(StandardCharsets.UTF_8);
            key.write(bytes, 0, Math.min(bytes.length, LONGEST[i]));
        }
        return key.toByteArray();
    }
}
