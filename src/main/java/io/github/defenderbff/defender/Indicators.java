package io.github.defenderbff.defender;

import io.github.defenderbff.defender.entity.Indicator;
import io.github.defenderbff.defender.entity.IndicatorImportResult;
import io.github.defenderbff.defender.request.IndicatorBatchDelete;
import io.github.defenderbff.defender.request.IndicatorId;
import io.github.defenderbff.defender.request.IndicatorImportRequest;
import io.github.defenderbff.defender.request.IndicatorRequest;
import io.github.defenderbff.policy.Privilege;
import io.github.defenderbff.policy.Requires;
import io.github.defenderbff.policy.Requires.Exposure;
import io.github.defenderbff.policy.Requires.Part;
import io.github.defenderbff.quota.Rate;
import io.github.defenderbff.relay.Body;
import io.github.defenderbff.relay.DefenderApi;
import io.github.defenderbff.relay.OData;
import io.github.defenderbff.relay.ODataCollection;
import io.github.defenderbff.relay.ODataQuery;
import io.github.defenderbff.relay.OperationName;
import io.github.defenderbff.relay.Payload;
import io.github.defenderbff.signin.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Indicators: what Defender looks for on devices, and what it does then. */
@DefenderApi("/api/indicators")
@Tag(name = "Indicators", description = "What Defender looks for on devices, and what it does then")
interface Indicators {

	@GetExchange
	@Operation(summary = "Page through active indicators",
			description = "There is no scope for reading alone. Whether a person sees what applications submitted is "
					+ "not documented.")
	@Requires(anyScope = Scope.TI_READ_WRITE,
			anyPrivilege = { Privilege.ACTIVE_REMEDIATION, Privilege.MANAGE_SECURITY_SETTINGS },
			inferred = Part.PRIVILEGE)
	@OData(filter = { "application", "createdByDisplayName", "expirationTime", "generateAlert", "title",
			"rbacGroupNames", "rbacGroupIds", "indicatorValue", "indicatorType", "creationTimeDateTimeUtc", "createdBy",
			"action", "severity" })
	Payload<ODataCollection<Indicator>> list(ODataQuery query);

	@PostExchange
	@Operation(summary = "Create or update one indicator",
			description = "Replaces the indicator of that value, if there is one. A tenant holds 15,000 active "
					+ "indicators at most.")
	@Requires(anyScope = Scope.TI_READ_WRITE,
			anyPrivilege = { Privilege.ACTIVE_REMEDIATION, Privilege.MANAGE_SECURITY_SETTINGS },
			inferred = Part.PRIVILEGE)
	Payload<Indicator> submit(@RequestBody Body<IndicatorRequest> body);

	@OperationName("import")
	@PostExchange("/import")
	@Operation(summary = "Create or update many indicators",
			description = "500 at most. One that is wrong in itself is told before anything is sent, and none is imported. Of what "
					+ "Defender takes, each row of the answer says what became of one: 200 may hold failures.")
	@Requires(anyScope = Scope.TI_READ_WRITE,
			anyPrivilege = { Privilege.ACTIVE_REMEDIATION, Privilege.MANAGE_SECURITY_SETTINGS },
			inferred = Part.PRIVILEGE)
	@Rate(perMinute = 30, perHour = Rate.UNSTATED)
	Payload<ODataCollection<IndicatorImportResult>> importMany(@RequestBody Body<IndicatorImportRequest> body);

	@DeleteExchange("/{id}")
	@Operation(summary = "Delete one indicator",
			description = "For applications only: no delegated permission is documented.")
	@Requires(anyApplicationRole = { "Ti.ReadWrite", "Ti.ReadWrite.All" },
			anyPrivilege = { Privilege.ACTIVE_REMEDIATION, Privilege.MANAGE_SECURITY_SETTINGS },
			inferred = Part.PRIVILEGE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Payload<Void> delete(@PathVariable @IndicatorId String id);

	@PostExchange("/BatchDelete")
	@Operation(summary = "Delete many indicators",
			description = "For applications only: no delegated permission is documented. 500 at most. 403 when the "
					+ "device groups of one are not exposed to the caller, 404 when one does not exist.")
	@Requires(anyApplicationRole = { "Ti.ReadWrite", "Ti.ReadWrite.All" },
			anyPrivilege = { Privilege.ACTIVE_REMEDIATION, Privilege.MANAGE_SECURITY_SETTINGS },
			exposure = Exposure.FILTERED, inferred = Part.PRIVILEGE)
	@Rate(perMinute = 30, perHour = 1500)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Payload<Void> batchDelete(@RequestBody Body<IndicatorBatchDelete> body);

}
