package io.github.defenderbff;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import io.github.sandbox.defender.DefenderLookAlike;
import io.github.sandbox.defender.Fault;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What browsers see of a view that they have already. */
@OnSandbox
class ViewCacheTests {

	private static final String MACHINE = Machines.SERVER.id();

	private static final String VIEW = "/api/views/machines/" + MACHINE;

	private final Bff bff;

	private final DefenderLookAlike defender;

	ViewCacheTests(Bff bff) {
		this.bff = bff;
		this.defender = bff.sandbox().defender();
	}

	@ParameterizedTest
	@ValueSource(strings = { "machines/{id}", "machines/{id}?parts=permissions", "dashboard" })
	void whoHasTheViewIsToldSo(String view) {
		var path = "/api/views/" + view.replace("{id}", MACHINE);
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var first = rune.get(path);
		assertThat(first.header("ETag")).matches("\"[\\w-]{22}\"");
		assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
		assertThat(first.header("Content-Type")).isEqualTo("application/json");
		assertThat(first.header("Content-Length"))
			.isEqualTo(Integer.toString(first.body().getBytes(StandardCharsets.UTF_8).length));
		var second = rune.get(path, "If-None-Match", first.header("ETag"));
		assertThat(second.status()).isEqualTo(304);
		assertThat(second.body()).isEmpty();
		assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
		assertThat(rune.get(path, "If-None-Match", "\"other\"").status()).isEqualTo(200);
	}

	@Test
	void viewIsTheSameHoweverOldItsPartsAre() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var first = rune.get(VIEW);
		Awaitility.await()
			.atMost(10, TimeUnit.SECONDS)
			.until(() -> rune.get(VIEW).json().at("/parts/alerts/age").intValue() > 0);
		assertThat(rune.get(VIEW).header("ETag")).isEqualTo(first.header("ETag"));
	}

	@Test
	void viewIsAnotherWhenOneOfItsPartsIs() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var before = rune.get(VIEW);
		this.defender.failAt("/software", Fault.status(500, "InternalServerError"));
		var failed = rune.get(VIEW, "Cache-Control", "no-cache", "If-None-Match", before.header("ETag"));
		assertThat(failed.status()).isEqualTo(200);
		this.defender.reset();
		var isolated = rune.post("/api/machines/" + MACHINE + "/isolate",
				"{\"Comment\":\"c\",\"IsolationType\":\"Full\"}");
		assertThat(isolated.status()).isEqualTo(201);
		var after = rune.get(VIEW, "If-None-Match", before.header("ETag"));
		assertThat(after.status()).isEqualTo(200);
		assertThat(after.json().at("/parts/actions/body/value/0/type").asString()).isEqualTo("Isolate");
	}

	@Test
	void choiceOfPartsIsAnotherView() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		assertThat(rune.get(VIEW + "?parts=alerts").header("ETag"))
			.isNotEqualTo(rune.get(VIEW + "?parts=software").header("ETag"));
	}

}
