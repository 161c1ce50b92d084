package io.github.defenderbff;

import java.io.IOException;
import java.nio.file.Files;

import io.github.defenderbff.policy.RoleBookReload;
import io.github.sandbox.organisation.People;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/** Being told that one's permissions or session are others, and how streams end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LivePermissionTests {

	private static final String STREAM = "/api/live/permissions";

	/** Nobody asks for anything, so that only the stream could keep the session alive. */
	private final Bff bff = LiveBff.start("--signin.idle-timeout=4s", "--live.streams-per-session=2",
			"--live.streams=3");

	@AfterAll
	void end() {
		this.bff.context().close();
		this.bff.sandbox().close();
	}

	@BeforeEach
	void reset() {
		noneIsOpen();
		this.bff.sandbox().entra().reset();
		this.bff.sandbox().defender().reset();
		if (this.bff.sandbox().restoreRoleBook()) {
			RoleBookReload.now(this.bff.context());
		}
	}

	private void takeRunesRoles() throws IOException {
		var book = Files.readString(this.bff.sandbox().roleBook());
		this.bff.keepRoleBook(book.replace("[a0000000-0000-4000-8000-000000000003] # SOC Responders",
				"[a0000000-0000-4000-8000-0000000000ff]"));
	}

	private void noneIsOpen() {
		Awaitility.await()
			.until(() -> new Client(this.bff.management()).get("/actuator/metrics/live.streams")
				.json()
				.at("/measurements/0/value")
				.intValue() == 0);
	}

	@Test
	void otherRoleBookIsToldToWhomItConcerns() throws IOException {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var vera = this.bff.signIn(People.VERA_VIEWER);
		try (var runes = EventStream.open(rune, STREAM); var veras = EventStream.open(vera, STREAM)) {
			takeRunesRoles();
			assertThat(runes.next("permissions").text("/as_of")).isNotEmpty();
			Awaitility.await().until(() -> veras.lines().contains(": heartbeat"));
			assertThat(veras.isQuiet()).isTrue();
		}
	}

	@Test
	void whatChangedWhileNobodyListenedIsToldToWhoResumes() throws IOException {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var stream = EventStream.open(rune, STREAM);
		Awaitility.await().until(() -> !stream.lastEventId().isEmpty());
		stream.close();
		takeRunesRoles();
		try (var resumed = EventStream.open(rune, STREAM, "Last-Event-ID", stream.lastEventId())) {
			resumed.next("permissions");
		}
	}

	@Test
	void streamEndsAtSignOut() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		try (var stream = EventStream.open(rune, STREAM)) {
			rune.post("/logout", "", "Accept", "application/json");
			var session = stream.next("session");
			assertThat(session.json().path("signed_in").booleanValue()).isFalse();
			assertThat(session.text("/login_url")).isEqualTo("/login");
			assertThat(stream.next("end").text("/reason")).isEqualTo("session-ended");
			stream.isClosed();
			Problems.assertProblem(rune.get(STREAM), 401, "not-signed-in");
		}
	}

	@Test
	void streamEndsWhereAnAdministratorEndsTheSession() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		try (var stream = EventStream.open(rune, STREAM)) {
			var ada = this.bff.signIn(People.ADA_ADMIN);
			ada.unsafe("DELETE", "/api/people/" + People.RUNE_RESPONDER.objectId() + "/sessions");
			stream.next("session");
			stream.next("end");
			stream.isClosed();
		}
	}

	@Test
	void consentEndsTheStreamOfTheSessionBeforeAndResumesInTheNewOne() {
		var ada = this.bff.signIn(People.ADA_ADMIN);
		try (var stream = EventStream.open(ada, STREAM)) {
			ada.consent("Machine.Offboard");
			stream.next("session");
			stream.next("end");
			try (var resumed = EventStream.open(ada, STREAM, "Last-Event-ID", stream.lastEventId())) {
				resumed.next("permissions");
			}
		}
	}

	@Test
	void openStreamIsNoUseOfTheSession() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		try (var stream = EventStream.open(rune, STREAM)) {
			assertThat(stream.next("session").text("/login_url")).isEqualTo("/login");
			stream.next("end");
		}
	}

	@Test
	void sessionHasSoManyStreamsAndTheInstanceToo() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var ada = this.bff.signIn(People.ADA_ADMIN);
		var first = EventStream.open(rune, STREAM);
		try (var _ = EventStream.open(rune, STREAM); var _ = EventStream.open(ada, STREAM)) {
			var tooMany = rune.get(STREAM);
			Problems.assertProblem(ada.get(STREAM), 503, "streams-unavailable");
			assertThat(tooMany.header("Retry-After")).isNotEmpty();
			first.close();
			Awaitility.await().until(() -> {
				var stream = rune.stream(STREAM);
				stream.body().close();
				return stream.statusCode() == 200;
			});
		}
	}

	@Test
	void oneSessionHasOnlySoMany() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		try (var _ = EventStream.open(rune, STREAM); var _ = EventStream.open(rune, STREAM)) {
			Problems.assertProblem(rune.get(STREAM), 429, "too-many-streams");
		}
	}

	@Test
	void applicationsHaveNone() {
		Problems.assertProblem(this.bff.daemon("Machine.Read.All").get(STREAM), 403, "people-only");
	}

}
