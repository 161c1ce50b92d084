package io.github.defenderbff.defender.entity;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An address tied to an alert. Source: get-alert-related-ip-info.md. */
public record Ip(@Schema(description = "The address", example = Examples.ADDRESS) @Nullable String id) {

}
