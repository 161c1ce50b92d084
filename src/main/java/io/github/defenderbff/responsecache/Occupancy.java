package io.github.defenderbff.responsecache;

/**
 * How full a cache is, as far as it has tidied up.
 *
 * @param entries how many answers are kept
 * @param bytes about how much memory they take
 * @param maximumBytes how much they may take
 * @param evicted how many were dropped since the start because others needed the room, or
 * because they were of no use any more
 */
public record Occupancy(long entries, long bytes, long maximumBytes, long evicted) {

}
