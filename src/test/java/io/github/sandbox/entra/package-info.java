/**
 * The sandbox's Entra look-alike: signs the organisation's people in and issues tokens
 * the way Entra v2 does towards a confidential client, with switches for the moments a
 * test needs.
 */
@NullMarked
package io.github.sandbox.entra;

import org.jspecify.annotations.NullMarked;
