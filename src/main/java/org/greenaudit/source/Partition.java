package org.greenaudit.source;

/**
 * A part of a source that is read on its own: a byte range of a file, cut at record ends.
 *
 * @param number the partition's number in the run, from 0, in source order
 * @param sourceNo the source's number
 * @param from first byte
 * @param to one past the last byte
 * @param firstLine the line number on which the first record starts
 */
public record Partition(int number, int sourceNo, long from, long to, long firstLine) {}
