package io.github.defenderbff.defender.entity;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A security update that devices lack. Source: get-missing-kbs-machine.md. */
public record MissingKb(@Schema(description = "Number of the update", example = Examples.KB_ID) @Nullable String id,
		@Schema(description = "Title") @Nullable String name,
		@Schema(description = "Products it updates") @Nullable List<String> productsNames,
		@Schema(description = "Where to get it") @Nullable String url,
		@Schema(description = "Number of devices that lack it") @Nullable Long machineMissedOn,
		@Schema(description = "Number of vulnerabilities it closes") @Nullable Long cveAddressed) {

	public MissingKb {
		productsNames = (productsNames != null) ? productsNames.stream().toList() : null;
	}

}
