/**
 * The security checklist of {@code docs/security.md}: each of its forty lines, shown over
 * real HTTP. The names of the tests begin with the line's number.
 */
@NullMarked
package io.github.defenderbff.checklist;

import org.jspecify.annotations.NullMarked;
