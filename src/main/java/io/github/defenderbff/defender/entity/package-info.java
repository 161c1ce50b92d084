/**
 * What Defender answers with: one record per entity of its documentation. They are for
 * the documentation of this service and for those who read an answer; on its way to a
 * frontend an answer is never parsed, so unknown properties and values pass.
 */
@NullMarked
package io.github.defenderbff.defender.entity;

import org.jspecify.annotations.NullMarked;
