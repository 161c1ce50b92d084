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

	/** The same with a token for another resource, as in the file of the next release. */
	private static final SessionRecord WITH_GRAPH = ADA.with(
			new Resource("https://graph.microsoft.com", Set.of("User.Read", "GroupMember.Read.All")),
			new TokenSet(new AccessToken("a-token-for-graph"), EIGHT.plusSeconds(1), EIGHT.plusSeconds(4200),
					"a-refresh-token", null),
			ADA);

	private static ObjectNode file() throws IOException {
		return file("session-1.json");
	}

	private static ObjectNode file(String name) throws IOException {
		try (InputStream file = SessionDocumentTests.class.getResourceAsStream(name)) {
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
	void tokensForSeveralResourcesAreReadAndWritten() throws IOException {
		assertThat(read(file("session-1-two-resources.json"))).isEqualTo(WITH_GRAPH);
		var written = JSON.readTree(SessionDocument.FORM.bytes(WITH_GRAPH));
		assertThat(written.get("tokens")).isEqualTo(file("session-1-two-resources.json").get("tokens"));
	}

	/** The first release takes the first token of this name and passes by the rest. */
	@Test
	void firstReleaseFindsDefendersTokenAmongThem() {
		var access = JSON.readTree(SessionDocument.FORM.bytes(WITH_GRAPH)).at("/tokens/access");
		assertThat(access.valueStream().map((token) -> token.path("resource").stringValue("")))
			.containsExactly("defender", "https://graph.microsoft.com");
		assertThat(access.path(0)).isEqualTo(JSON.readTree(SessionDocument.FORM.bytes(ADA)).at("/tokens/access/0"));
	}

	@Test
	void tokenOfWhichItIsNotKnownWhatItIsForIsNotUsed() throws IOException {
		var later = file("session-1-two-resources.json");
		((ObjectNode) later.at("/tokens/access/1")).remove("scopes");
		assertThat(read(later)).isEqualTo(ADA);
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
		return Stream.of(plain, WITH_GRAPH, plain.asking(CLAIMS), plain.blocked(new StepUp.Pending(null)),
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
