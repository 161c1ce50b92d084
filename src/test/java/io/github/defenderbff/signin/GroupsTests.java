package io.github.defenderbff.signin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.springframework.security.oauth2.core.ClaimAccessor;

import static org.assertj.core.api.Assertions.assertThat;

/** What the ID token says of groups. */
class GroupsTests {

	private static final Instant NOW = Instant.EPOCH;

	private static Groups of(Map<String, Object> claims) {
		ClaimAccessor accessor = () -> claims;
		return Groups.of(accessor, NOW);
	}

	@Test
	void areKnownWhereTheTokenListsThem() {
		assertThat(of(Map.of("groups", List.of("a", "b")))).isEqualTo(new Groups.Known(Set.of("a", "b"), NOW));
		assertThat(of(Map.of("groups", List.of("a", "a")))).isEqualTo(new Groups.Known(Set.of("a"), NOW));
	}

	@Test
	void areKnownToBeNoneWhereTheListIsEmpty() {
		assertThat(of(Map.of("groups", List.of()))).isEqualTo(new Groups.Known(Set.of(), NOW));
	}

	@Test
	void areUnknownWithoutTheClaim() {
		assertThat(of(Map.of())).isInstanceOf(Groups.Unknown.class);
	}

	@Test
	void areUnknownWhenThereAreTooManyToList() {
		assertThat(of(Map.of("_claim_names", Map.of("groups", "src1"), "_claim_sources",
				Map.of("src1", Map.of("endpoint", "https://graph.windows.net/t/users/u/getMemberObjects")))))
			.isInstanceOf(Groups.Unknown.class);
		assertThat(of(Map.of("hasgroups", true))).isInstanceOf(Groups.Unknown.class);
		assertThat(of(Map.of("hasgroups", "true"))).isInstanceOf(Groups.Unknown.class);
	}

	@Test
	void areNeverTakenFromAListThatAnOverageMarkerContradicts() {
		assertThat(of(Map.of("groups", List.of("a"), "hasgroups", true))).isInstanceOf(Groups.Unknown.class);
	}

	@Test
	void areKnownWhenAnotherClaimIsElsewhere() {
		assertThat(of(Map.of("groups", List.of("a"), "_claim_names", Map.of("roles", "src1"), "hasgroups", false)))
			.isEqualTo(new Groups.Known(Set.of("a"), NOW));
	}

}
