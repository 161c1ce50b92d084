package io.github.defenderbff.bulk;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.defenderbff.policy.Decision;
import io.github.defenderbff.policy.Reason;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What an order would meet.
 *
 * @param operation the operation's id
 * @param allowance how many devices the person may still change
 * @param machines one entry for each device
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@Schema(name = "BulkPreview")
record Preview(String operation, Allowance allowance, List<Expectation> machines) {

	/**
	 * How many devices the person may change in an hour.
	 *
	 * @param perHour altogether
	 * @param left now
	 * @param leftAfterwards when this order was carried out; null where it is too large
	 */
	@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
	@JsonInclude(JsonInclude.Include.NON_NULL)
	@Schema(name = "BulkAllowance")
	record Allowance(int perHour, int left, @Nullable Integer leftAfterwards) {

		static Allowance of(int perHour, int left, int wanted) {
			return new Allowance(perHour, left, (wanted <= left) ? left - wanted : null);
		}

	}

	/**
	 * What is to be expected of one device.
	 *
	 * @param machine its id
	 * @param decision whether the person may
	 * @param reasons why not, or what is not known
	 * @param device its state; null where it cannot be read
	 * @param pendingActions what is under way on it, as far as that can be read
	 */
	@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
	@JsonInclude(JsonInclude.Include.NON_NULL)
	@Schema(name = "BulkExpectation")
	record Expectation(String machine, Decision.Answer decision, List<Reason> reasons, @Nullable DeviceState device,
			List<PendingAction> pendingActions) {

	}

	/**
	 * How a device is, in Defender's words.
	 *
	 * @param computerDnsName its name
	 * @param healthStatus whether its sensor reports
	 * @param onboardingStatus whether it is managed
	 * @param riskScore its risk
	 * @param lastSeen when it reported last
	 */
	@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
	@JsonInclude(JsonInclude.Include.NON_NULL)
	@Schema(name = "BulkDevice")
	record DeviceState(@Nullable String computerDnsName, @Nullable String healthStatus,
			@Nullable String onboardingStatus, @Nullable String riskScore, @Nullable String lastSeen) {

		static DeviceState of(JsonNode row) {
			return new DeviceState(text(row, "computerDnsName"), text(row, "healthStatus"),
					text(row, "onboardingStatus"), text(row, "riskScore"), text(row, "lastSeen"));
		}

	}

	/**
	 * An action that has not ended.
	 *
	 * @param id its id
	 * @param type what it does
	 * @param status how far it is
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	@Schema(name = "BulkPendingAction")
	record PendingAction(@Nullable String id, @Nullable String type, @Nullable String status) {

		static PendingAction of(JsonNode row) {
			return new PendingAction(text(row, "id"), text(row, "type"), text(row, "status"));
		}

	}

	private static @Nullable String text(JsonNode row, String property) {
		return row.path(property).stringValue(null);
	}

}
