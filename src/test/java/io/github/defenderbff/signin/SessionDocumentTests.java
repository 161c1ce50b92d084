package io.github.defenderbff.signin;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What sessions look like in the store, which is older and newer than this release. */
class SessionDocumentTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Instant EIGHT = Instant.parse("2026-01-01T08:00:00Z");

	private static final Claims CLAIMS = new Claims("{\"access_token\":{\"acrs\":{\"value\":\"c1\"}}}");

	/** The session of the file that the first release wrote. */
	private static final SessionRecord ADA = new SessionRecord(
			new Person("5a1d0c0e-0000-4000-8000-00000000d0ff", "10000000-0000-4000-8000-000000000001", "Ada",
					"ada@example.com"),
			new Evidence(new Grant.Known(Set.of(Scope.MACHINE_READ, Scope.ALERT_READ), EIGHT),
					new Groups.Known(Set.of("20000000-0000-4000-8000-000000000001"), EIGHT),
					new DirectoryRoles.Unknown("the ID token has no wids claim"), EIGHT.minusSeconds(2)),
			new TokenSet(new AccessToken("an-access-token"), EIGHT, EIGHT.plusSeconds(3600), "a-refresh-token",
					EIGHT.plusSeconds(86400)),
			EIGHT, "a-login-hint", new StepUp.Asked(CLAIMS, false), false,
			new SessionOrigin("a-session-at-the-provider", "Mozilla/5.0"));

	private static ObjectNode file() throws IOException {
		try (InputStream file = SessionDocumentTests.class.getResourceAsStream("session-1.json")) {
			return (ObjectNode) JSON.readTree(Objects.requireNonNull(file));
		}
	}

	private static SessionRecord read(ObjectNode json) {
		return SessionDocument.FORM.value(JSON.writeValueAsBytes(json));
	}

	private static SessionRecord writtenAndRead(SessionRecord record) {
		return SessionDocument.FORM.value(SessionDocument.FORM.bytes(record));
	}

	@Test
	void sessionOfAnEarlierReleaseIsStillRead() throws IOException {
		assertThat(read(file())).isEqualTo(ADA);
	}

	@Test
	void earlierReleasesReadWhatThisOneWrites() throws IOException {
		var written = JSON.readTree(SessionDocument.FORM.bytes(ADA));
		var scopes = (ObjectNode) written.get("grant");
		scopes.set("values", JSON.valueToTree(List.of("Machine.Read", "Alert.Read")));
		assertThat(written).isEqualTo(file());
	}

	@Test
	void whatALaterReleaseAddsIsPassedOver() throws IOException {
		var later = file();
		later.put("later", "something");
		((ObjectNode) later.get("tokens")).put("later", "something");
		assertThat(read(later)).isEqualTo(ADA);
	}

	@Test
	void scopeOfALaterReleaseIsNone() throws IOException {
		var later = file();
		((ObjectNode) later.get("grant")).putArray("values").add("Machine.Read").add("Machine.Later");
		assertThat(read(later).evidence().grant()).isEqualTo(new Grant.Known(Set.of(Scope.MACHINE_READ), EIGHT));
	}

	@Test
	void otherVersionIsNotRead() throws IOException {
		var later = file();
		later.put("version", 2);
		assertThatIllegalArgumentException().isThrownBy(() -> read(later));
	}

	static Stream<SessionRecord> records() {
		var now = EIGHT;
		var plain = TestSessions.record(now, now.plusSeconds(60), null);
		var unknown = new Evidence(new Grant.Unknown(), new Groups.Unknown("because"),
				new DirectoryRoles.Unknown("because"), null);
		return Stream.of(plain, plain.asking(CLAIMS), plain.blocked(new StepUp.Pending(null)),
				plain.blocked(new StepUp.Pending(CLAIMS)), plain.blocked(new StepUp.InVain(CLAIMS)),
				new SessionRecord(plain.person(), unknown, TokenSet.NONE, now, null, new StepUp.Asked(CLAIMS, true),
						true, new SessionOrigin(null, null)));
	}

	@ParameterizedTest
	@MethodSource("records")
	void everySessionIsReadAsItWasWritten(SessionRecord record) {
		assertThat(writtenAndRead(record)).isEqualTo(record);
	}

}
