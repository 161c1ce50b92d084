/**
 * What is happening: server-sent events for a response action, for alerts and for one's
 * own permissions. Defender is asked by one poller for all who may be given the same
 * answer; whether somebody may is decided anew for each of them before they are told.
 */
@ApplicationModule(allowedDependencies = { "relay", "policy", "responsecache", "signin", "problem" })
@NullMarked
package io.github.defenderbff.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
