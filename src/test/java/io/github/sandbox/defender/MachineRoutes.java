package io.github.sandbox.defender;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.github.sandbox.organisation.Machine;
import io.github.sandbox.organisation.Privilege;

import static io.github.sandbox.defender.Operation.get;

/** Reading devices, their alerts and their users. */
final class MachineRoutes {

	static final Access READ = Access.anyScope("Machine.Read", "Machine.ReadWrite")
		.roles("Machine.Read.All", "Machine.ReadWrite.All")
		.privileges(Privilege.VIEW_DATA);

	private static final Access READ_USERS = Access.anyScope("User.Read.All").privileges(Privilege.VIEW_DATA);

	private static final Access APPLICATION_ONLY = Access.applicationOnly("Machine.Read.All", "Machine.ReadWrite.All");

	private static final ODataSupport LISTING = ODataSupport.filterAndPages("computerDnsName", "id", "version",
			"deviceValue", "aadDeviceId", "machineTags", "lastSeen", "exposureLevel", "onboardingStatus",
			"lastIpAddress", "healthStatus", "osPlatform", "riskScore", "rbacGroupId");

	private static final Duration LOOK_BACK = Duration.ofDays(30);

	private final Estate estate;

	MachineRoutes(Estate estate) {
		this.estate = estate;
	}

	List<Operation> operations() {
		ODataSupport status = ODataSupport.filter("status");
		return List.of(get("machines.list", "/api/machines", READ, this::list).odata(LISTING),
				get("machines.get", "/api/machines/{id}", READ, this::machine),
				get("machines.logonUsers", "/api/machines/{id}/logonusers", READ_USERS, this::logonUsers),
				get("machines.alerts", "/api/machines/{id}/alerts", AlertRoutes.READ, this::alerts).odata(status),
				get("machines.alerts", "/api/machines/{id}/alerts/$count", AlertRoutes.READ, this::alertCount)
					.odata(status),
				get("machines.findByIp", "/api/machines/findbyip(ip='{ip}',timestamp={timestamp})", READ,
						this::findByIp),
				get("machines.findByInternalIpLegacy", "/api/machines/find(timestamp={timestamp},key='{ip}')",
						APPLICATION_ONLY, this::findByInternalIp)
					.unlimited(),
				get("machines.findByTag", "/api/machines/findbytag", READ, this::findByTag));
	}

	private Answer list(Call call) {
		return new Answer.Rows(visible(call).toList(), MachineView.SET, false);
	}

	private Answer machine(Call call) {
		return Answer.found(this.estate.machine(call, call.variable("id")), MachineView.SET);
	}

	private Answer logonUsers(Call call) {
		Machine machine = this.estate.recordOf(this.estate.machine(call, call.variable("id")));
		return new Answer.Rows(machine.accounts()
			.stream()
			.map((account) -> MachineView.user(account, machine, this.estate.now()))
			.toList(), "Users");
	}

	private Answer alerts(Call call) {
		return new Answer.Rows(alertsOn(call).stream().map(AlertRoutes::withoutEvidence).toList(), AlertView.SET);
	}

	private Answer alertCount(Call call) {
		return new Answer.Count(alertsOn(call));
	}

	private List<Entity> alertsOn(Call call) {
		String id = this.estate.machine(call, call.variable("id")).text("id");
		return this.estate.alerts().all().stream().filter((alert) -> alert.text("machineId").equals(id)).toList();
	}

	private Answer findByIp(Call call) {
		return new Answer.Rows(reachedAt(call, Duration.ofMinutes(15)), MachineView.SET);
	}

	private Answer findByInternalIp(Call call) {
		return new Answer.Rows(reachedAt(call, Duration.ofMinutes(16)), MachineView.SET, false);
	}

	private List<Entity> reachedAt(Call call, Duration window) {
		String address = call.variable("ip");
		if (!address.matches("[0-9a-fA-F.:]+")) {
			throw Refusal.badRequest("InvalidIpAddress", "'%s' is not an IP address.".formatted(address));
		}
		Instant time = timestamp(call.variable("timestamp"));
		return visible(call).filter((machine) -> machine.text("lastIpAddress").equals(address))
			.filter((machine) -> machine.get("lastSeen") instanceof Instant seen && !time.isAfter(seen.plus(window)))
			.toList();
	}

	private Instant timestamp(String text) {
		try {
			Instant time = OffsetDateTime.parse(text).toInstant();
			if (time.isBefore(this.estate.now().minus(LOOK_BACK))) {
				throw Refusal.badRequest("InvalidInput", "The timestamp is more than 30 days ago.");
			}
			return time;
		}
		catch (DateTimeException _) {
			throw Refusal.badRequest("BadRequest", "'%s' is not a timestamp.".formatted(text));
		}
	}

	private Answer findByTag(Call call) {
		String tag = call.parameter("tag").orElseThrow(() -> Refusal.missingParameter("tag")).toLowerCase(Locale.ROOT);
		boolean prefix = call.parameter("useStartsWithFilter").filter("true"::equalsIgnoreCase).isPresent();
		return new Answer.Rows(visible(call).filter((machine) -> tagged(machine, tag, prefix)).toList(),
				MachineView.SET);
	}

	private static boolean tagged(Entity machine, String tag, boolean prefix) {
		return machine.get("machineTags") instanceof Collection<?> tags && tags.stream()
			.map((candidate) -> candidate.toString().toLowerCase(Locale.ROOT))
			.anyMatch((candidate) -> prefix ? candidate.startsWith(tag) : candidate.equals(tag));
	}

	private Stream<Entity> visible(Call call) {
		return this.estate.machines().all().stream().filter(call.caller()::sees);
	}

}
