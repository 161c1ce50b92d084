package io.github.defenderbff.policy;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.github.defenderbff.policy.Decision.Deny;
import io.github.defenderbff.policy.Decision.Permit;
import io.github.defenderbff.policy.Decision.Unproven;
import io.github.defenderbff.policy.DeviceEvidence.Hidden;
import io.github.defenderbff.policy.DeviceEvidence.Shown;
import io.github.defenderbff.policy.DeviceEvidence.Unknown;
import io.github.defenderbff.policy.Reason.ApplicationOnly;
import io.github.defenderbff.policy.Reason.DeviceNotExposed;
import io.github.defenderbff.policy.Reason.NotKnown;
import io.github.defenderbff.policy.Reason.PrivilegeMissing;
import io.github.defenderbff.policy.Reason.ScopeNotConsented;
import io.github.defenderbff.signin.Caller;
import io.github.defenderbff.signin.Scope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import static io.github.defenderbff.policy.TestCallers.caller;
import static io.github.defenderbff.policy.TestCallers.withDirectoryRole;
import static io.github.defenderbff.policy.TestCallers.withUnknownGrant;
import static io.github.defenderbff.policy.TestCallers.withUnknownGroups;
import static io.github.defenderbff.policy.TestRequirements.APPLICATION_ONLY;
import static io.github.defenderbff.policy.TestRequirements.ISOLATE;
import static io.github.defenderbff.policy.TestRequirements.READ;
import static io.github.defenderbff.policy.TestRequirements.READ_WITHOUT_PRIVILEGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/** The rule: grant, privileges and exposure must all allow it. */
class PolicyTests {

	private static final Instant AS_OF = Instant.parse("2026-01-01T00:00:00Z");

	private static final Caller RESPONDER = caller(Set.of("responders"), Scope.MACHINE_ISOLATE);

	private static final Targets NO_DEVICE = Targets.NONE;

	private static final Targets NEVER_ASKED = new Targets("web-1", () -> {
		throw new AssertionError("evidence may cost a call, and was not needed");
	});

	private final Policy policy = TestPolicies.policy(TestRoleBooks.USUAL);

	private final Policy withoutRoleBook = TestPolicies.policy(RoleBook.NONE);

	private static Targets shown(@Nullable String group) {
		return new Targets("web-1", () -> List.of(new Shown("web-1", group, AS_OF)));
	}

	private Decision isolate(Caller caller, DeviceEvidence... devices) {
		return this.policy.decide(caller, ISOLATE, new Targets("web-1", () -> List.of(devices)));
	}

	@Test
	void permitsWhatGrantPrivilegesAndExposureAllow() {
		assertThat(this.policy.decide(RESPONDER, ISOLATE, shown("Servers"))).isInstanceOf(Permit.class);
	}

	@Nested
	class OfTheGrant {

		@Test
		void deniesWithoutTheScopeAndSaysWhereToConsent() {
			var caller = caller(Set.of("responders"), Scope.MACHINE_READ);
			assertThat(policy.decide(caller, ISOLATE, NEVER_ASKED).reasons())
				.containsExactly(new ScopeNotConsented(List.of("Machine.Isolate"), TestCallers.AS_OF,
						"/login/consent?scope=Machine.Isolate", "/login/admin-consent?scope=Machine.Isolate"));
		}

		@Test
		void isSatisfiedByAnyOneScope() {
			for (var scope : READ.anyScope()) {
				assertThat(policy.decide(caller(Set.of("analysts"), scope), READ, NO_DEVICE))
					.isInstanceOf(Permit.class);
			}
		}

		@Test
		void isUnprovenWhenTheProviderDidNotSay() {
			assertThat(policy.decide(withUnknownGrant("responders"), ISOLATE, NO_DEVICE))
				.asInstanceOf(type(Unproven.class))
				.satisfies((unproven) -> assertThat(unproven.reasons()).singleElement()
					.asInstanceOf(type(NotKnown.class))
					.extracting(NotKnown::part)
					.isEqualTo("grant"));
		}

		@Test
		void neverLetsAPersonUseWhatIsForApplicationsOnly() {
			var everything = caller(Set.of("responders", "analysts"), Scope.values());
			assertThat(policy.decide(everything, APPLICATION_ONLY, NEVER_ASKED)).isEqualTo(
					new Deny(List.of(new ApplicationOnly(List.of("Machine.Read.All", "Machine.ReadWrite.All")))));
		}

	}

	@Nested
	class OfThePrivileges {

		@Test
		void deniesWithoutARoleAndNamesTheRolesThatWouldDo() {
			assertThat(policy.decide(caller(Set.of("analysts"), Scope.MACHINE_ISOLATE), ISOLATE, NEVER_ASKED).reasons())
				.containsExactly(new PrivilegeMissing(List.of(Privilege.ACTIVE_REMEDIATION), List.of("Analyst"),
						List.of("Responder", "Administrator"), false, TestCallers.AS_OF));
		}

		@Test
		void isSatisfiedByAnyOnePrivilege() {
			var investigators = TestRoleBooks.role("Investigators", List.of("g"), Privilege.ALERTS_INVESTIGATION);
			var book = TestPolicies.policy(new RoleBook(List.of(investigators), List.of()));
			assertThat(book.decide(caller(Set.of("g"), Scope.MACHINE_READ), READ, NO_DEVICE))
				.isInstanceOf(Permit.class);
		}

		@Test
		void asksForNoneWhereNoneIsDocumented() {
			assertThat(withoutRoleBook.decide(caller(Set.of(), Scope.MACHINE_READ), READ_WITHOUT_PRIVILEGE, NO_DEVICE))
				.isInstanceOf(Permit.class);
		}

		@Test
		void isUnprovenWithoutARoleBook() {
			assertThat(withoutRoleBook.decide(RESPONDER, ISOLATE, NO_DEVICE))
				.isEqualTo(new Unproven(List.of(NotKnown.privileges("no role book is configured"))));
		}

		@Test
		void isUnprovenWhenGroupsAreUnknown() {
			assertThat(policy.decide(withUnknownGroups(Scope.MACHINE_ISOLATE), ISOLATE, NO_DEVICE))
				.isEqualTo(new Unproven(List.of(NotKnown.privileges("the ID token has no groups claim"))));
		}

		@Test
		void countsDirectoryRoles() {
			var administrator = withDirectoryRole("security-administrator", Scope.MACHINE_ISOLATE);
			assertThat(policy.decide(administrator, ISOLATE, NO_DEVICE)).isInstanceOf(Permit.class);
		}

	}

	@Nested
	class OfTheExposure {

		@Test
		void deniesADeviceThatDefenderDoesNotShow() {
			assertThat(isolate(RESPONDER, new Hidden("web-1", AS_OF)).reasons())
				.containsExactly(new DeviceNotExposed("web-1", null, AS_OF));
		}

		@Test
		void deniesADeviceOfAGroupThatIsNotExposed() {
			var servers = new DeviceGroup("Servers", 1, List.of("server-team"));
			var book = TestPolicies.policy(new RoleBook(List.of(TestRoleBooks.RESPONDER), List.of(servers)));
			assertThat(book.decide(RESPONDER, ISOLATE, shown("Servers")).reasons())
				.containsExactly(new DeviceNotExposed("web-1", "Servers", AS_OF));
		}

		@Test
		void isOpenToEverybodyWhereNobodyIsAttached() {
			assertThat(policy.decide(RESPONDER, ISOLATE, shown("Laptops"))).isInstanceOf(Permit.class);
		}

		@Test
		void isOpenToARoleThatSeesEveryDevice() {
			var administrator = withDirectoryRole("security-administrator", Scope.MACHINE_ISOLATE);
			assertThat(policy.decide(administrator, ISOLATE, shown("Servers"))).isInstanceOf(Permit.class);
		}

		@Test
		void isUnprovenForAGroupTheRoleBookDoesNotName() {
			assertThat(policy.decide(RESPONDER, ISOLATE, shown("Printers"))).isInstanceOf(Unproven.class);
		}

		@Test
		void isUnprovenForADeviceWithoutAGroup() {
			assertThat(policy.decide(RESPONDER, ISOLATE, shown(null))).isInstanceOf(Unproven.class);
		}

		@Test
		void isUnprovenWithoutEvidence() {
			assertThat(isolate(RESPONDER, new Unknown("web-1", "Defender does not answer")))
				.isEqualTo(new Unproven(List.of(NotKnown.exposure("Defender does not answer"))));
		}

		@Test
		void mustHoldForEveryDevice() {
			var decision = isolate(RESPONDER, new Shown("web-1", "Servers", AS_OF), new Unknown("web-2", "no answer"),
					new Hidden("web-3", AS_OF));
			assertThat(decision.reasons()).containsExactly(new DeviceNotExposed("web-3", null, AS_OF));
			assertThat(decision).isInstanceOfSatisfying(Deny.class,
					(denial) -> assertThat(denial.unknown()).extracting(Reason::type).containsExactly("NotKnown"));
		}

	}

	@Nested
	class AsAWhole {

		@Test
		void givesAllReasonsAtOnce() {
			assertThat(policy.decide(caller(Set.of()), ISOLATE, NEVER_ASKED).reasons()).extracting(Reason::type)
				.containsExactly("ScopeNotConsented", "PrivilegeMissing");
		}

		@Test
		void isADenialWhenOnePartIsUnknownAndAnotherDenies() {
			assertThat(policy.decide(withUnknownGrant("analysts"), ISOLATE, NEVER_ASKED)).isInstanceOf(Deny.class);
			assertThat(policy.decide(withUnknownGroups(Scope.MACHINE_READ), ISOLATE, NEVER_ASKED))
				.isInstanceOf(Deny.class);
		}

		@Test
		void namesEveryUnknownPart() {
			var nothingKnown = withoutRoleBook.decide(withUnknownGrant(), ISOLATE,
					new Targets("web-1", () -> List.of(new Unknown("web-1", "no answer"))));
			assertThat(nothingKnown.reasons()).map((reason) -> ((NotKnown) reason).part())
				.containsExactly("grant", "privileges", "exposure");
		}

	}

}
