/**
 * A sandbox that behaves like Entra and like Defender, so that the service can be tried
 * and tested with nothing else installed.
 */
@NullMarked
package io.github.sandbox;

import org.jspecify.annotations.NullMarked;
