package io.github.defenderbff.defender.entity;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far one version of a product is spread. Source: get-software-ver-distribution.md.
 */
public record SoftwareVersionDistribution(
		@Schema(description = Columns.VERSION, example = Examples.VERSION) @Nullable String version,
		@Schema(description = "Number of devices that have it", example = "17") @Nullable Long installations,
		@Schema(description = "Number of vulnerabilities it has", example = "3") @Nullable Long vulnerabilities) {

}
