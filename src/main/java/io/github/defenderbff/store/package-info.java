/**
 * What outlives a request and is nobody else's business: sealed records under names that
 * tell nothing, in the memory of this process, or in a place that replicas share.
 */
@ApplicationModule(allowedDependencies = { "sealing", "problem" })
@NullMarked
package io.github.defenderbff.store;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
