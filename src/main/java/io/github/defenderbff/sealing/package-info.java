/**
 * What leaves this process and comes back unread and unchanged: values sealed with a key
 * ring that rotates, and names that tell nobody what they stand for.
 */
@ApplicationModule(allowedDependencies = "problem")
@NullMarked
package io.github.defenderbff.sealing;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
