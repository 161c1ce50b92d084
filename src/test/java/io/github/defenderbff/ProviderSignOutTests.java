package io.github.defenderbff;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.defenderbff.Client.Answer;
import io.github.sandbox.entra.EntraLookAlike;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What happens here when somebody signs out at the identity provider. */
@OnSandbox
class ProviderSignOutTests {

	private static final String MACHINE = "/api/machines/" + Machines.SERVER.id();

	private static final String FRONT = "/logout/provider/front-channel";

	private static final String BACK = "/logout/provider/back-channel";

	private static final Map<String, Object> EVENT = Map.of("http://schemas.openid.net/event/backchannel-logout",
			Map.of());

	private static final Pattern FRAME = Pattern.compile("<iframe src=\"([^\"]+)\"");

	private final Bff bff;

	private final EntraLookAlike entra;

	ProviderSignOutTests(Bff bff) {
		this.bff = bff;
		this.entra = bff.sandbox().entra();
	}

	/**
	 * Signs out at the provider, whose page shows a frame of ours; that is its address.
	 */
	private String frameAfterSigningOutAtTheProvider(Client client) {
		try (var browser = client.browser("/nothing")) {
			var page = browser.open(this.entra.issuer().resolve("oauth2/v2.0/logout"));
			var frame = FRAME.matcher(page.body());
			assertThat(frame.find()).isTrue();
			return frame.group(1).replace("&amp;", "&");
		}
	}

	private static String pathOf(String address) {
		var parts = UriComponentsBuilder.fromUriString(address).build();
		return parts.getPath() + "?" + parts.getQuery();
	}

	@Test
	void frameOfTheProvidersPageEndsTheSessionWithoutACookie() {
		this.entra.frontChannelLogoutUri(this.bff.address().resolve(FRONT));
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var ada = this.bff.signIn(People.ADA_ADMIN);
		var frame = frameAfterSigningOutAtTheProvider(rune);
		var answer = this.bff.anonymous()
			.get(pathOf(frame), "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Dest", "iframe");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
		Problems.assertProblem(rune.get(MACHINE), 401, "session-expired");
		assertThat(ada.get(MACHINE).status()).as("somebody else").isEqualTo(200);
	}

	@Test
	void onlyTheProviderMayShowTheFrame() {
		var answer = frontChannel(this.entra.issuer().toString(), "nobody");
		assertThat(answer.header("Content-Security-Policy"))
			.endsWith("frame-ancestors http://localhost:" + this.entra.issuer().getPort());
		assertThat(answer.header("X-Frame-Options")).isEmpty();
		assertThat(this.bff.anonymous().get("/api/session").header("Content-Security-Policy"))
			.contains("frame-ancestors 'none'");
	}

	private Answer frontChannel(String issuer, String sid) {
		return this.bff.anonymous()
			.get(UriComponentsBuilder.fromPath(FRONT)
				.queryParam("iss", "{iss}")
				.queryParam("sid", "{sid}")
				.encode()
				.buildAndExpand(issuer, sid)
				.toUriString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://elsewhere.example.com", "" })
	void frameOfAnotherIssuerEndsNothing(String issuer) {
		Problems.assertProblem(frontChannel(issuer, "any"), 400, "invalid-parameter");
	}

	@Test
	void frameWithoutASessionIdEndsNothing() {
		Problems.assertProblem(this.bff.anonymous().get(FRONT), 400, "invalid-parameter");
	}

	private String logoutToken(Map<String, ? extends @Nullable Object> claims) {
		var all = new HashMap<String, @Nullable Object>(Map.of("events", EVENT));
		all.put("roles", null);
		all.putAll(claims);
		return this.entra.daemonToken(all);
	}

	private Answer backChannel(String token) {
		return this.bff.anonymous()
			.send("POST", BACK, "logout_token=" + token, "Content-Type", "application/x-www-form-urlencoded");
	}

	private String sidOf(Client client) {
		this.entra.frontChannelLogoutUri(this.bff.address().resolve(FRONT));
		return String.valueOf(UriComponentsBuilder.fromUriString(frameAfterSigningOutAtTheProvider(client))
			.build()
			.getQueryParams()
			.getFirst("sid"));
	}

	@Test
	void tokenOfTheProviderEndsTheSessionItNames() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var again = this.bff.signIn(People.RUNE_RESPONDER);
		var answer = backChannel(logoutToken(Map.of("sid", sidOf(rune))));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
		Problems.assertProblem(rune.get(MACHINE), 401, "session-expired");
		assertThat(again.get(MACHINE).status()).as("another session").isEqualTo(200);
	}

	@Test
	void auditDoesNotTakeTheProvidersAddressForThePersons() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var sid = sidOf(rune);
		try (var audit = new AuditCapture()) {
			backChannel(logoutToken(Map.of("sid", sid)));
			var end = audit.only("session-end");
			assertThat(AuditCapture.text(end, "/event/reason")).isEqualTo("signed-out-at-provider");
			assertThat(AuditCapture.text(end, "/source/ip")).isEqualTo("127.0.0.1");
			assertThat(end.at("/client").isMissingNode()).isTrue();
		}
	}

	@Test
	void tokenCountsOnce() {
		var token = logoutToken(Map.of("sid", "nobody"));
		assertThat(backChannel(token).status()).isEqualTo(200);
		Problems.assertProblem(backChannel(token), 400, "invalid-parameter");
	}

	static Stream<Arguments> unacceptable() {
		var without = new HashMap<String, @Nullable Object>();
		without.put("jti", null);
		var old = Instant.now().minusSeconds(3600);
		return Stream.of(arguments("no event", Map.of("events", Map.of())),
				arguments("another client", Map.of("aud", "somebody-else")),
				arguments("another issuer", Map.of("iss", "https://elsewhere.example.com")),
				arguments("a nonce", Map.of("nonce", "n")), arguments("no id", without),
				arguments("long ago", Map.of("iat", old)), arguments("expired", Map.of("exp", old)));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void unacceptable(String why, Map<String, @Nullable Object> claims) {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var all = new HashMap<String, @Nullable Object>(Map.of("sid", sidOf(rune)));
		all.putAll(claims);
		Problems.assertProblem(backChannel(logoutToken(all)), 400, "invalid-parameter");
		assertThat(rune.get(MACHINE).status()).isEqualTo(200);
	}

	@Test
	void tokenThatSomebodyElseSignedEndsNothing() {
		Problems.assertProblem(backChannel(this.entra.forgedDaemonToken()), 400, "invalid-parameter");
		Problems.assertProblem(backChannel("rubbish"), 400, "invalid-parameter");
		Problems.assertProblem(
				this.bff.anonymous().send("POST", BACK, "", "Content-Type", "application/x-www-form-urlencoded"), 400,
				"invalid-parameter");
	}

}
