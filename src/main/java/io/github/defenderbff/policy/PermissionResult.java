package io.github.defenderbff.policy;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Whether one operation is permitted.
 *
 * @param operation its id
 * @param machine the machine it is permitted on, or not; null where it was asked in
 * general
 * @param decision the answer
 * @param perDevice whether the device matters, so that the answer may differ for another
 * @param reasons why not, or what is not known
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PermissionResult(String operation, @Nullable String machine, Decision.Answer decision, boolean perDevice,
		List<Reason> reasons) {

	static PermissionResult of(Requirement requirement, @Nullable String machine, Decision decision) {
		return new PermissionResult(requirement.operation(), machine, decision.answer(), requirement.namesDevices(),
				decision.reasons());
	}

}
