package io.github.defenderbff.signin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.defenderbff.HandMovedClock;
import io.github.defenderbff.problem.SettingProblem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** What is taken from Graph, and what is not. */
class GraphGroupsTests {

	private final HandMovedClock clock = new HandMovedClock();

	private final AtomicInteger asked = new AtomicInteger();

	private final HttpServer server;

	private final Purse purse = new Purse();

	private volatile IntFunction<String> pages = (_) -> "{\"value\":[]}";

	GraphGroupsTests() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			var known = "Bearer graph-token".equals(exchange.getRequestHeaders().getFirst("Authorization"));
			var page = this.pages.apply(this.asked.getAndIncrement()).getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().add("Content-Type", "application/json");
			exchange.sendResponseHeaders(known ? 200 : 401, page.length);
			exchange.getResponseBody().write(page);
		}
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	private String base() {
		return "http://localhost:" + this.server.getAddress().getPort() + "/v1.0";
	}

	private Groups groups() {
		return new GraphGroups(new GraphProperties(true, "https://graph.example.com/User.Read", URI.create(base())),
				this.clock)
			.groupsOf(this.purse);
	}

	private void unknown(String why) {
		assertThat(groups()).isInstanceOfSatisfying(Groups.Unknown.class,
				(unknown) -> assertThat(unknown.why()).contains("groups overage", why));
	}

	@Test
	void areTakenFromAllPages() {
		this.pages = (page) -> (page == 0)
				? "{\"@odata.nextLink\":\"%s/me/transitiveMemberOf?$skiptoken=a\",\"value\":[{\"id\":\"a\"},{\"id\":\"b\"}]}"
					.formatted(base())
				: "{\"value\":[{\"id\":\"b\",\"displayName\":null},{\"id\":\"c\"}]}";
		assertThat(groups()).isEqualTo(new Groups.Known(Set.of("a", "b", "c"), this.clock.instant()));
		assertThat(this.asked).hasValue(2);
	}

	@Test
	void mayBeNone() {
		assertThat(groups()).isEqualTo(new Groups.Known(Set.of(), this.clock.instant()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<html>", "{}", "[]", "{\"value\":{}}", "{\"value\":[{}]}", "{\"value\":[{\"id\":1}]}",
			"{\"value\":[{\"id\":null}]}", "{\"value\":[\"a\"]}", "{\"value\":[" })
	void areUnknownWhenThePageIsNone(String page) {
		this.pages = (_) -> page;
		unknown("Graph's answer could not be read");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://graph.attacker.example/v1.0/me", "http://localhost:1/v1.0/me",
			"//localhost/v1.0/me", "/v1.0/me", "me?page=2", "", "{base}", "{base}x/me", "{base}/../beta/me",
			"{base}/%2e%2e/beta/me", "{base}@attacker.example/v1.0/me", "http://a@localhost:{port}/v1.0/me",
			"https://localhost:{port}/v1.0/me", "ftp://localhost:{port}/v1.0/me", "{base}/me /a", "not a link" })
	void areUnknownWhenTheNextPageIsElsewhere(String link) {
		var port = Integer.toString(this.server.getAddress().getPort());
		var next = link.replace("{base}", base()).replace("{port}", port);
		this.pages = (_) -> "{\"@odata.nextLink\":\"%s\",\"value\":[]}".formatted(next);
		unknown("Graph's next page is elsewhere");
		assertThat(this.asked).hasValue(1);
	}

	@Test
	void areUnknownWhenThereIsNoEnd() {
		this.pages = (_) -> "{\"@odata.nextLink\":\"%s/me\",\"value\":[{\"id\":\"a\"}]}".formatted(base());
		unknown("Graph did not come to an end");
		assertThat(this.asked).hasValue(100);
	}

	@Test
	void areUnknownWhenThereAreTooMany() {
		this.pages = (page) -> {
			var ids = new StringBuilder("{\"@odata.nextLink\":\"%s/me\",\"value\":[{\"id\":\"a\"}".formatted(base()));
			for (var number = 0; number < 5000; number++) {
				ids.append(",{\"id\":\"").append(page).append('-').append(number).append("\"}");
			}
			return ids.append("]}").toString();
		};
		unknown("Graph lists more than 20000");
		assertThat(this.asked).hasValue(4);
	}

	@Test
	void areUnknownWhenAPageIsTooLong() {
		this.pages = (_) -> "{\"value\":[{\"id\":\"" + "a".repeat(1_100_000) + "\"}]}";
		unknown("Graph could not be reached");
	}

	@Test
	void areUnknownWhenNobodyAnswers() {
		this.server.stop(0);
		unknown("Graph could not be reached");
	}

	@Test
	void areNotWaitedForLong() {
		this.pages = (_) -> {
			try {
				Thread.sleep(GraphGroups.PATIENCE.plusSeconds(5));
			}
			catch (InterruptedException _) {
				Thread.currentThread().interrupt();
			}
			return "{\"value\":[]}";
		};
		unknown("Graph did not answer in time");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://graph.example.com/v1.0", "https://graph.example.com/v1.0/", "/v1.0", "graph",
			"https://graph.example.com/v1.0?a", "https://a@graph.example.com/v1.0", "ftp://localhost/v1.0" })
	void areAskedForAtSafeAddressesOnly(String address) {
		assertThatExceptionOfType(SettingProblem.class)
			.isThrownBy(() -> new GraphProperties(true, "scope", URI.create(address)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://graph.microsoft.us/v1.0", "https://graph.example.com", "http://[::1]:9000/v1.0" })
	void areAskedForWhereTheOperatorSays(String address) {
		assertThatNoException().isThrownBy(() -> new GraphProperties(true, "scope", URI.create(address)));
	}

	@Test
	void areTakenWithAnotherTokenWhereGraphRejectsTheFirst() {
		this.purse.token = new AccessToken("revoked-token");
		assertThat(groups()).isEqualTo(new Groups.Known(Set.of(), this.clock.instant()));
		assertThat(this.asked).hasValue(2);
		assertThat(this.purse.rejected).isEqualTo(new AccessToken("revoked-token"));
	}

	@Test
	void areUnknownWhereGraphRejectsTheOtherTokenToo() {
		this.purse.token = new AccessToken("revoked-token");
		this.purse.other = new AccessToken("revoked-as-well");
		unknown("Graph answered 401");
		assertThat(this.asked).hasValue(2);
	}

	/** One token, and another one instead of it. */
	private static final class Purse implements Tokens {

		private AccessToken token = new AccessToken("graph-token");

		private AccessToken other = new AccessToken("graph-token");

		private @Nullable AccessToken rejected;

		@Override
		public AccessToken accessToken() {
			throw new AssertionError("not for Defender");
		}

		@Override
		public AccessToken accessToken(Resource resource) {
			assertThat(resource).isEqualTo(Resource.of("https://graph.example.com/User.Read"));
			return this.token;
		}

		@Override
		public AccessToken insteadOf(Resource resource, AccessToken refused) {
			this.rejected = refused;
			return this.other;
		}

	}

}
