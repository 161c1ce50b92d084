package io.github.sandbox.defender;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.github.sandbox.organisation.Baseline;
import io.github.sandbox.organisation.BrowserExtension;
import io.github.sandbox.organisation.Privilege;

import static io.github.sandbox.defender.Operation.get;

/** Reference data of the exports: baselines and what browser extensions may do. */
final class BaselineRoutes {

	/** The documentation names no permission for baselines; these are the likely ones. */
	private static final Access BASELINES = Access
		.anyScope("SecurityBaselinesAssessment.Read", "SecurityConfiguration.Read")
		.roles("SecurityBaselinesAssessment.Read.All", "SecurityConfiguration.Read.All")
		.privileges(Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT);

	private static final ODataSupport PROFILES = ODataSupport.filterAndPages("id", "name", "operatingSystem",
			"operatingSystemVersion", "status", "settingsNumber", "passedDevices", "totalDevices");

	private static final ODataSupport CONFIGURATIONS = ODataSupport.filterAndPages("id", "category", "name", "cce");

	/** Some of these are of no row: the list looks copied from another page. */
	private static final ODataSupport PERMISSIONS = ODataSupport.filterAndPages("id", "name", "description", "cvssV3",
			"publishedOn", "severity", "updatedOn");

	List<Operation> operations() {
		return Stream
			.of(get("baselineProfiles.list", "/api/baselineProfiles", BASELINES,
					(_) -> new Answer.Rows(Baseline.all().stream().map(BaselineView::profile).toList(),
							"BaselineProfiles"))
				.odata(PROFILES),
					get("baselineConfigurations.list", "/api/baselineConfigurations", BASELINES,
							(_) -> new Answer.Rows(Baseline.all().stream().flatMap(BaselineView::rules).toList(),
									"BaselineConfigurations"))
						.odata(CONFIGURATIONS),
					get("browserExtensions.permissionsInfo", "/api/browserextensions/permissionsinfo",
							PostureAccess.SOFTWARE, this::permissions)
						.odata(PERMISSIONS))
			.map(Operation::unlimited)
			.toList();
	}

	/** The rows are in a collection within the collection, as Defender shows them. */
	private Answer permissions(Call call) {
		ODataQuery query = ODataQuery.of(call.operation().odata(), call.parameters());
		List<Entity> rows = query
			.matching(Arrays.stream(BrowserExtension.Permission.values()).map(BaselineRoutes::permission).toList())
			.stream()
			.skip(query.skip())
			.limit(query.top().orElse(Integer.MAX_VALUE))
			.toList();
		return new Answer.Values(List.of(Entity.builder().with("value", rows).build()), "BrowserExtension");
	}

	private static Entity permission(BrowserExtension.Permission permission) {
		return Entity.builder()
			.with("key", permission.key())
			.with("permissionName", permission.title())
			.with("description", permission.description())
			.build();
	}

}
