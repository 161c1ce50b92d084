/**
 * What was done, by whom, and why it was allowed or refused. What cannot be written down
 * is not done.
 */
@ApplicationModule(allowedDependencies = { "signin", "problem" })
@NullMarked
package io.github.defenderbff.audit;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
