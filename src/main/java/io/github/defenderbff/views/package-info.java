/**
 * What a screen shows, in one call. A view is a declaration of parts; each part is a call
 * of its own through the same stages as any call, so one that fails leaves the others
 * alone, and nobody sees more than they would see call by call.
 */
@ApplicationModule(allowedDependencies = { "relay", "policy", "audit", "signin", "problem", "defender :: request" })
@NullMarked
package io.github.defenderbff.views;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
