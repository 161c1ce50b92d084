/**
 * May they: what an app may do for a person is the least-privileged intersection of the
 * permissions consented to the app and the privileges of that person, down to the device
 * groups they are exposed to. The same decision is enforced, explained and asked for.
 */
@ApplicationModule(allowedDependencies = { "signin", "audit", "problem" })
@NullMarked
package io.github.defenderbff.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
