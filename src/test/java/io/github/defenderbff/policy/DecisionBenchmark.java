package io.github.defenderbff.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.defenderbff.signin.Caller;
import io.github.defenderbff.signin.TestSignedIn;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.security.core.context.SecurityContextHolder;

/**
 * What a decision costs in a large organisation: 20 roles, 30 device groups, and people
 * in 60 groups, of which the last one counts.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DecisionBenchmark {

	private static final List<Requirement> OPERATIONS = List.of(TestRequirements.ISOLATE, TestRequirements.READ,
			TestRequirements.READ_WITHOUT_PRIVILEGE);

	private final Policy policy = TestPolicies.policy(book());

	private final Caller responder = TestCallers.caller(groups(), io.github.defenderbff.signin.Scope.MACHINE_ISOLATE,
			io.github.defenderbff.signin.Scope.MACHINE_READ);

	private final Caller nobody = TestCallers.caller(Set.of());

	private final List<DeviceEvidence> evidence = List.of(new DeviceEvidence.Shown("web-1", "Group 29", Instant.EPOCH));

	private final Targets server = new Targets("web-1", () -> this.evidence);

	private final PermissionsController permissions = new PermissionsController(this.policy, () -> OPERATIONS,
			DecisionBenchmark::cached, new EntityTags(new JsonMapper()));

	private final PermissionsController.Checks grid = grid();

	private static RoleBook book() {
		var roles = IntStream.range(0, 20)
			.mapToObj((number) -> new Role("Role " + number,
					(number == 19) ? Set.of(Privilege.values()) : Set.of(Privilege.VIEW_DATA),
					List.of("r" + number, "s" + number, "t" + number), List.of("d" + number), false));
		var groups = IntStream.range(0, 30)
			.mapToObj((number) -> new DeviceGroup("Group " + number, number, List.of("x" + number, "t19")));
		return new RoleBook(roles.toList(), groups.toList());
	}

	private static Set<String> groups() {
		var groups = new HashSet<>(IntStream.range(0, 59).mapToObj((number) -> "other" + number).toList());
		groups.add("t19");
		return groups;
	}

	private static List<DeviceEvidence> cached(List<? extends DeviceReference> devices) {
		return devices.stream()
			.<DeviceEvidence>map((device) -> new DeviceEvidence.Shown(device.id(), "Group 29", Instant.EPOCH))
			.toList();
	}

	private static PermissionsController.Checks grid() {
		var checks = new ArrayList<PermissionsController.Check>();
		for (var index = 0; index < 500; index++) {
			checks.add(new PermissionsController.Check(OPERATIONS.get(index % 3).operation(),
					"%040x".formatted(index / 3)));
		}
		return new PermissionsController.Checks(checks);
	}

	@Benchmark
	public Object permit() {
		return this.policy.decide(this.responder, TestRequirements.ISOLATE, this.server);
	}

	@Benchmark
	public Object deny() {
		return this.policy.decide(this.nobody, TestRequirements.ISOLATE, Targets.NONE);
	}

	/** 500 pairs of 167 devices, of which the groups are known. */
	@Benchmark
	public Object check() {
		SecurityContextHolder.getContext().setAuthentication(TestSignedIn.as(this.responder));
		return this.permissions.check(this.grid);
	}

}
