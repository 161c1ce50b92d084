package io.github.sandbox.defender;

import java.net.http.HttpClient;

import io.github.sandbox.organisation.Organisation;
import io.github.sandbox.organisation.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** One server for the tests of a class, fresh before each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LookAlikeTest {

	static final String EVERYTHING = String.join(" ", "Machine.Read Machine.ReadWrite Machine.Isolate Machine.Scan",
			"Machine.CollectForensics Machine.RestrictExecution Machine.Offboard Machine.StopAndQuarantine",
			"Machine.LiveResponse Alert.Read Alert.ReadWrite User.Read.All File.Read.All URL.Read.All Ip.Read.All",
			"Software.Read Vulnerability.Read SecurityRecommendation.Read",
			"Library.Manage Ti.ReadWrite AdvancedQuery.Read");

	final MovableClock clock = new MovableClock();

	final TestTokens tokens = TestTokens.start();

	final DefenderLookAlike defender = DefenderLookAlike.start(0, new Organisation(), this.tokens::jwksUri, this.clock);

	private final HttpClient http = HttpClient.newHttpClient();

	@BeforeEach
	void startAfresh() {
		this.defender.reset();
		this.defender.pageSize(10_000);
		this.defender.nextLinks(NextLinkStyle.SKIP);
	}

	@AfterAll
	void stop() {
		this.http.close();
		this.defender.close();
		this.tokens.close();
	}

	TestClient as(Person person) {
		return as(person, EVERYTHING);
	}

	TestClient as(Person person, String scopes) {
		return with(this.tokens.of(person, scopes));
	}

	TestClient with(String token) {
		return new TestClient(this.http, this.defender.baseUri(), token);
	}

}
