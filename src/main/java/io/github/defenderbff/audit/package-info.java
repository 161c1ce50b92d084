/**
 * What was done, by whom, and why it was allowed or refused.
 */
@ApplicationModule(allowedDependencies = "signin")
@NullMarked
package io.github.defenderbff.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
