/**
 * What Defender offers: one interface per entity, whose every method declares one
 * operation with its route, requirement, limit, freshness and documentation, and the
 * records of its bodies. There is no behaviour here: a new operation is a new method.
 */
@ApplicationModule(allowedDependencies = { "relay", "policy", "quota", "responsecache", "signin", "problem" })
@NullMarked
package io.github.defenderbff.defender;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
