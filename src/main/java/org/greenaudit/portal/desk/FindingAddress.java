package org.greenaudit.portal.desk;

import java.nio.charset.StandardCharsets;
import org.greenaudit.store.RunRecord;
import org.springframework.web.util.UriUtils;

/** Where a finding is. */
public final class FindingAddress {

    private FindingAddress() {}

    /**
     * A finding's address: {@code <root>/<run>/<record>/<list>}. An address cannot hold every record id; of one that it cannot
     * the id stands behind it.
     *
     * @param root where the lists of findings are
     */
    public static String of(String root, RunRecord run, String recordId, String listId) {
        boolean plain = recordId.chars().allMatch(c -> Character.isLetterOrDigit(c) || "._:()#+,=@ -".indexOf(c) >= 0)
                && !recordId.matches("\\.*");
        String record = plain ? UriUtils.encodePathSegment(recordId, StandardCharsets.UTF_8) : "-";
        String more = plain ? "" : "?record=" + UriUtils.encode(recordId, StandardCharsets.UTF_8);
        return root + "/" + run.runId() + "/" + record + "/" + listId + more;
    }
}
