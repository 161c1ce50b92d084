package io.github.defenderbff.defender.entity;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A text on its own, here always a download link, which is a bearer secret. Source:
 * get-package-sas-uri.md, get-live-response-result.md.
 */
public record StringValue(
		@Schema(description = "Metadata address") @JsonProperty("@odata.context") @Nullable String context,
		@Schema(description = "The link; the package link comes in an extra pair of double quotes") @Nullable String value) {

	@Override
	public String toString() {
		return "StringValue[masked]";
	}

}
