package io.github.defenderbff.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.defenderbff.HandMovedClock;
import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import io.github.defenderbff.store.Records;
import io.github.defenderbff.store.TestStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Tokens of one session for several resources, all from one refresh token. */
class OtherTokensTests {

	private static final Resource HUNTING = TestSessions.HUNTING;

	private static final Resource GROUPS = Resource.of("https://graph.example.com/User.Read");

	private static final Duration LIFE = Duration.ofHours(2);

	private final HandMovedClock clock = atNow();

	private final ScriptedProvider provider = new ScriptedProvider(this.clock);

	private final List<Object> events = new CopyOnWriteArrayList<>();

	private final Records<SessionRecord> records = TestStores.shelves(this.clock)
		.records("session", SessionDocument.FORM);

	private final String name = this.records.name("secret");

	private final Records.Held<SessionRecord> first = this.records
		.add(this.name,
				TestSessions.record(this.clock.instant(), this.clock.instant().plus(LIFE), "first-refresh-token"),
				Duration.ofDays(30))
		.orElseThrow();

	private final LiveSession session = replica();

	/** Token responses say how long from now, and not until when. */
	private static HandMovedClock atNow() {
		var clock = new HandMovedClock();
		clock.move(Duration.between(clock.instant(), Instant.now()));
		return clock;
	}

	/** The session as it is at one of several replicas. */
	private LiveSession replica() {
		return new LiveSession(new KeptSession(this.records,
				TestSessions.traces(TestStores.shelves(this.clock), this.events::add), this.name, this.first),
				TestSessions.renewal(this.provider, this.clock), (_) -> {
					throw new AssertionError("nobody asks for groups here");
				}, this.clock, this.events::add);
	}

	private String hunting() {
		return this.session.accessToken(HUNTING).value();
	}

	private List<Set<String>> asked() {
		return this.provider.asked().stream().map(RenewalRequest::getScopes).toList();
	}

	@Test
	void oneIsKeptForEachResource() {
		assertThat(hunting()).isEqualTo("access-token-1");
		assertThat(hunting()).isEqualTo("access-token-1");
		assertThat(this.session.accessToken(GROUPS).value()).isEqualTo("access-token-2");
		assertThat(hunting()).isEqualTo("access-token-1");
		assertThat(asked()).containsExactly(Set.of("https://graph.example.com/ThreatHunting.Read.All"),
				Set.of("https://graph.example.com/User.Read"));
		assertThat(this.session.accessToken().value()).isEqualTo("first-access-token");
	}

	@Test
	void refreshTokenThatCameWithOneServesTheNext() {
		hunting();
		this.session.accessToken(GROUPS);
		this.clock.move(LIFE);
		this.session.accessToken();
		assertThat(this.provider.asked()).extracting((request) -> request.getRefreshToken().getTokenValue())
			.containsExactly("first-refresh-token", "refresh-token-1", "refresh-token-2");
	}

	@Test
	void renewalForDefenderLeavesThemAlone() {
		this.clock.move(LIFE.minusSeconds(61));
		hunting();
		this.clock.move(Duration.ofMinutes(5));
		assertThat(this.session.accessToken().value()).isEqualTo("access-token-2");
		assertThat(hunting()).isEqualTo("access-token-1");
	}

	@Test
	void itIsRenewedNearItsEnd() {
		hunting();
		this.clock.move(LIFE.minusSeconds(70));
		assertThat(hunting()).isEqualTo("access-token-1");
		this.clock.move(Duration.ofSeconds(20));
		assertThat(hunting()).isEqualTo("access-token-2");
	}

	@Test
	void itIsUsedToItsEndWhileTheProviderIsAway() {
		hunting();
		this.provider.refuse("temporarily_unavailable");
		this.clock.move(LIFE.minusSeconds(30));
		assertThat(hunting()).isEqualTo("access-token-1");
		this.clock.move(Duration.ofSeconds(40));
		assertThatExceptionOfType(IdentityProviderUnreachable.class).isThrownBy(this::hunting);
		this.provider.refuse((String) null);
		assertThat(hunting()).startsWith("access-token-");
	}

	@Test
	void oneExchangeServesManyCallsHereAndElsewhere() throws Exception {
		var other = replica();
		Callable<String> call = this::hunting;
		Callable<String> elsewhere = () -> other.accessToken(HUNTING).value();
		this.provider.pause(() -> assertThat(this.provider.asked()).hasSize(1));
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Future<String> each : threads.invokeAll(Collections.nCopies(50, call))) {
				assertThat(each.get()).isEqualTo("access-token-1");
			}
			for (Future<String> each : threads.invokeAll(Collections.nCopies(50, elsewhere))) {
				assertThat(each.get()).isEqualTo("access-token-1");
			}
		}
		assertThat(this.provider.asked()).hasSize(1);
	}

	@Test
	void rejectedOneIsReplacedOnceHoweverManyWereRefusedWithIt() {
		var rejected = this.session.accessToken(HUNTING);
		var groups = this.session.accessToken(GROUPS);
		assertThat(this.session.insteadOf(HUNTING, rejected).value()).isEqualTo("access-token-3");
		assertThat(this.session.insteadOf(HUNTING, rejected).value()).isEqualTo("access-token-3");
		assertThat(this.session.accessToken(GROUPS)).isEqualTo(groups);
		assertThat(this.provider.asked()).hasSize(3);
	}

	@ParameterizedTest
	@CsvSource({ "invalid_grant, consent_required", "interaction_required, consent_required",
			"interaction_required, basic_action", "invalid_grant, basic_action", "consent_required, none" })
	void missingConsentSaysToWhatAndWhereAndEndsNothing(String error, String suberror) {
		this.provider.refuse(Map.of("error", error, "suberror", suberror));
		assertThatExceptionOfType(ConsentMissing.class).isThrownBy(this::hunting).satisfies((missing) -> {
			assertThat(missing.type()).isEqualTo(ProblemType.CONSENT_REQUIRED);
			assertThat(missing.getBody().getDetail()).contains("https://graph.example.com/ThreatHunting.Read.All");
			assertThat(missing.getBody().getProperties())
				.containsEntry("scopes", List.of("https://graph.example.com/ThreatHunting.Read.All"))
				.containsEntry("consent_url", "/login/consent?scope=https://graph.example.com/ThreatHunting.Read.All")
				.containsEntry("admin_consent_url",
						"/login/admin-consent?scope=https://graph.example.com/ThreatHunting.Read.All");
		});
		assertThat(this.session.usable(Duration.ofHours(8))).isTrue();
		assertThat(this.session.accessToken().value()).isEqualTo("first-access-token");
		assertThat(this.events).isEmpty();
	}

	@Test
	void whatWasRefusedForThePersonIsNotAskedForAgainAtOnce() {
		this.provider.refuse(Map.of("error", "invalid_grant", "suberror", "consent_required"));
		assertThatExceptionOfType(ConsentMissing.class).isThrownBy(this::hunting);
		assertThatExceptionOfType(ConsentMissing.class).isThrownBy(this::hunting);
		assertThat(this.provider.asked()).hasSize(1);
		this.provider.refuse((String) null);
		assertThat(this.session.accessToken(GROUPS).value()).isEqualTo("access-token-2");
		this.clock.move(Duration.ofSeconds(30));
		assertThat(hunting()).isEqualTo("access-token-3");
	}

	@ParameterizedTest
	@ValueSource(strings = { "invalid_grant", "invalid_client", "invalid_scope" })
	void otherRefusalsEndNothingEither(String error) {
		this.provider.refuse(error);
		assertThatExceptionOfType(Failure.class).isThrownBy(this::hunting);
		assertThat(this.session.usable(Duration.ofHours(8))).isTrue();
		assertThat(this.session.accessToken().value()).isEqualTo("first-access-token");
	}

	@Test
	void noneIsGivenWhereThePersonHasToSignInFirst() {
		hunting();
		this.session.challenged(this.session.accessToken(), new Claims("{}"));
		assertThatExceptionOfType(StepUpRequired.class).isThrownBy(this::hunting);
		assertThat(this.session.record().tokens().others()).isEmpty();
		assertThat(this.provider.asked()).hasSize(1);
	}

	@Test
	void noneIsGivenAfterTheEnd() {
		hunting();
		this.session.end();
		assertThatExceptionOfType(SessionEnded.class).isThrownBy(this::hunting);
		assertThat(this.session.record().tokens()).isEqualTo(TokenSet.NONE);
	}

	@Test
	void thoseThatEndedAreNotKept() {
		hunting();
		this.clock.move(LIFE);
		this.session.accessToken(GROUPS);
		assertThat(this.session.record().tokens().others()).containsOnlyKeys(GROUPS);
	}

	@Test
	void whatNobodyDeclaredIsNotAskedFor() {
		var mail = Resource.of("https://graph.example.com/Mail.Read");
		assertThatIllegalArgumentException().isThrownBy(() -> this.session.accessToken(mail));
		assertThat(this.provider.asked()).isEmpty();
	}

	@Test
	void noneShowsInTheTextForm() {
		hunting();
		assertThat(this.session.record().tokens().toString()).doesNotContain("access-token", "refresh-token");
		assertThat(this.session.record().tokens().others().toString()).doesNotContain("access-token");
	}

}
