package io.github.sandbox.entra;

import java.util.Map;

import io.github.sandbox.organisation.Organisation;
import io.github.sandbox.organisation.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/**
 * What the tests of the look-alike share: one server, one app, and a new browser for each
 * test.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LookAlikeTest {

	final Organisation organisation = new Organisation();

	@SuppressWarnings("NullAway.Init")
	EntraLookAlike entra;

	@SuppressWarnings("NullAway.Init")
	TestApp app;

	@SuppressWarnings("NullAway.Init")
	Browser browser;

	@BeforeAll
	void start() {
		this.entra = EntraLookAlike.start(0, this.organisation, TestApp.REGISTRATION, TestApp.DAEMON);
		this.app = new TestApp(this.entra);
	}

	@AfterAll
	void stop() {
		this.entra.close();
	}

	@BeforeEach
	void openBrowser() {
		this.entra.reset();
		this.browser = new Browser((uri) -> uri.getPort() != this.entra.port());
	}

	@AfterEach
	void closeBrowser() {
		this.browser.close();
	}

	Person analyst() {
		return this.organisation.people()
			.stream()
			.filter((person) -> person.directoryRoles().isEmpty() && !person.groupsOverage())
			.findFirst()
			.orElseThrow();
	}

	Person administrator() {
		return this.organisation.people()
			.stream()
			.filter((person) -> person.directoryRoles().contains(Organisation.SECURITY_ADMINISTRATOR))
			.findFirst()
			.orElseThrow();
	}

	Browser.Visit signIn(Person person, String scopes) {
		Browser.Visit page = this.browser.open(this.app.authorize(scopes, Map.of()));
		return this.browser.press(page, person.objectId());
	}

	TestApp.Answer tokensOf(Person person, String scopes) {
		return this.app.redeem(signIn(person, scopes).parameter("code").orElseThrow());
	}

}
