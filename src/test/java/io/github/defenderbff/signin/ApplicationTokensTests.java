package io.github.defenderbff.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.defenderbff.HandMovedClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** How long this service's own token is used, and how it is fetched. */
class ApplicationTokensTests {

	private static final Duration HOUR = Duration.ofHours(1);

	private final HandMovedClock clock = new HandMovedClock();

	private final Provider provider = new Provider();

	private final ApplicationTokens tokens = new ApplicationTokens(TestSessions.registrations(), this.provider,
			TestSessions.RESOURCE, this.clock);

	/** Token responses say how long from now, and not until when. */
	ApplicationTokensTests() {
		this.clock.move(Duration.between(this.clock.instant(), Instant.now()));
	}

	@Test
	void isAskedForWithTheOneRegistrationAndEverythingThatWasAssigned() {
		this.tokens.accessToken();
		assertThat(this.provider.requests).singleElement().satisfies((request) -> {
			var registration = request.getClientRegistration();
			assertThat(registration.getClientId()).isEqualTo("client");
			assertThat(registration.getClientSecret()).isEqualTo("secret");
			assertThat(registration.getScopes()).isEqualTo(Set.of(TestSessions.RESOURCE + "/.default"));
		});
	}

	@Test
	void isAnotherOneForAnotherResourceWhicheverScopesThatNames() {
		var graph = new Resource("https://graph.example.com", Set.of("User.Read"));
		assertThat(this.tokens.accessToken().value()).isEqualTo("token-1");
		var other = this.tokens.accessToken(TestSessions.HUNTING);
		assertThat(other.value()).isEqualTo("token-2");
		assertThat(this.tokens.accessToken(graph)).isEqualTo(other);
		assertThat(this.tokens.insteadOf(graph, other).value()).isEqualTo("token-3");
		assertThat(this.tokens.accessToken().value()).isEqualTo("token-1");
		assertThat(this.provider.requests).extracting((request) -> request.getClientRegistration().getScopes())
			.containsExactly(Set.of(TestSessions.RESOURCE + "/.default"), Set.of("https://graph.example.com/.default"),
					Set.of("https://graph.example.com/.default"));
	}

	@Test
	void isKeptUntilAMinuteBeforeItsEnd() {
		assertThat(this.tokens.accessToken().value()).isEqualTo("token-1");
		this.clock.move(HOUR.minusSeconds(70));
		assertThat(this.tokens.accessToken().value()).isEqualTo("token-1");
		this.clock.move(Duration.ofSeconds(20));
		assertThat(this.tokens.accessToken().value()).isEqualTo("token-2");
	}

	@Test
	void isFetchedOnceForManyCalls() throws Exception {
		assertThat(together(50)).hasSize(50).containsOnly("token-1");
		assertThat(this.provider.asked).hasValue(1);
	}

	@Test
	void failureIsToldToAllWhoWaitedAndNotKept() throws Exception {
		this.provider.error = "server_error";
		this.provider.slow = true;
		assertThat(together(20)).hasSize(20).containsOnly("IdentityProviderUnreachable");
		assertThat(this.provider.asked.get()).isLessThan(20);
		this.provider.error = null;
		assertThat(this.tokens.accessToken().value()).startsWith("token-");
	}

	@Test
	void isUsedToItsEndWhileTheProviderIsAway() {
		this.tokens.accessToken();
		this.provider.error = "temporarily_unavailable";
		this.clock.move(HOUR.minusSeconds(30));
		assertThat(this.tokens.accessToken().value()).isEqualTo("token-1");
		this.clock.move(Duration.ofSeconds(40));
		assertThatExceptionOfType(IdentityProviderUnreachable.class).isThrownBy(this.tokens::accessToken);
	}

	@Test
	void providerWhoseMetadataCannotBeHadIsAway() {
		var away = new SupplierClientRegistrationRepository(() -> {
			throw new IdentityProviderUnreachable(
					new IllegalStateException("Unable to resolve Configuration with the provided Issuer"));
		});
		var waiting = new ApplicationTokens(away, this.provider, TestSessions.RESOURCE, this.clock);
		assertThatExceptionOfType(IdentityProviderUnreachable.class).isThrownBy(waiting::accessToken);
	}

	@Test
	void isNotToBeHadWithACredentialThatTheProviderRejects() {
		this.provider.error = "invalid_client";
		assertThatExceptionOfType(ClientCredentialRejected.class).isThrownBy(this.tokens::accessToken);
	}

	@Test
	void isReplacedOnceHoweverManyCallsItWasRejectedFor() {
		var rejected = this.tokens.accessToken();
		assertThat(this.tokens.insteadOf(rejected).value()).isEqualTo("token-2");
		assertThat(this.tokens.insteadOf(rejected).value()).isEqualTo("token-2");
		assertThat(this.provider.asked).hasValue(2);
	}

	@Test
	void rejectedTokenIsNotUsedAgainThoughTheProviderIsAway() {
		var rejected = this.tokens.accessToken();
		this.provider.error = "temporarily_unavailable";
		assertThatExceptionOfType(IdentityProviderUnreachable.class).isThrownBy(() -> this.tokens.insteadOf(rejected));
		assertThatExceptionOfType(IdentityProviderUnreachable.class).isThrownBy(this.tokens::accessToken);
	}

	@Test
	void endOfOneCallIsNotTheEndForOthers() {
		var token = this.tokens.accessToken();
		this.tokens.end();
		assertThat(this.tokens.accessToken()).isEqualTo(token);
	}

	/** What each of so many calls got: the token, or the name of its failure. */
	private List<String> together(int calls) throws InterruptedException {
		var begun = new CountDownLatch(calls);
		Callable<String> call = () -> {
			begun.countDown();
			begun.await();
			return this.tokens.accessToken().value();
		};
		var results = new ArrayList<String>();
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var all = new ArrayList<Future<String>>();
			for (var number = 0; number < calls; number++) {
				all.add(threads.submit(call));
			}
			for (var each : all) {
				results.add(result(each));
			}
		}
		return results;
	}

	private static String result(Future<String> call) throws InterruptedException {
		try {
			return call.get();
		}
		catch (ExecutionException ex) {
			return Objects.requireNonNull(ex.getCause()).getClass().getSimpleName();
		}
	}

	/** A token endpoint that answers as it is told to. */
	private final class Provider implements OAuth2AccessTokenResponseClient<OAuth2ClientCredentialsGrantRequest> {

		private final AtomicInteger asked = new AtomicInteger();

		private final List<OAuth2ClientCredentialsGrantRequest> requests = new ArrayList<>();

		private volatile @Nullable String error;

		private volatile boolean slow;

		@Override
		public OAuth2AccessTokenResponse getTokenResponse(OAuth2ClientCredentialsGrantRequest request) {
			var number = this.asked.incrementAndGet();
			pause();
			var refusal = this.error;
			if (refusal != null) {
				throw new OAuth2AuthorizationException(new OAuth2Error(refusal));
			}
			this.requests.add(request);
			return OAuth2AccessTokenResponse.withToken("token-" + number)
				.tokenType(OAuth2AccessToken.TokenType.BEARER)
				.expiresIn(Duration.between(Instant.now(), clock.instant()).plus(HOUR).toSeconds())
				.build();
		}

		private void pause() {
			try {
				Thread.sleep(this.slow ? 100 : 0);
			}
			catch (InterruptedException _) {
				Thread.currentThread().interrupt();
			}
		}

	}

}
