package io.github.defenderbff.policy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.defenderbff.policy.PolicyProperties.WhenUnproven;
import io.github.defenderbff.signin.ConsentOffers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Rules for tests, put together as the context does. */
public final class TestPolicies {

	/** A device group that is open to everybody under {@link #withoutRoles()}. */
	public static final String OPEN_GROUP = "Laptops";

	private TestPolicies() {
	}

	/** No role is known, and one device group, which is open to everybody. */
	public static Policy withoutRoles() {
		return policy(new RoleBook(List.of(), List.of(TestRoleBooks.LAPTOPS)));
	}

	static Policy policy(RoleBook book) {
		return policy(book, WhenUnproven.DENY);
	}

	static Policy policy(RoleBook book, WhenUnproven whenUnproven) {
		var properties = new PolicyProperties(whenUnproven, Map.of());
		return policy(rule(book, Map.of(), Clock.systemUTC()), new SimpleMeterRegistry(), properties);
	}

	static Policy policy(PersonalRule rule, MeterRegistry meters, PolicyProperties properties) {
		return new Policy(rule, new LearnedRefusals(Clock.systemUTC()), new Drift(meters), new Decisions(), properties);
	}

	/** The rule for people, with operations that demand a recent sign-in. */
	static PersonalRule rule(RoleBook book, Map<String, Duration> recentSignIn, Clock clock) {
		var properties = new PolicyProperties(WhenUnproven.DENY, recentSignIn);
		var recent = new RecentSignIn(properties, new StaticListableBeanFactory().getBeanProvider(Requirements.class),
				clock);
		return new PersonalRule(() -> book, new ConsentOffers(Set.of(), true), recent);
	}

}
