/**
 * What several instances of this service tell each other, through Redis: what changed,
 * what Defender answered, and how much it was asked. Redis may be away at any time; then
 * each goes on alone. Nothing that is in Redis tells whom or what it is about.
 */
@ApplicationModule(allowedDependencies = { "signin", "responsecache", "quota", "sealing", "problem" })
@NullMarked
package io.github.defenderbff.replicas;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
