package io.github.defenderbff.relay;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A page of a collection (OData 4.01 JSON format section 13).
 *
 * @param context the upstream metadata address, as Defender sent it
 * @param value the rows
 * @param nextLink the next page as a path on this service; null on the last page
 * @param <T> the rows' type
 */
public record ODataCollection<T>(
		@Schema(description = "Metadata address") @JsonProperty("@odata.context") @Nullable String context,
		@Schema(description = "The rows") @JsonProperty("value") List<T> value,
		@Schema(description = "The next page, a path on this service; absent on the last page") @JsonProperty("@odata.nextLink") @Nullable String nextLink) {

	public ODataCollection {
		value = List.copyOf(value);
	}

}
