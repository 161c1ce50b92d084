package io.github.defenderbff.signin;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.defenderbff.signin.TestSessions.RESOURCE;
import static org.assertj.core.api.Assertions.assertThat;

/** What the token response's scope parameter says. */
class GrantTests {

	private static final Instant NOW = Instant.EPOCH;

	@ParameterizedTest
	@ValueSource(strings = { "https://api.securitycenter.microsoft.com/Machine.Read", "Machine.Read", "machine.read",
			"HTTPS://API.SECURITYCENTER.MICROSOFT.COM/MACHINE.READ",
			"https://api.securitycenter.microsoft.com//Machine.Read", "openid profile  Machine.Read offline_access",
			"Machine.Read Machine.Read", "Machine.Read Machine.Unheard.Of" })
	void isReadInEveryFormItIsSentIn(String parameter) {
		assertThat(Grant.of(parameter, RESOURCE, NOW)).isEqualTo(new Grant.Known(Set.of(Scope.MACHINE_READ), NOW));
		assertThat(Grant.of(parameter, RESOURCE + "/", NOW))
			.isEqualTo(new Grant.Known(Set.of(Scope.MACHINE_READ), NOW));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", "openid profile", "https://graph.microsoft.com/User.Read.All",
			"https://evil.example/Machine.Read", "https://api.securitycenter.microsoft.com.evil.example/Machine.Read",
			"api://other/Machine.Isolate", "https://api.securitycenter.microsoft.com/v1/Machine.Read",
			"https://api.securitycenter.microsoft.com/.default", "/Machine.Read" })
	void isKnownToBeEmptyWhereNoScopeOfOursIsNamed(String parameter) {
		assertThat(Grant.of(parameter, RESOURCE, NOW)).isEqualTo(new Grant.Known(Set.of(), NOW));
	}

	@Test
	void isUnknownWhenTheProviderDidNotSay() {
		assertThat(Grant.of(null, RESOURCE, NOW)).isEqualTo(new Grant.Unknown());
		assertThat(Arrays.stream(Scope.values())).noneMatch(new Grant.Unknown()::covers);
	}

	@Test
	void takesSeveralScopes() {
		var grant = Grant.of("Machine.Read " + RESOURCE + "/Machine.Isolate", RESOURCE, NOW);
		assertThat(grant.covers(Scope.MACHINE_READ)).isTrue();
		assertThat(grant.covers(Scope.MACHINE_ISOLATE)).isTrue();
		assertThat(grant.covers(Scope.MACHINE_READ_WRITE)).isFalse();
	}

	@ParameterizedTest
	@EnumSource
	void readsWhatWasAskedFor(Scope scope) {
		assertThat(Grant.of(scope.qualified(RESOURCE), RESOURCE, NOW)).isEqualTo(new Grant.Known(Set.of(scope), NOW));
		assertThat(scope.qualified(RESOURCE)).isEqualTo(scope.qualified(RESOURCE + "/"));
	}

}
