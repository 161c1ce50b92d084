package io.github.defenderbff.relay;

import io.github.defenderbff.responsecache.Key;

/**
 * Where an answer is kept, and what may not have changed until it is.
 *
 * @param key what it is kept under
 * @param mark the cache's mark from before the key was made: it rests on what was known
 * of the caller then
 */
record Slot(Key key, long mark) {

}
