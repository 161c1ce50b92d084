package io.github.defenderbff.quota;

import java.time.Duration;

/**
 * How somebody stands with one limit.
 *
 * @param window the limit
 * @param left how much they may still take if nobody else does; in units
 * @param reset how long it is until more is left
 */
record Standing(Window window, long left, Duration reset) {

}
