/**
 * What a person sees: the start page and Swagger UI, both of which are ordinary frontends
 * of the API.
 */
@ApplicationModule(allowedDependencies = { "problem", "signin" })
@NullMarked
package io.github.defenderbff.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
