/**
 * What is already known: Defender's answers, each kept for the people who may see it and
 * no longer than it is of use.
 */
@ApplicationModule(allowedDependencies = "signin")
@NullMarked
package io.github.defenderbff.responsecache;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
