package io.github.defenderbff.views;

import java.util.Comparator;
import java.util.List;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.JsonNode;

/**
 * The devices with the highest risk.
 *
 * @param value some of the devices as Defender gave them, the riskiest first
 * @param counted among how many these were found
 * @param complete whether these were all there are
 */
record Riskiest(@ArraySchema(schema = @Schema(ref = "#/components/schemas/Machine")) List<JsonNode> value, int counted,
		boolean complete) {

	private static final List<String> RISKS = List.of("None", "Informational", "Low", "Medium", "High");

	static Summary of(int machines) {
		var riskiest = Comparator.comparingInt(Riskiest::risk).reversed();
		return new Summary(Riskiest.class,
				(rows, complete) -> new Riskiest(rows.stream().sorted(riskiest).limit(machines).toList(), rows.size(),
						complete));
	}

	private static int risk(JsonNode machine) {
		return RISKS.indexOf(machine.path("riskScore").asString(""));
	}

}
