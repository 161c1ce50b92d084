package io.github.defenderbff;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

import io.github.defenderbff.Client.Answer;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A file that needs no sign-in where it is: a browser gets it, and never gets to know
 * where.
 */
@OnSandbox
class DownloadTests {

	private static final String MACHINE = "/api/machines/" + Machines.NORTH_WORKSTATION.id();

	private final Bff bff;

	private final LogCapture log = new LogCapture();

	DownloadTests(Bff bff) {
		this.bff = bff;
	}

	@BeforeEach
	void actionsSucceedAtOnce() {
		this.bff.sandbox().defender().actionTiming(Duration.ZERO, Duration.ZERO);
	}

	@AfterEach
	void asItWas() {
		this.bff.sandbox().defender().actionTiming(Duration.ofSeconds(2), Duration.ofSeconds(6));
		this.bff.sandbox().defender().storageAt(this.bff.sandbox().defender().baseUri());
		assertThat(this.log.records()).noneMatch((line) -> line.contains("sig=") || line.contains("/storage/"));
		this.log.close();
	}

	private String collected(Client client) {
		var action = client.post(MACHINE + "/collectInvestigationPackage", "{\"Comment\":\"why\"}");
		return "/api/machineactions/" + action.json().path("id").stringValue("") + "/getPackageUri";
	}

	/** Our link to a package; whoever asks gets it twice a minute from Defender. */
	private String link(Client client) {
		return ours(client.get(collected(client))).json().path("value").stringValue("");
	}

	private Answer ours(Answer answer) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
		assertThat(answer.header("Cache-Status")).isEqualTo("defender-bff; fwd=bypass");
		assertThat(answer.header("ETag")).isEmpty();
		assertThat(answer.body()).doesNotContain("sig=").doesNotContain("/storage/");
		return answer;
	}

	@Test
	void packageIsFetchedByALinkOfOurs() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var before = this.bff.sandbox().defender().fetched().size();
		var file = rune.get(link(rune));
		assertThat(file.status()).isEqualTo(200);
		assertThat(file.body()).startsWith("PK");
		assertThat(file.header("Content-Type")).isEqualTo("application/octet-stream");
		assertThat(file.header("Content-Disposition")).startsWith("attachment;").contains(".zip");
		assertThat(file.header("Content-Length")).isNotEmpty();
		assertThat(file.header("Cache-Control")).isEqualTo("no-store");
		assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(file.header("Set-Cookie")).doesNotContain("storage");
		var fetched = this.bff.sandbox().defender().fetched();
		assertThat(fetched).hasSize(before + 1);
		assertThat(fetched.getLast()).doesNotContain("authorization", "cookie").contains("user-agent");
	}

	@Test
	void resultOfACommandIsFetchedByALinkOfOurs() {
		var ada = this.bff.signIn(People.ADA_ADMIN).consent("Machine.LiveResponse");
		var action = ada.post(MACHINE + "/runliveresponse", """
				{"Comment":"why","Commands":[{"type":"GetFile","params":[{"key":"Path","value":"C:\\\\a.txt"}]}]}""");
		var path = "/api/machineactions/" + action.json().path("id").stringValue("")
				+ "/GetLiveResponseResultDownloadLink(index=0)";
		var link = ours(ada.get(path)).json().path("value").stringValue("");
		assertThat(ada.get(link).body()).isEqualTo("Output of a command on a device\n");
	}

	@ParameterizedTest
	@CsvSource({ "SoftwareInventoryExport, Software.Read", "InfoGatheringExport, Vulnerability.Read",
			"BaselineComplianceAssessmentExport, SecurityBaselinesAssessment.Read" })
	void eachFileOfAnExportIsFetchedByALinkOfOurs(String export, String scope) {
		var ada = this.bff.signIn(People.ADA_ADMIN).consent(scope);
		var links = ours(ada.get("/api/machines/" + export + "?sasValidHours=1")).json().path("exportFiles");
		assertThat(links.size()).isPositive();
		links.forEach((link) -> assertThat(ada.get(link.stringValue("")).status()).isEqualTo(200));
	}

	@Test
	void linkIsGoodOnce() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var link = link(rune);
		assertThat(rune.send("HEAD", link, null).status()).isEqualTo(405);
		assertThat(rune.get(link).status()).isEqualTo(200);
		assertThat(rune.get(link).problem()).isEqualTo("download-gone");
	}

	@Test
	void nobodyElseCanUseTheLinkOrUseItUp() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var link = link(rune);
		assertThat(this.bff.signIn(People.ADA_ADMIN).get(link).problem()).isEqualTo("download-gone");
		assertThat(this.bff.signIn(People.RUNE_RESPONDER).get(link).problem()).isEqualTo("download-gone");
		assertThat(this.bff.anonymous().get(link).status()).isEqualTo(401);
		assertThat(rune.get(link, "Sec-Fetch-Site", "cross-site").problem()).isEqualTo("cross-site-request");
		assertThat(rune.get(link).status()).isEqualTo(200);
	}

	@Test
	void linkEndsWithItsSession() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var link = link(rune);
		rune.post("/logout", "");
		assertThat(rune.get(link).status()).isEqualTo(401);
		assertThat(this.bff.signIn(People.RUNE_RESPONDER).get(link).problem()).isEqualTo("download-gone");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://elsewhere.example", "http://elsewhere.example", "ftp://localhost",
			"http://localhost@elsewhere.example", "http://localhost.elsewhere.example", "//localhost" })
	void nothingIsFetchedFromElsewhere(String base) {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var path = collected(rune);
		this.bff.sandbox().defender().storageAt(URI.create(base));
		var refused = rune.get(path);
		assertThat(refused.problem()).isEqualTo("upstream-answer-invalid");
		assertThat(refused.body()).contains("downloads.hosts").doesNotContain("sig=");
	}

	@Test
	void whoMustSignInAnewGetsNoFileMeanwhile() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var link = link(rune);
		this.bff.sandbox().defender().neverContent(People.RUNE_RESPONDER.objectId());
		rune.get("/api/alerts", "Cache-Control", "no-cache");
		assertThat(rune.get(link).problem()).isEqualTo("step-up-required");
	}

	@Test
	void fileThatIsNowhereIsAProblem() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var path = collected(rune);
		this.bff.sandbox().defender().storageAt(URI.create("http://localhost:1"));
		var link = rune.get(path).json().path("value").stringValue("");
		assertThat(rune.get(link).problem()).isEqualTo("upstream-unreachable");
	}

	@Test
	void redirectIsNotFollowed() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var path = collected(rune);
		this.bff.sandbox().defender().storageAt(this.bff.sandbox().defender().baseUri().resolve("/storage/moved"));
		var link = rune.get(path).json().path("value").stringValue("");
		assertThat(rune.get(link).problem()).isEqualTo("upstream-failed");
	}

	@Test
	void fetchingIsInTheAuditAndTheLinkIsNot() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var link = link(rune);
		try (var audit = new AuditCapture()) {
			rune.get(link);
			var entry = audit.only("download");
			assertThat(AuditCapture.text(entry, "/user/id")).isEqualTo(People.RUNE_RESPONDER.objectId());
			assertThat(AuditCapture.text(entry, "/defender/operation")).isEqualTo("machineActions.getPackageUri");
			var secrets = List.<Predicate<String>>of((line) -> line.contains("/api/downloads/"),
					(line) -> line.contains("sig="));
			assertThat(audit.lines()).allMatch((line) -> secrets.stream().noneMatch((secret) -> secret.test(line)));
		}
	}

}
