package io.github.defenderbff.defender.entity;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A domain tied to an alert. Source: get-alert-related-domain-info.md. */
public record Domain(@Schema(description = "The domain", example = Examples.DOMAIN) @Nullable String host) {

}
