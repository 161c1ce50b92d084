/**
 * What several instances of this service tell each other, through Redis: what changed,
 * and what Defender answered. Redis may be away at any time; then each goes on alone.
 * Nothing that is in Redis tells whom or what it is about.
 */
@ApplicationModule(allowedDependencies = { "signin", "responsecache", "sealing", "problem" })
@NullMarked
package io.github.defenderbff.replicas;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
