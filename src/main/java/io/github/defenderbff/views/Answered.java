package io.github.defenderbff.views;

import org.jspecify.annotations.Nullable;

/**
 * A part and what became of it.
 *
 * @param wanted the part
 * @param href the path of its own operation; null where that is not known
 * @param part what became of it
 */
record Answered(Wanted wanted, @Nullable String href, Part part) {

}
