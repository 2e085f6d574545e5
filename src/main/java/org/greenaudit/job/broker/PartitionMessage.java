package org.greenaudit.job.broker;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the manager hands to a worker: two numbers. Everything else is in the database.
 *
 * @param runId the run
 * @param partition the partition's number in it
 */
public record PartitionMessage(long runId, int partition) {

    private static final Pattern TEXT = Pattern.compile("run (\\d{1,18}) partition (\\d{1,9})");

    /** What the message says, as the broker's console shows it. */
    public String text() {
        return "run " + runId + " partition " + partition;
    }

    /** The message that a text is; empty where it is none. */
    public static Optional<PartitionMessage> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        new PartitionMessage(Long.parseLong(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }
}
