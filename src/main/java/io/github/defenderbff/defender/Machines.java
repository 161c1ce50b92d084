package io.github.defenderbff.defender;

import io.github.defenderbff.defender.entity.Alert;
import io.github.defenderbff.defender.entity.Examples;
import io.github.defenderbff.defender.entity.Machine;
import io.github.defenderbff.defender.entity.MachineAction;
import io.github.defenderbff.defender.entity.MissingKb;
import io.github.defenderbff.defender.entity.Recommendation;
import io.github.defenderbff.defender.entity.Software;
import io.github.defenderbff.defender.entity.User;
import io.github.defenderbff.defender.entity.Vulnerability;
import io.github.defenderbff.defender.request.Address;
import io.github.defenderbff.defender.request.CommentRequest;
import io.github.defenderbff.defender.request.DeviceValueRequest;
import io.github.defenderbff.defender.request.IsolateRequest;
import io.github.defenderbff.defender.request.LiveResponseRequest;
import io.github.defenderbff.defender.request.MachineId;
import io.github.defenderbff.defender.request.MachinePatch;
import io.github.defenderbff.defender.request.QuarantineRequest;
import io.github.defenderbff.defender.request.ScanRequest;
import io.github.defenderbff.defender.request.TagManyRequest;
import io.github.defenderbff.defender.request.TagRequest;
import io.github.defenderbff.defender.request.UtcTime;
import io.github.defenderbff.policy.DeviceReference;
import io.github.defenderbff.policy.Privilege;
import io.github.defenderbff.policy.Requires;
import io.github.defenderbff.policy.Requires.Exposure;
import io.github.defenderbff.policy.Requires.Part;
import io.github.defenderbff.quota.CountedAs;
import io.github.defenderbff.quota.Rate;
import io.github.defenderbff.relay.Body;
import io.github.defenderbff.relay.DefenderApi;
import io.github.defenderbff.relay.OData;
import io.github.defenderbff.relay.ODataCollection;
import io.github.defenderbff.relay.ODataQuery;
import io.github.defenderbff.relay.Payload;
import io.github.defenderbff.responsecache.About;
import io.github.defenderbff.signin.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Devices, what is known of them and what can be done to them. */
@DefenderApi("/api/machines")
@Tag(name = "Machines", description = "Devices, what is known of them and what can be done to them")
interface Machines {

	@GetExchange
	@Operation(summary = "Page through devices visible to the caller",
			description = "An empty list when no device reported lately, where Defender itself answers 404.")
	@Requires(anyScope = { Scope.MACHINE_READ, Scope.MACHINE_READ_WRITE }, anyPrivilege = Privilege.VIEW_DATA,
			exposure = Exposure.FILTERED)
	@OData(filter = { "computerDnsName", "id", "version", "deviceValue", "aadDeviceId", "machineTags", "lastSeen",
			"exposureLevel", "onboardingStatus", "lastIpAddress", "healthStatus", "osPlatform", "riskScore",
			"rbacGroupId" }, emptyIsNotFound = true)
	Payload<ODataCollection<Machine>> list(ODataQuery query);

	@GetExchange("/{id:[^()]+}")
	@Operation(summary = "Fetch one device by id or computer name")
	@Requires(anyScope = { Scope.MACHINE_READ, Scope.MACHINE_READ_WRITE }, anyPrivilege = Privilege.VIEW_DATA,
			exposure = Exposure.MACHINE, inferred = Part.SCOPE)
	Payload<Machine> get(
			@PathVariable @Pattern(regexp = DeviceReference.MACHINE, message = DeviceReference.MACHINE_RULE) @Parameter(
					description = "The device id or full DNS name", example = MachineId.EXAMPLE) String id);

	@GetExchange("/{id}/logonusers")
	@Operation(summary = "List users seen logging on to a device")
	@Requires(anyScope = Scope.USER_READ_ALL, anyPrivilege = Privilege.VIEW_DATA, exposure = Exposure.MACHINE)
	Payload<ODataCollection<User>> logonUsers(@PathVariable @MachineId String id);

	@GetExchange("/{id}/alerts")
	@Operation(summary = "List alerts raised on a device")
	@Requires(anyScope = { Scope.ALERT_READ, Scope.ALERT_READ_WRITE }, anyPrivilege = Privilege.VIEW_DATA,
			exposure = Exposure.MACHINE, inferred = Part.SCOPE)
	@OData(filter = "status", top = 0, skip = false)
	@About("alerts")
	Payload<ODataCollection<Alert>> alerts(@PathVariable @MachineId String id, ODataQuery query);

	@GetExchange("/{id}/alerts/$count")
	@Operation(summary = "Count alerts raised on a device", description = "The answer is a bare number.")
	@Requires(anyScope = { Scope.ALERT_READ, Scope.ALERT_READ_WRITE }, anyPrivilege = Privilege.VIEW_DATA,
			exposure = Exposure.MACHINE, inferred = Part.SCOPE)
	@OData(filter = "status", top = 0, skip = false)
	@About("alerts")
	@CountedAs("machines.alerts")
	Payload<Long> alertsCount(@PathVariable @MachineId String id, ODataQuery query);

	@GetExchange("/{id}/software")
	@Operation(summary = "List software installed on a device")
	@Requires(anyScope = Scope.SOFTWARE_READ, anyPrivilege = Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT,
			exposure = Exposure.MACHINE, inferred = { Part.PRIVILEGE, Part.EXPOSURE })
	@Rate(perMinute = Rate.UNSTATED, perHour = Rate.UNSTATED)
	Payload<ODataCollection<Software>> software(@PathVariable @MachineId String id);

	@GetExchange("/{id}/vulnerabilities")
	@Operation(summary = "List vulnerabilities found on a device")
	@Requires(anyScope = Scope.VULNERABILITY_READ, anyPrivilege = Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT,
			exposure = Exposure.MACHINE, inferred = { Part.PRIVILEGE, Part.EXPOSURE })
	@Rate(perMinute = 50, perHour = 1500)
	Payload<ODataCollection<Vulnerability>> vulnerabilities(@PathVariable @MachineId String id);

	@GetExchange("/{id}/recommendations")
	@Operation(summary = "List security recommendations for a device")
	@Requires(anyScope = Scope.SECURITY_RECOMMENDATION_READ,
			anyPrivilege = Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT, exposure = Exposure.MACHINE,
			inferred = { Part.PRIVILEGE, Part.EXPOSURE })
	@Rate(perMinute = Rate.UNSTATED, perHour = Rate.UNSTATED)
	Payload<ODataCollection<Recommendation>> recommendations(@PathVariable @MachineId String id);

	@GetExchange("/{id}/getmissingkbs")
	@Operation(summary = "List missing security updates on a device",
			description = "For applications only: no delegated permission is documented.")
	@Requires(anyApplicationRole = "Software.Read.All", anyPrivilege = Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT,
			exposure = Exposure.MACHINE, inferred = { Part.PRIVILEGE, Part.EXPOSURE })
	@Rate(perMinute = Rate.UNSTATED, perHour = Rate.UNSTATED)
	Payload<ODataCollection<MissingKb>> missingKbs(@PathVariable @MachineId String id);

	@GetExchange("/findbyip(ip='{ip}',timestamp={timestamp})")
	@Operation(summary = "Find devices that held an internal IP near a time",
			description = "Looks 15 minutes either side of the time, which must lie within the last 30 days.")
	@Requires(anyScope = { Scope.MACHINE_READ, Scope.MACHINE_READ_WRITE }, anyPrivilege = Privilege.VIEW_DATA,
			exposure = Exposure.FILTERED, inferred = Part.SCOPE)
	Payload<ODataCollection<Machine>> findByIp(@PathVariable @Address @Parameter(description = "The internal address",
			example = Examples.INTERNAL_ADDRESS) String ip, @PathVariable @UtcTime String timestamp);

	@GetExchange("/find(timestamp={timestamp},key='{ip}')")
	@Operation(summary = "Older lookup of devices by internal IP and time", deprecated = true,
			description = "For applications only: no delegated permission is documented. Prefer findbyip.")
	@Requires(anyApplicationRole = { "Machine.Read.All", "Machine.ReadWrite.All" })
	@Rate(perMinute = Rate.UNSTATED, perHour = Rate.UNSTATED)
	Payload<ODataCollection<Machine>> findByInternalIpLegacy(@PathVariable @UtcTime String timestamp,
			@PathVariable @Address @Parameter(description = "The internal address",
					example = Examples.INTERNAL_ADDRESS) String ip);

	@GetExchange("/findbytag")
	@Operation(summary = "Find devices carrying a tag")
	@Requires(anyScope = { Scope.MACHINE_READ, Scope.MACHINE_READ_WRITE }, anyPrivilege = Privilege.VIEW_DATA,
			exposure = Exposure.FILTERED, inferred = Part.SCOPE)
	Payload<ODataCollection<Machine>> findByTag(
			@RequestParam @Parameter(description = "The tag", example = "crown-jewel") String tag,
			@RequestParam(required = false) @Parameter(
					description = "Whether tags that start so count too") @Nullable Boolean useStartsWithFilter);

	@PostExchange("/{id}/tags")
	@Operation(summary = "Add or remove one tag on a device",
			description = "Tags can decide the device group, and so who sees the device.")
	@Requires(anyScope = Scope.MACHINE_READ_WRITE, anyPrivilege = Privilege.MANAGE_SECURITY_SETTINGS,
			exposure = Exposure.MACHINE)
	@About({ "machines", "alerts" })
	Payload<Machine> tag(@PathVariable @MachineId String id, @RequestBody Body<TagRequest> body);

	@PostExchange("/AddOrRemoveTagForMultipleMachines")
	@Operation(summary = "Add or remove one tag on many devices", description = "500 devices at most.")
	@Requires(anyScope = Scope.MACHINE_READ_WRITE, anyPrivilege = Privilege.MANAGE_SECURITY_SETTINGS,
			exposure = Exposure.BODY_MACHINES)
	@About({ "machines", "alerts" })
	Payload<ODataCollection<Machine>> tagMany(@RequestBody Body<TagManyRequest> body);

	@PostExchange("/{id}/setDeviceValue")
	@Operation(summary = "Set the business value of a device")
	@Requires(anyScope = Scope.MACHINE_READ_WRITE, anyPrivilege = Privilege.MANAGE_SECURITY_SETTINGS,
			exposure = Exposure.MACHINE)
	Payload<Machine> setDeviceValue(@PathVariable @MachineId String id, @RequestBody Body<DeviceValueRequest> body);

	@PatchExchange("/{id}")
	@Operation(summary = "Patch tags and device value of a device",
			description = "Replaces all tags by those given: read the device first and send every tag to keep.")
	@Requires(anyScope = Scope.MACHINE_READ_WRITE, anyPrivilege = Privilege.ALERTS_INVESTIGATION,
			exposure = Exposure.MACHINE)
	@About({ "machines", "alerts" })
	Payload<Machine> update(@PathVariable @MachineId String id, @RequestBody Body<MachinePatch> body);

	@PostExchange("/{id}/collectInvestigationPackage")
	@Operation(summary = "Start collecting a forensic package from a device",
			description = "400 while a collection runs. When the action has succeeded, getPackageUri has the link.")
	@Requires(anyScope = Scope.MACHINE_COLLECT_FORENSICS, anyPrivilege = Privilege.ALERTS_INVESTIGATION,
			exposure = Exposure.MACHINE)
	@About({ "machines", "machineActions" })
	@ResponseStatus(HttpStatus.CREATED)
	Payload<MachineAction> collectInvestigationPackage(@PathVariable @MachineId String id,
			@RequestBody Body<CommentRequest> body);

	@PostExchange("/{id}/isolate")
	@Operation(summary = "Cut a device off the network",
			description = "Devices behind a full VPN tunnel lose Defender's cloud service too.")
	@Requires(anyScope = Scope.MACHINE_ISOLATE, anyPrivilege = Privilege.ACTIVE_REMEDIATION,
			exposure = Exposure.MACHINE)
	@About({ "machines", "machineActions" })
	@ResponseStatus(HttpStatus.CREATED)
	Payload<MachineAction> isolate(@PathVariable @MachineId String id, @RequestBody Body<IsolateRequest> body);

	@PostExchange("/{id}/unisolate")
	@Operation(summary = "Release a device from isolation", description = Machines.REPEAT)
	@Requires(anyScope = Scope.MACHINE_ISOLATE, anyPrivilege = Privilege.ACTIVE_REMEDIATION,
			exposure = Exposure.MACHINE)
	@About({ "machines", "machineActions" })
	@ResponseStatus(HttpStatus.CREATED)
	Payload<MachineAction> unisolate(@PathVariable @MachineId String id, @RequestBody Body<CommentRequest> body);

	@PostExchange("/{id}/restrictCodeExecution")
	@Operation(summary = "Allow only trusted applications to run on a device", description = Machines.REPEAT)
	@Requires(anyScope = Scope.MACHINE_RESTRICT_EXECUTION, anyPrivilege = Privilege.ACTIVE_REMEDIATION,
			exposure = Exposure.MACHINE)
	@About({ "machines", "machineActions" })
	@ResponseStatus(HttpStatus.CREATED)
	Payload<MachineAction> restrictCodeExecution(@PathVariable @MachineId String id,
			@RequestBody Body<CommentRequest> body);

	@PostExchange("/{id}/unrestrictCodeExecution")
	@Operation(summary = "Lift the application restriction on a device", description = Machines.REPEAT)
	@Requires(anyScope = Scope.MACHINE_RESTRICT_EXECUTION, anyPrivilege = Privilege.ACTIVE_REMEDIATION,
			exposure = Exposure.MACHINE)
	@About({ "machines", "machineActions" })
	@ResponseStatus(HttpStatus.CREATED)
	Payload<MachineAction> unrestrictCodeExecution(@PathVariable @MachineId String id,
			@RequestBody Body<CommentRequest> body);

	@PostExchange("/{id}/runAntiVirusScan")
	@Operation(summary = "Start an antivirus scan on a device", description = Machines.REPEAT)
	@Requires(anyScope = Scope.MACHINE_SCAN, anyPrivilege = Privilege.ACTIVE_REMEDIATION, exposure = Exposure.MACHINE)
	@About({ "machines", "machineActions" })
	@ResponseStatus(HttpStatus.CREATED)
	Payload<MachineAction> runAntiVirusScan(@PathVariable @MachineId String id, @RequestBody Body<ScanRequest> body);

	@PostExchange("/{id}/offboard")
	@Operation(summary = "Offboard a device from the service",
			description = "Stops the sensor. Not for macOS and Linux.")
	@Requires(anyScope = Scope.MACHINE_OFFBOARD, anyPrivilege = Privilege.MANAGE_SECURITY_SETTINGS,
			exposure = Exposure.MACHINE, inferred = Part.PRIVILEGE)
	@About({ "machines", "machineActions" })
	Payload<MachineAction> offboard(@PathVariable @MachineId String id, @RequestBody Body<CommentRequest> body);

	@PostExchange("/{id}/StopAndQuarantineFile")
	@Operation(summary = "Stop a file on a device and quarantine it",
			description = "Not for files of trusted publishers or signed by Microsoft.")
	@Requires(anyScope = Scope.MACHINE_STOP_AND_QUARANTINE, anyPrivilege = Privilege.ACTIVE_REMEDIATION,
			exposure = Exposure.MACHINE, inferred = Part.APPLICATION_ROLE)
	@About({ "machines", "machineActions" })
	@ResponseStatus(HttpStatus.CREATED)
	Payload<MachineAction> stopAndQuarantineFile(@PathVariable @MachineId String id,
			@RequestBody Body<QuarantineRequest> body);

	@PostExchange("/{id}/runliveresponse")
	@Operation(summary = "Run a sequence of live response commands on a device",
			description = "One session per device; the first command that fails stops the rest. Uploading and "
					+ "running scripts takes advanced live response.")
	@Requires(anyScope = Scope.MACHINE_LIVE_RESPONSE,
			anyPrivilege = { Privilege.LIVE_RESPONSE_BASIC, Privilege.LIVE_RESPONSE_ADVANCED },
			exposure = Exposure.MACHINE, inferred = { Part.PRIVILEGE, Part.EXPOSURE })
	@Rate(perMinute = 10, perHour = Rate.UNSTATED)
	@About({ "machines", "machineActions" })
	@ResponseStatus(HttpStatus.CREATED)
	Payload<MachineAction> runLiveResponse(@PathVariable @MachineId String id,
			@RequestBody Body<LiveResponseRequest> body);

	/** What a repeated action meets. */
	String REPEAT = "While one runs, another gets the pending action or 400.";

}
