/**
 * The invented organisation behind the sandbox: its people, roles, device groups,
 * machines and alerts.
 */
@NullMarked
package io.github.sandbox.organisation;

import org.jspecify.annotations.NullMarked;
