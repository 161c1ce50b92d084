package io.github.defenderbff;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.sandbox.defender.DefenderLookAlike;
import io.github.sandbox.defender.Fault;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What browsers see of the cache, whatever Defender says of caching. */
@OnSandbox
class CachingTests {

	private static final String MACHINE = "/api/machines/" + Machines.SERVER.id();

	private static final String STORED = "defender-bff; fwd=miss; stored";

	private final Bff bff;

	private final DefenderLookAlike defender;

	private final Client rune;

	CachingTests(Bff bff) {
		this.bff = bff;
		this.defender = bff.sandbox().defender();
		this.rune = bff.anonymous();
	}

	private void signIn() {
		this.rune.signIn(People.RUNE_RESPONDER);
	}

	private static String status(Client.Answer answer) {
		assertThat(answer.status()).isEqualTo(200);
		return answer.header("Cache-Status");
	}

	@Test
	void whatDefenderCallsPublicIsGivenToNobodyElse() {
		var vera = this.bff.signIn(People.VERA_VIEWER);
		this.defender.failNext(new Fault.Headers(Map.of("Cache-Control", "public, max-age=3600")));
		var hers = vera.get("/api/machines");
		assertThat(status(hers)).isEqualTo(STORED);
		assertThat(hers.header("Cache-Control")).isEqualTo("private, no-cache");
		var all = this.bff.signIn(People.ADA_ADMIN).get("/api/machines");
		assertThat(status(all)).isEqualTo(STORED);
		assertThat(all.json().path("value").size()).isGreaterThan(hers.json().path("value").size());
	}

	@ParameterizedTest
	@ValueSource(strings = { "private, no-store", "No-Store", "max-age=60,no-store" })
	void whatDefenderForbidsToStoreIsNotStored(String cacheControl) {
		signIn();
		this.defender.failNext(new Fault.Headers(Map.of("Cache-Control", cacheControl)));
		var answer = this.rune.get(MACHINE);
		assertThat(status(answer)).isEqualTo("defender-bff; fwd=miss; detail=no-store");
		assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
		assertThat(answer.header("ETag")).isEmpty();
		assertThat(status(this.rune.get(MACHINE))).isEqualTo(STORED);
	}

	@Test
	void ofDefendersHeadersNoneIsPassedOn() {
		signIn();
		this.defender.failNext(new Fault.Headers(
				Map.of("Set-Cookie", "upstream=1", "ETag", "\"theirs\"", "Age", "99", "Vary", "Cookie")));
		var answer = this.rune.get(MACHINE);
		assertThat(answer.response().headers().allValues("Set-Cookie"))
			.noneMatch((cookie) -> cookie.contains("upstream"));
		assertThat(answer.header("ETag")).isNotEqualTo("\"theirs\"");
		assertThat(answer.response().headers().allValues("Age")).containsExactly("0");
		assertThat(answer.response().headers().allValues("Vary")).doesNotContain("Cookie");
	}

	@Test
	void whoHasTheAnswerIsToldSo() {
		signIn();
		var plain = this.rune.get("/api/machines");
		var gzip = this.rune.get("/api/machines", "Accept-Encoding", "gzip");
		assertThat(gzip.header("Content-Encoding")).isEqualTo("gzip");
		assertThat(plain.header("Content-Encoding")).isEmpty();
		assertThat(gzip.header("ETag")).isEqualTo(plain.header("ETag").replaceAll("\"$", "-gzip\""));
		for (var tag : List.of(plain.header("ETag"), gzip.header("ETag"), "W/" + plain.header("ETag"))) {
			for (var coding : List.of("identity", "gzip")) {
				var known = this.rune.get("/api/machines", "If-None-Match", tag, "Accept-Encoding", coding);
				assertThat(known.status()).isEqualTo(304);
				assertThat(known.body()).isEmpty();
				assertThat(known.response().headers().allValues("Vary")).contains("Accept-Encoding");
				assertThat(known.header("Cache-Status")).startsWith("defender-bff; hit; ttl=");
				assertThat(known.header("ETag")).isEqualTo((coding.equals("gzip") ? gzip : plain).header("ETag"));
			}
		}
		assertThat(this.rune.get("/api/machines", "If-None-Match", "\"other\"").status()).isEqualTo(200);
	}

	@Test
	void saysHowAndWhenItCameToAnAnswer() {
		signIn();
		assertThat(status(this.rune.get(MACHINE))).isEqualTo(STORED);
		var hit = this.rune.get(MACHINE);
		assertThat(status(hit)).matches("defender-bff; hit; ttl=\\d+");
		assertThat(hit.header("Age")).matches("\\d+");
		assertThat(status(this.rune.get(MACHINE, "Cache-Control", "no-cache")))
			.isEqualTo("defender-bff; fwd=request; stored");
		assertThat(this.defender.requests()).hasSize(2);
	}

	@Test
	void equalReadsThatAreUnderWayAreOne() {
		signIn();
		this.defender.failNext(new Fault.Delay(Duration.ofSeconds(2)));
		var all = Concurrently.run(5, (_) -> status(this.rune.get(MACHINE)));
		assertThat(all).containsOnlyOnce(STORED);
		assertThat(this.defender.requests()).hasSize(1);
	}

	@Test
	void equalAddressesAreOneHoweverTheyAreWritten() {
		signIn();
		for (var address : List.of("?$top=5&$skip=1", "?$skip=1&$top=5", "?%24top=5&%24skip=1", "?$TOP=5&$Skip=1",
				"?$top=%35&$skip=%31")) {
			assertThat(this.rune.get("/api/alerts" + address).status()).isEqualTo(200);
			assertThat(this.rune.get("/api/Alerts" + address).status()).isEqualTo(200);
		}
		assertThat(this.defender.requests()).hasSize(1);
	}

	@Test
	void whatIsNotThereIsNotAskedForAgainAtOnce() {
		signIn();
		var nowhere = "/api/machines/" + "0".repeat(40);
		var first = this.rune.get(nowhere);
		var second = this.rune.get(nowhere);
		Problems.assertProblem(first, 404, "not-found");
		Problems.assertProblem(second, 404, "not-found");
		assertThat(first.header("X-Correlation-Id")).isNotEqualTo(second.header("X-Correlation-Id"));
		assertThat(second.json().path("correlation_id").stringValue("")).isEqualTo(second.header("X-Correlation-Id"));
		assertThat(this.defender.requests()).hasSize(1);
	}

	@Test
	void nothingOutlivesASignOut() {
		signIn();
		this.rune.get(MACHINE);
		this.rune.post("/logout", "{}");
		signIn();
		assertThat(status(this.rune.get(MACHINE))).isEqualTo(STORED);
	}

	@Test
	void nothingOutlivesAConsent() {
		signIn();
		this.rune.get(MACHINE);
		this.rune.consent("Library.Manage");
		assertThat(status(this.rune.get(MACHINE))).isEqualTo(STORED);
	}

	@Test
	void nothingOutlivesAChallenge() {
		signIn();
		this.rune.get(MACHINE);
		this.defender.demandClaims(People.RUNE_RESPONDER.objectId());
		assertThat(status(this.rune.get("/api/alerts"))).isEqualTo("defender-bff; fwd=miss");
		assertThat(status(this.rune.get(MACHINE))).isEqualTo(STORED);
	}

	@Test
	void nothingOutlivesARoleBook() throws IOException {
		signIn();
		this.rune.get(MACHINE);
		this.bff.keepRoleBook(Files.readString(this.bff.sandbox().roleBook()) + "\n# looked over\n");
		assertThat(status(this.rune.get(MACHINE))).isEqualTo(STORED);
	}

}
