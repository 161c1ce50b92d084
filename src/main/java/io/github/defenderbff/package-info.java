/**
 * A backend-for-frontend for Microsoft Defender for Endpoint.
 * <p>
 * A request meets the modules in this order: {@code signin} says who is calling,
 * {@code policy} whether they may, {@code relay} carries the call, {@code responsecache}
 * answers what is already known, {@code quota} how much may still be asked, {@code audit}
 * writes down what was done. {@code defender} declares what Defender offers, and
 * {@code problem} tells every failure.
 */
@NullMarked
package io.github.defenderbff;

import org.jspecify.annotations.NullMarked;
