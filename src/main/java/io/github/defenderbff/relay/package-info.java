/**
 * The path of a call, from an annotated interface method to Defender and back: authorize,
 * cache, coalesce, audit, token, quota, guard, send, translate.
 */
@ApplicationModule(allowedDependencies = { "signin", "policy", "responsecache", "quota", "audit", "problem" })
@NullMarked
package io.github.defenderbff.relay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
