/**
 * The same done to many devices: each a call of its own, with all that belongs to one,
 * and none of them made twice, whatever fails in between.
 */
@ApplicationModule(allowedDependencies = { "relay", "policy", "audit", "store", "signin", "problem" })
@NullMarked
package io.github.defenderbff.bulk;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
