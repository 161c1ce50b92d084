/**
 * A look-alike of the Defender for Endpoint API that enforces scopes, roles and device
 * groups from the caller's token.
 */
@NullMarked
package io.github.sandbox.defender;

import org.jspecify.annotations.NullMarked;
