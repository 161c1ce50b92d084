package io.github.sandbox.defender;

import java.io.IOException;
import java.time.Duration;

import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Throttling, faults and records. */
class TroubleTests extends LookAlikeTest {

	private static final String LIST = "/api/machines";

	@Test
	void throttlesAcrossPeopleUntilTheMinuteIsOver() throws IOException {
		String link = "/api/machineactions/none/getPackageUri";
		assertThat(as(People.ALVA_ANALYST).get(link).status()).isEqualTo(404);
		assertThat(as(People.RUNE_RESPONDER).get(link).status()).isEqualTo(404);
		TestClient.Response refused = as(People.ADA_ADMIN).get(link);
		assertThat(refused.status()).isEqualTo(429);
		assertThat(refused.header("Retry-After")).isEqualTo("60");
		assertThat(refused.text("/error/code")).isEqualTo("TooManyRequests");
		this.clock.advance(Duration.ofSeconds(60));
		assertThat(as(People.ADA_ADMIN).get(link).status()).isEqualTo(404);
	}

	@Test
	void throttlingCanBeSwitchedOff() throws IOException {
		this.defender.throttle(false);
		for (int call = 0; call < 5; call++) {
			assertThat(as(People.ADA_ADMIN).get("/api/machineactions/none/getPackageUri").status()).isEqualTo(404);
		}
		this.defender.throttle(true);
	}

	@Test
	void faultHitsOneRequest() throws IOException {
		this.defender.failNext(Fault.status(503, "ServiceUnavailable"));
		this.defender.failNext(Fault.throttled(Duration.ofSeconds(7)));
		TestClient ada = as(People.ADA_ADMIN);
		assertThat(ada.get(LIST).status()).isEqualTo(503);
		assertThat(ada.get(LIST).header("Retry-After")).isEqualTo("7");
		assertThat(ada.get(LIST).status()).isEqualTo(200);
	}

	@Test
	void claimsChallengeAsksForClaims() throws IOException {
		this.defender.failNext(Fault.claimsChallenge("{\"access_token\":{}}"));
		assertThat(as(People.ADA_ADMIN).get(LIST).header("WWW-Authenticate"))
			.isEqualTo("Bearer error=\"insufficient_claims\", claims=\"eyJhY2Nlc3NfdG9rZW4iOnt9fQ==\"");
	}

	@Test
	void bodiesCanBeUnreadable() throws IOException {
		TestClient ada = as(People.ADA_ADMIN);
		this.defender.failNext(new Fault.HtmlAsJson());
		TestClient.Response html = ada.get(LIST);
		assertThat(html.header("Content-Type")).startsWith("application/json");
		assertThat(html.body()).startsWith("<html>");
		this.defender.failNext(new Fault.TruncatedJson());
		String truncated = ada.get(LIST).body();
		assertThat(truncated).startsWith("{");
		assertThatThrownBy(() -> new tools.jackson.databind.json.JsonMapper().readTree(truncated))
			.isInstanceOf(JacksonException.class);
	}

	@Test
	void connectionCanBeDropped() throws IOException {
		TestClient ada = as(People.ADA_ADMIN);
		this.defender.failNext(new Fault.ConnectionDropped());
		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> ada.post(LIST + "/" + Machines.SERVER.id() + "/isolate", "{\"Comment\":\"c\"}"));
		assertThat(ada.get(LIST).status()).isEqualTo(200);
	}

	@Test
	void answersCanBeLateOrLinkElsewhere() throws IOException {
		TestClient ada = as(People.ADA_ADMIN);
		this.defender.failNext(new Fault.Delay(Duration.ofMillis(80)));
		long start = System.nanoTime();
		assertThat(ada.get(LIST).status()).isEqualTo(200);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(79));
		this.defender.failNext(new Fault.ForeignNextLink());
		assertThat(ada.get(LIST).json().path("@odata.nextLink").asString()).contains("attacker.example");
	}

	@Test
	void recordsRequestsWithoutTheirTokens() throws IOException {
		as(People.ADA_ADMIN).get(LIST + "?$top=1");
		with("").get(LIST);
		assertThat(this.defender.requests()).hasSize(2);
		ReceivedRequest first = this.defender.requests().getFirst();
		assertThat(first.pathAndQuery()).isEqualTo("/api/machines?$top=1");
		assertThat(first.objectId()).isEqualTo(People.ADA_ADMIN.objectId());
		assertThat(first.headers()).containsKey("content-type").doesNotContainKey("authorization");
		assertThat(this.defender.requests().getLast().objectId()).isNull();
	}

}
