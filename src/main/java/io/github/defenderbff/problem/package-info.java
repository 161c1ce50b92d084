/**
 * How every failure is told: one RFC 9457 problem, with a stable type and a correlation
 * id, and nothing that an outsider should not read.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.github.defenderbff.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
