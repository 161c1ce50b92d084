/**
 * What Defender is asked with: one record per request body, and the forms that ids and
 * times have.
 */
@NamedInterface("request")
@NullMarked
package io.github.defenderbff.defender.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
