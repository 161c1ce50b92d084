/**
 * What Defender leaves elsewhere to be fetched: links that need no sign-in stay here, and
 * browsers get links of ours that one session can use once.
 */
@ApplicationModule(allowedDependencies = { "relay", "policy", "signin", "store", "audit", "problem" })
@NullMarked
package io.github.defenderbff.downloads;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
