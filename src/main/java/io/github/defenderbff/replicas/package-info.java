/**
 * What several instances of this service tell each other, through Redis: what changed,
 * what Defender answered, how much it was asked, and who is signed in. Redis may be away
 * at any time; then each goes on alone with what it has, which sessions are not, and
 * changes nothing in Defender that it cannot write to the audit there. Nothing else that
 * is in Redis tells whom or what it is about.
 */
@ApplicationModule(allowedDependencies = { "signin", "responsecache", "quota", "audit", "sealing", "store", "problem" })
@NullMarked
package io.github.defenderbff.replicas;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
