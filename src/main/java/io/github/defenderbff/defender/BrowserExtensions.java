package io.github.defenderbff.defender;

import io.github.defenderbff.defender.entity.BrowserExtensionPermissionInfo;
import io.github.defenderbff.policy.Privilege;
import io.github.defenderbff.policy.Requires;
import io.github.defenderbff.policy.Requires.Part;
import io.github.defenderbff.quota.Rate;
import io.github.defenderbff.relay.DefenderApi;
import io.github.defenderbff.relay.OData;
import io.github.defenderbff.relay.ODataCollection;
import io.github.defenderbff.relay.ODataQuery;
import io.github.defenderbff.relay.Payload;
import io.github.defenderbff.responsecache.Fresh;
import io.github.defenderbff.responsecache.Kind;
import io.github.defenderbff.signin.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.service.annotation.GetExchange;

/** What browser extensions may do. */
@DefenderApi("/api/browserextensions")
@Tag(name = "Browser extensions", description = "What browser extensions may do")
interface BrowserExtensions {

	@GetExchange("/permissionsinfo")
	@Operation(summary = "Page through the permissions that browser extensions may ask for",
			description = "The documented properties for $filter are those of vulnerabilities, which no row has.")
	@Requires(anyScope = Scope.SOFTWARE_READ, anyPrivilege = Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT,
			inferred = Part.PRIVILEGE)
	@Rate(perMinute = Rate.UNSTATED, perHour = Rate.UNSTATED)
	@Fresh(Kind.REFERENCE)
	@OData(filter = { "id", "name", "description", "cvssV3", "publishedOn", "severity", "updatedOn" })
	Payload<ODataCollection<BrowserExtensionPermissionInfo>> permissionsInfo(ODataQuery query);

}
