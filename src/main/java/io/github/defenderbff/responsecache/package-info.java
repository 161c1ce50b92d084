/**
 * What is already known: Defender's answers, each kept for the people who may see it and
 * no longer than it is fresh.
 */
@ApplicationModule(allowedDependencies = "signin")
@NullMarked
package io.github.defenderbff.responsecache;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
