/**
 * What the operator makes of hunting: which way queries go, how much one may take, and
 * who may write their own.
 */
@ApplicationModule(allowedDependencies = { "relay", "policy", "signin", "problem" })
@NullMarked
package io.github.defenderbff.hunting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
