/**
 * A real Keycloak in the sandbox's place of Entra, for the people of the same company.
 */
@NullMarked
package io.github.sandbox.keycloak;

import org.jspecify.annotations.NullMarked;
