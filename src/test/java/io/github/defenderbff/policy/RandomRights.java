package io.github.defenderbff.policy;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.defenderbff.policy.PolicyProperties.WhenUnproven;
import io.github.defenderbff.signin.AccessToken;
import io.github.defenderbff.signin.Caller;
import io.github.defenderbff.signin.ConsentOffers;
import io.github.defenderbff.signin.DirectoryRoles;
import io.github.defenderbff.signin.Evidence;
import io.github.defenderbff.signin.Grant;
import io.github.defenderbff.signin.Groups;
import io.github.defenderbff.signin.Person;
import io.github.defenderbff.signin.Scope;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import org.springframework.beans.factory.support.StaticListableBeanFactory;

/**
 * People, applications and role books at random, of few values, so that many are alike;
 * for the tests of other modules.
 */
public final class RandomRights {

	private RandomRights() {
	}

	/** A transcript, for those outside who cannot see into one. */
	public record Book(RoleBook transcript) {

		/**
		 * All that a caller may do and see, in words, worked out the long way; empty
		 * where anything of it is not known.
		 */
		public Optional<Set<String>> rights(Caller caller) {
			if (!(caller instanceof Caller.Delegated person) || this.transcript.roles().isEmpty()
					|| !(person.evidence().grant() instanceof Grant.Known(var scopes, var _))) {
				return Optional.empty();
			}
			var rights = new TreeSet<String>();
			rights.add("tenant " + person.subject().tenantId());
			scopes.forEach((scope) -> rights.add("scope " + scope));
			var knowsRoles = this.transcript.roles().stream().allMatch((role) -> add(role, person.evidence(), rights));
			return (knowsRoles && addDevices(person.evidence(), rights)) ? Optional.of(rights) : Optional.empty();
		}

		private static boolean add(Role role, Evidence evidence, Set<String> rights) {
			if (!holds(role, evidence)) {
				return (role.groups().isEmpty() || evidence.groups() instanceof Groups.Known)
						&& (role.directoryRoles().isEmpty()
								|| evidence.directoryRoles() instanceof DirectoryRoles.Known);
			}
			role.privileges().forEach((privilege) -> rights.add("privilege " + privilege));
			return true;
		}

		private static boolean holds(Role role, Evidence evidence) {
			return isIn(evidence.groups(), role.groups())
					|| (evidence.directoryRoles() instanceof DirectoryRoles.Known(var ids, var _)
							&& !Collections.disjoint(ids, role.directoryRoles()));
		}

		private static boolean isIn(Groups groups, Collection<String> ids) {
			return groups instanceof Groups.Known(var known, var _) && !Collections.disjoint(known, ids);
		}

		private boolean addDevices(Evidence evidence, Set<String> rights) {
			var all = this.transcript.roles().stream().anyMatch((role) -> role.everyDevice() && holds(role, evidence));
			var listsUngrouped = false;
			for (var group : this.transcript.deviceGroups()) {
				listsUngrouped |= group.name().equals(DeviceGroup.UNGROUPED);
				if (all || group.groups().isEmpty() || isIn(evidence.groups(), group.groups())) {
					rights.add("devices " + group.name());
				}
				else if (evidence.groups() instanceof Groups.Unknown) {
					return false;
				}
			}
			if (all) {
				rights.add("devices " + DeviceGroup.UNGROUPED);
			}
			return all || listsUngrouped;
		}

	}

	/** The rule, by whatever book is in force when it is asked. */
	public static Policy policy(Supplier<Book> inForce) {
		var properties = new PolicyProperties(WhenUnproven.DENY, Map.of());
		var recent = new RecentSignIn(properties, new StaticListableBeanFactory().getBeanProvider(Requirements.class),
				Clock.systemUTC());
		var rule = new PersonalRule(() -> inForce.get().transcript(), new ConsentOffers(Set.of(), true), recent);
		return TestPolicies.policy(rule, new SimpleMeterRegistry(), properties);
	}

	/** Transcripts; most list the devices without a group. */
	public static Arbitrary<Book> books() {
		var privileges = Arbitraries.of(Privilege.VIEW_DATA, Privilege.ACTIVE_REMEDIATION).set().ofMaxSize(2);
		var role = Combinators
			.combine(privileges, ids("g"), ids("d").map((ids) -> ids.stream().limit(1).toList()),
					Arbitraries.of(true, false, false, false))
			.as((granted, groups, directoryRoles, every) -> new Role("role", granted, groups, directoryRoles, every));
		return Combinators
			.combine(role.list().ofMinSize(1).ofMaxSize(2), ids("g"), ids("g"), Arbitraries.of(true, true, true, false))
			.as((roles, servers, ungrouped, lists) -> new Book(new RoleBook(roles, Stream
				.of(new DeviceGroup("Servers", 1, servers), new DeviceGroup(DeviceGroup.UNGROUPED, 2, ungrouped))
				.limit(lists ? 2 : 1)
				.toList())));
	}

	private static Arbitrary<List<String>> ids(String prefix) {
		return Arbitraries.of(prefix + 1, prefix + 2).list().uniqueElements().ofMaxSize(2);
	}

	/** People of two tenants, and some applications. */
	public static Arbitrary<Caller> callers() {
		Arbitrary<Grant> grants = Arbitraries.of(new Grant.Known(Set.of(Scope.MACHINE_READ), Instant.EPOCH),
				new Grant.Known(Set.of(Scope.MACHINE_READ), Instant.EPOCH.plusSeconds(1)),
				new Grant.Known(Set.of(Scope.MACHINE_READ, Scope.MACHINE_ISOLATE), Instant.EPOCH), new Grant.Unknown());
		Arbitrary<Groups> groups = ids("g").<Groups>map((ids) -> new Groups.Known(Set.copyOf(ids), Instant.EPOCH))
			.injectNull(0.1)
			.map((known) -> (known != null) ? known : new Groups.Unknown("overage"));
		Arbitrary<DirectoryRoles> directoryRoles = ids("d")
			.<DirectoryRoles>map((ids) -> new DirectoryRoles.Known(Set.copyOf(ids), Instant.EPOCH))
			.injectNull(0.1)
			.map((known) -> (known != null) ? known : new DirectoryRoles.Unknown("no wids"));
		return Combinators
			.combine(Arbitraries.of("t1", "t1", "t1", "t2"), Arbitraries.of("ada", "bob", "eve"), grants, groups,
					directoryRoles, Arbitraries.of(false, false, false, false, true))
			.as(RandomRights::caller);
	}

	private static Caller caller(String tenant, String id, Grant grant, Groups groups, DirectoryRoles directoryRoles,
			boolean application) {
		return application
				? new Caller.Application(tenant, id, Set.of("Machine.Read.All"), () -> new AccessToken("application"))
				: new Caller.Delegated(new Person(tenant, id, id, id),
						new Evidence(grant, groups, directoryRoles, Instant.EPOCH), () -> new AccessToken(id));
	}

}
