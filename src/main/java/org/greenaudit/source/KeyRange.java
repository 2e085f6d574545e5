package org.greenaudit.source;

import java.util.Optional;

/**
 * The rows of a partition of a table: those whose key comes after one key and not after another, in the order in which
 * the server sorts the key column. A row that arrives with a key beyond the last partition's belongs to the next audit.
 *
 * @param after the last key of the partition before; empty for the first partition, which is open downwards
 * @param upTo the partition's last key when the run was planned
 */
public record KeyRange(Optional<String> after, String upTo) {}
