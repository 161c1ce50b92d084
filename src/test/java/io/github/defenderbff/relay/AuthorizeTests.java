package io.github.defenderbff.relay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.github.defenderbff.audit.TestAudits;
import io.github.defenderbff.policy.Decision;
import io.github.defenderbff.policy.DeviceEvidence;
import io.github.defenderbff.policy.DeviceReference;
import io.github.defenderbff.policy.Devices;
import io.github.defenderbff.policy.Refused;
import io.github.defenderbff.policy.TestPolicies;
import io.github.defenderbff.signin.Caller;
import io.github.defenderbff.signin.Evidence;
import io.github.defenderbff.signin.Grant;
import io.github.defenderbff.signin.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;

import static io.github.defenderbff.relay.TestCalls.GET;
import static io.github.defenderbff.relay.TestCalls.ISOLATE;
import static io.github.defenderbff.relay.TestCalls.MACHINE;
import static io.github.defenderbff.relay.TestCalls.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Who passes. */
class AuthorizeTests {

	private final Upstream next = new Upstream();

	private final AuditTrail trail = AuditTrail.open();

	private final List<DeviceReference> askedFor = new ArrayList<>();

	private DeviceEvidence evidence = new DeviceEvidence.Shown(MACHINE, TestPolicies.OPEN_GROUP, Instant.EPOCH);

	private final Authorize authorize = new Authorize(TestPolicies.withoutRoles(), provider((devices) -> {
		this.askedFor.addAll(devices);
		return devices.stream().map((_) -> this.evidence).toList();
	}), TestAudits.audit(), this.next);

	private static ObjectProvider<Devices> provider(Devices devices) {
		return new ObjectProvider<>() {
			@Override
			public Stream<Devices> stream() {
				return Stream.of(devices);
			}
		};
	}

	private static Call withGrant(Call call, Grant grant) {
		var caller = (Caller.Delegated) call.caller();
		var evidence = new Evidence(grant, caller.evidence().groups(), caller.evidence().directoryRoles(), null);
		var other = new Caller.Delegated(caller.person(), evidence, caller.tokens());
		return new Call(call.operation(), other, call.path(), call.query(), call.content(), call.terms(), null, null,
				null);
	}

	@AfterEach
	void closeTrail() {
		this.trail.close();
	}

	@Test
	void passesOnWhatIsPermittedWithItsDecision() {
		this.authorize.answer(call(ISOLATE));
		assertThat(this.next.calls).singleElement().extracting(Call::decision).isInstanceOf(Decision.Permit.class);
		assertThat(this.trail.lines()).isEmpty();
	}

	@Test
	void asksForEvidenceOfTheDeviceBeforeAChange() {
		this.authorize.answer(call(ISOLATE));
		assertThat(this.askedFor).containsExactly(new DeviceReference.Machine(MACHINE));
	}

	@Test
	void asksForNoEvidenceBeforeARead() {
		this.authorize.answer(call(GET));
		assertThat(this.askedFor).isEmpty();
		assertThat(this.next.calls).hasSize(1);
	}

	@Test
	void stopsAChangeOfADeviceThatIsNotShownAndWritesItDown() {
		this.evidence = new DeviceEvidence.Hidden(MACHINE, Instant.EPOCH);
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.authorize.answer(call(ISOLATE)));
		assertThat(this.next.calls).isEmpty();
		assertThat(this.trail.lines())
			.containsExactly("refusal tenant ada machines.isolate /api/machines/" + MACHINE + " deny DeviceNotExposed");
	}

	@Test
	void stopsAChangeThatIsNotProven() {
		this.evidence = new DeviceEvidence.Unknown(MACHINE, "Defender does not answer");
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.authorize.answer(call(ISOLATE)));
		assertThat(this.trail.lines()).singleElement().asString().endsWith(" unproven NotKnown");
	}

	@Test
	void stopsAReadWithoutItsScope() {
		var call = withGrant(call(GET), new Grant.Known(Set.of(Scope.MACHINE_ISOLATE), Instant.EPOCH));
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.authorize.answer(call));
		assertThat(this.next.calls).isEmpty();
		assertThat(this.trail.lines()).singleElement().asString().endsWith(" deny ScopeNotConsented");
	}

	@Test
	void leavesAReadThatIsNotProvenToDefender() {
		this.authorize.answer(withGrant(call(GET), new Grant.Unknown()));
		assertThat(this.next.calls).singleElement().extracting(Call::decision).isInstanceOf(Decision.Unproven.class);
	}

}
