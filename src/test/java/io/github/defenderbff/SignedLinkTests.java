package io.github.defenderbff;

import java.time.Duration;
import java.util.List;

import io.github.defenderbff.Client.Answer;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A link that needs no sign-in reaches who asked for it, and stays nowhere. */
@OnSandbox
class SignedLinkTests {

	private static final String MACHINE = "/api/machines/" + Machines.NORTH_WORKSTATION.id();

	private final Bff bff;

	private final LogCapture log = new LogCapture();

	SignedLinkTests(Bff bff) {
		this.bff = bff;
	}

	@BeforeEach
	void actionsSucceedAtOnce() {
		this.bff.sandbox().defender().actionTiming(Duration.ZERO, Duration.ZERO);
	}

	@AfterEach
	void actionsTakeTheirTime() {
		this.bff.sandbox().defender().actionTiming(Duration.ofSeconds(2), Duration.ofSeconds(6));
		this.log.close();
	}

	@Test
	void linkToAPackageHasNoQuotesOfItsOwn() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var action = rune.post(MACHINE + "/collectInvestigationPackage", "{\"Comment\":\"why\"}");
		var path = "/api/machineactions/" + action.json().path("id").stringValue("") + "/getPackageUri";
		assertThat(askedTwice(rune, path).json().path("value").stringValue("")).startsWith("https://storage.")
			.contains("sig=")
			.doesNotContain("\"");
	}

	@Test
	void linkToAResultStaysNowhere() {
		var ada = this.bff.signIn(People.ADA_ADMIN).consent("Machine.LiveResponse");
		var action = ada.post(MACHINE + "/runliveresponse", """
				{"Comment":"why","Commands":[{"type":"GetFile","params":[{"key":"Path","value":"C:\\\\a.txt"}]}]}""");
		var path = "/api/machineactions/" + action.json().path("id").stringValue("")
				+ "/GetLiveResponseResultDownloadLink(index=0)";
		assertThat(askedTwice(ada, path).json().path("value").stringValue("")).contains("sig=");
	}

	@ParameterizedTest
	@CsvSource({ "SoftwareInventoryExport, Software.Read", "InfoGatheringExport, Vulnerability.Read",
			"BaselineComplianceAssessmentExport, SecurityBaselinesAssessment.Read" })
	void linksToExportsStayNowhere(String export, String scope) {
		var ada = this.bff.signIn(People.ADA_ADMIN).consent(scope);
		var links = askedTwice(ada, "/api/machines/" + export + "?sasValidHours=1").json().path("exportFiles");
		assertThat(links.isArray()).isTrue();
		assertThat(links.valueStream().map((link) -> link.stringValue("")))
			.allMatch((link) -> link.startsWith("https://storage.") && link.contains("sig="));
	}

	private Answer askedTwice(Client client, String path) {
		var before = this.bff.sandbox().defender().requests().size();
		var answers = List.of(client.get(path), client.get(path));
		assertThat(answers).allSatisfy((answer) -> {
			assertThat(answer.status()).as(answer.body()).isEqualTo(200);
			assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
			assertThat(answer.header("Cache-Status")).isEqualTo("defender-bff; fwd=bypass");
			assertThat(answer.header("ETag")).isEmpty();
		});
		assertThat(this.bff.sandbox().defender().requests()).hasSize(before + 2);
		assertThat(this.log.records()).noneMatch((line) -> line.contains("sig=") || line.contains("https://storage."));
		return answers.getFirst();
	}

}
