package io.github.defenderbff;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;

import io.github.sandbox.defender.DefenderLookAlike;
import io.github.sandbox.defender.Fault;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A large answer passes as it comes, whole or visibly not. */
@OnSandbox
class LargeAnswerTests {

	private static final String RUN = "/api/advancedqueries/run";

	/** As many rows as fit into the 50 MB of an answer. */
	private static final int ROWS = 97_655;

	private static final String QUERY = "{\"Query\":\"SandboxRows | take " + ROWS + "\"}";

	private final Bff bff;

	private final DefenderLookAlike defender;

	LargeAnswerTests(Bff bff) {
		this.bff = bff;
		this.defender = bff.sandbox().defender();
	}

	@Test
	void largestAnswerArrivesWhole() throws IOException {
		var answer = hunter().open(RUN, QUERY);
		try (var body = answer.body()) {
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.headers().firstValue("Cache-Status")).contains("defender-bff; fwd=miss");
			assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
			assertThat(body.transferTo(OutputStream.nullOutputStream())).isEqualTo(frame().length() + ROWS * 512L - 1);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 2_000_000, 20_000_000 })
	void answerThatDefenderBreaksOffIsBrokenOff(int bytes) {
		var vera = hunter();
		this.defender.failNext(new Fault.BrokenOff(bytes));
		assertThatIOException().isThrownBy(() -> {
			try (var body = vera.open(RUN, QUERY).body()) {
				body.transferTo(OutputStream.nullOutputStream());
			}
		});
	}

	@Test
	void answerThatIsBrokenOffEarlyIsAProblem() {
		var vera = hunter();
		this.defender.failNext(new Fault.BrokenOff(200_000));
		Problems.assertProblem(vera.post(RUN, QUERY), 502, "upstream-unreachable");
	}

	@Test
	void largeListThatIsBrokenOffIsNotKept() {
		this.defender.grow(5_000);
		var ada = this.bff.signIn(People.ADA_ADMIN);
		this.defender.failNext(new Fault.BrokenOff(3_000_000));
		assertThatThrownBy(() -> ada.get("/api/machines")).hasRootCauseInstanceOf(IOException.class);
		var whole = ada.get("/api/machines");
		assertThat(whole.json().path("value").size()).isEqualTo(5_040);
		assertThat(whole.header("Cache-Status")).isEqualTo("defender-bff; fwd=miss");
		assertThat(whole.header("ETag")).isEmpty();
	}

	@Test
	void thoseWhoAskTogetherEachGetALargeAnswer() {
		this.defender.grow(5_000);
		var ada = this.bff.signIn(People.ADA_ADMIN);
		var sizes = Concurrently.run(4, (_) -> ada.get("/api/machines").json().path("value").size());
		assertThat(sizes).containsOnly(5_040);
	}

	@Test
	void clientThatHangsUpLeavesNothingOpenToDefender() throws Exception {
		try (var log = new LogCapture()) {
			hangUp();
			Thread.sleep(500); // what would be logged is logged after the connection is
								// closed
			assertThat(log.records()).noneMatch((line) -> line.contains("Unexpected failure"));
		}
	}

	private void hangUp() throws IOException {
		var body = hunter().open(RUN, QUERY).body();
		body.readNBytes(2_000_000);
		assertThat(this.defender.underway()).isOne();
		body.close();
		var end = Instant.now().plus(Duration.ofSeconds(10));
		while (this.defender.underway() > 0 && Instant.now().isBefore(end)) {
			Thread.onSpinWait();
		}
		assertThat(this.defender.underway()).isZero();
	}

	/** What stands around the rows, of which each but the last has a comma. */
	private static String frame() {
		return """
				{"Stats":{"rowCount":%d,"rowBytes":%d},\
				"Schema":[{"Name":"Number","Type":"Int64"},{"Name":"Padding","Type":"String"}],"Results":[]}"""
			.formatted(ROWS, ROWS * 512);
	}

	private Client hunter() {
		return this.bff.signIn(People.VERA_VIEWER).consent("AdvancedQuery.Read");
	}

}
