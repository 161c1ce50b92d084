/**
 * How much Defender may still be asked: its limits count per tenant and application, so
 * everybody who is signed in shares them.
 */
@ApplicationModule(allowedDependencies = { "signin", "problem" })
@NullMarked
package io.github.defenderbff.quota;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
