/**
 * The service as its users meet it: over real HTTP, on the sandbox.
 */
@NullMarked
package io.github.defenderbff;

import org.jspecify.annotations.NullMarked;
