package io.github.defenderbff.signin;

import java.time.Instant;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which scopes go where. */
class ResourceScopesTests {

	private static final String READ = TestSessions.RESOURCE + "/Machine.Read";

	private static final String ISOLATE = TestSessions.RESOURCE + "/Machine.Isolate";

	private static final String GRAPH = "https://graph.example.com/User.Read";

	private static final Set<String> STANDARD = Set.of("openid", "offline_access");

	private final ResourceScopes with = TestSessions.scopes(true);

	private final ResourceScopes without = TestSessions.scopes(false);

	@Test
	void ofGraphIsAskedForOnlyWhereGraphIsUsed() {
		assertThat(this.with.ofSignIn(STANDARD)).containsExactlyInAnyOrder("openid", "offline_access", READ, GRAPH);
		assertThat(this.without.ofSignIn(STANDARD)).containsExactlyInAnyOrder("openid", "offline_access", READ);
	}

	@Test
	void ofGraphIsNotForTheFirstToken() {
		assertThat(this.with.ofFirstToken(Set.of("openid", READ, GRAPH))).containsExactlyInAnyOrder("openid", READ);
		assertThat(this.without.ofFirstToken(Set.of("openid", READ))).as("as the standard has it").isEmpty();
	}

	@Test
	void ofOtherResourcesAreThoseThatAreDeclared() {
		assertThat(this.with.of(Resource.of(GRAPH))).containsExactly(GRAPH);
		assertThat(this.with.elsewhere("HTTPS://graph.example.com/user.read")).contains(GRAPH);
		assertThat(this.without.elsewhere(GRAPH)).isEmpty();
		assertThat(this.with.elsewhere("https://graph.example.com/Mail.Read")).isEmpty();
	}

	@Test
	void ofDefenderAreWhatWasGranted() {
		var granted = new Grant.Known(Set.of(Scope.MACHINE_ISOLATE), Instant.EPOCH);
		assertThat(this.with.ofDefender(granted)).containsExactly(ISOLATE);
		assertThat(this.without.ofDefender(granted)).isEmpty();
	}

	@Test
	void ofDefenderAreThoseOfTheSignInWhereTheGrantIsNotKnown() {
		assertThat(this.with.ofDefender(new Grant.Unknown())).containsExactly(READ);
		assertThat(this.with.ofDefender(new Grant.Known(Set.of(), Instant.EPOCH))).containsExactly(READ);
	}

}
