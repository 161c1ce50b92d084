package io.github.defenderbff.defender;

import io.github.defenderbff.defender.entity.DeviceAvHealth;
import io.github.defenderbff.policy.Privilege;
import io.github.defenderbff.policy.Requires;
import io.github.defenderbff.policy.Requires.Part;
import io.github.defenderbff.quota.Rate;
import io.github.defenderbff.relay.DefenderApi;
import io.github.defenderbff.relay.OData;
import io.github.defenderbff.relay.ODataCollection;
import io.github.defenderbff.relay.ODataQuery;
import io.github.defenderbff.relay.Payload;
import io.github.defenderbff.responsecache.About;
import io.github.defenderbff.responsecache.Fresh;
import io.github.defenderbff.responsecache.Kind;
import io.github.defenderbff.signin.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.service.annotation.GetExchange;

/** Health of the antivirus on each device. */
@DefenderApi("/api/deviceavinfo")
@Tag(name = "Device health", description = "Health of the antivirus on each device")
interface DeviceHealth {

	@GetExchange
	@Operation(summary = "Page through the health of the antivirus on each device",
			description = "20 rows a page unless $top is given.")
	@Requires(anyScope = Scope.MACHINE_READ, anyPrivilege = Privilege.VIEW_DATA, inferred = Part.PRIVILEGE)
	@Rate(perMinute = 30, perHour = 1000)
	@Fresh(Kind.POSTURE)
	@OData(filter = { "machineId", "computerDnsName", "osKind", "osPlatform", "osVersion", "avMode",
			"avSignatureVersion", "avEngineVersion", "avPlatformVersion", "quickScanResult", "quickScanError",
			"fullScanResult", "fullScanError", "avIsSignatureUpToDate", "avIsEngineUpToDate", "avIsPlatformUpToDate",
			"rbacGroupId" })
	@About({ "deviceHealth", "machines" })
	Payload<ODataCollection<DeviceAvHealth>> list(ODataQuery query);

}
