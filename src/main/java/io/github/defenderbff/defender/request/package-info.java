/**
 * What Defender is asked with: one record per request body, and the forms that ids and
 * times have.
 */
@NullMarked
package io.github.defenderbff.defender.request;

import org.jspecify.annotations.NullMarked;
