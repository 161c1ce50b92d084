package io.github.defenderbff.defender;

import io.github.defenderbff.defender.entity.Alert;
import io.github.defenderbff.defender.entity.File;
import io.github.defenderbff.defender.entity.FileStats;
import io.github.defenderbff.defender.entity.Machine;
import io.github.defenderbff.defender.request.FileHash;
import io.github.defenderbff.defender.request.LookBackHours;
import io.github.defenderbff.defender.request.Sha1;
import io.github.defenderbff.policy.Privilege;
import io.github.defenderbff.policy.Requires;
import io.github.defenderbff.policy.Requires.Exposure;
import io.github.defenderbff.policy.Requires.Part;
import io.github.defenderbff.relay.DefenderApi;
import io.github.defenderbff.relay.ODataCollection;
import io.github.defenderbff.relay.Payload;
import io.github.defenderbff.responsecache.About;
import io.github.defenderbff.signin.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** Files by their hashes, what is known of them and where they were met. */
@DefenderApi("/api/files")
@Tag(name = "Files", description = "Files by their hashes, what is known of them and where they were met")
interface Files {

	@GetExchange("/{id}")
	@Operation(summary = "Fetch what is known of a file")
	@Requires(anyScope = Scope.FILE_READ_ALL, anyPrivilege = Privilege.VIEW_DATA)
	Payload<File> get(@PathVariable @FileHash String id);

	@GetExchange("/{id}/alerts")
	@Operation(summary = "List alerts that involve a file", description = "An empty list for a file not known.")
	@Requires(anyScope = { Scope.ALERT_READ, Scope.ALERT_READ_WRITE }, anyPrivilege = Privilege.VIEW_DATA,
			exposure = Exposure.FILTERED, inferred = Part.SCOPE)
	@About("alerts")
	Payload<ODataCollection<Alert>> alerts(@PathVariable @Sha1 String id);

	@GetExchange("/{id}/machines")
	@Operation(summary = "List devices a file was seen on", description = "An empty list for a file not known.")
	@Requires(anyScope = { Scope.MACHINE_READ, Scope.MACHINE_READ_WRITE }, anyPrivilege = Privilege.VIEW_DATA,
			exposure = Exposure.FILTERED, inferred = Part.SCOPE)
	@About("machines")
	Payload<ODataCollection<Machine>> machines(@PathVariable @Sha1 String id);

	@GetExchange("/{id}/stats")
	@Operation(summary = "Tell how often a file was met", description = "404 for a file not known.")
	@Requires(anyScope = Scope.FILE_READ_ALL, anyPrivilege = Privilege.VIEW_DATA)
	Payload<FileStats> stats(@PathVariable @FileHash String id,
			@RequestParam(required = false) @LookBackHours @Nullable Integer lookBackHours);

}
