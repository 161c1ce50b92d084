package io.github.defenderbff;

import io.github.sandbox.organisation.AuthenticatedScan;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Credentials of scans go to Defender and come back to nobody. */
@OnSandbox
class ScanCredentialTests {

	private static final String SCANS = "/api/DeviceAuthenticatedScanDefinitions";

	private static final String SCAN = """
			{"scanType":"Network","scanName":"Quay","isActive":true,"target":"10.9.0.3","intervalInHours":8,
			"targetType":"Ip","scannerAgent":{"machineId":"%s"},"scanAuthenticationParams":{
			"@odata.type":"#microsoft.windowsDefenderATP.api.SnmpAuthParams","type":"AuthPriv","username":"scanner",
			"authProtocol":"SHA1","authPassword":"open-sesame-1","privProtocol":"AES","privPassword":"open-sesame-2"}}"""
		.formatted(Machines.SERVER.id());

	private final Bff bff;

	ScanCredentialTests(Bff bff) {
		this.bff = bff;
	}

	@Test
	void listShowsNoCredentialWhetherStoredOrNot() {
		var ada = this.bff.signIn(People.ADA_ADMIN);
		for (var status : new String[] { "fwd=miss; stored", "hit" }) {
			var answer = ada.get(SCANS);
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.header("Cache-Status")).startsWith("defender-bff; " + status);
			assertThat(answer.body()).doesNotContain(AuthenticatedScan.SECRET);
			var scan = answer.json().path("value").path(0);
			assertThat(scan.path("scanName").stringValue("")).isEqualTo("Switches of the harbour");
			assertThat(scan.path("intervalInHours").isInt()).isTrue();
			assertThat(scan.path("isActive").isBoolean()).isTrue();
			assertThat(scan.path("scannerAgent").path("machineId").stringValue(""))
				.isEqualTo(AuthenticatedScan.SWITCHES.scanner().id());
			var credentials = scan.path("scanAuthenticationParams");
			assertThat(credentials.path("type").stringValue("")).isEqualTo("AuthPriv");
			assertThat(credentials.path("username").stringValue("")).isNotBlank();
			assertThat(credentials.path("authPassword").isNull()).isTrue();
			assertThat(credentials.path("privPassword").isNull()).isTrue();
		}
	}

	@Test
	void newCredentialsAreNotRepeated() {
		var ada = this.bff.signIn(People.ADA_ADMIN).consent("Machine.ReadWrite");
		try (var log = new LogCapture()) {
			var answer = ada.post(SCANS, SCAN);
			assertThat(answer.status()).as(answer.body()).isEqualTo(200);
			assertThat(answer.body()).doesNotContain("open-sesame");
			assertThat(log.records()).anyMatch((line) -> line.contains("scanDefinitions.create"))
				.noneMatch((line) -> line.contains("open-sesame"));
		}
		assertThat(ada.get(SCANS).body()).contains("Quay").doesNotContain("open-sesame");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"authProtocol":"SHA1"           | "authProtocol":"open-sesame-3"            | 400
			"intervalInHours":8             | "intervalInHours":"open-sesame-4"         | 400
			"authPassword":"open-sesame-1"  | "authPassword":["open-sesame-5"]          | 400
			"type":"AuthPriv"               | "type":"open-sesame-6"                    | 400
			"privPassword":"open-sesame-2"  | "privPassword":"open-sesame-2             | 400
			"authPassword":                 | "authPassword":"open-sesame-7","AuthPassword": | 400
			"targetType":"Ip"               | "targetType":"Hostname","isActive":"open-sesame-8" | 400
			""")
	void invalidBodyIsNotRepeated(String part, String wrong, int status) {
		var ada = this.bff.signIn(People.ADA_ADMIN).consent("Machine.ReadWrite");
		assertThat(SCAN).contains(part);
		try (var log = new LogCapture()) {
			var answer = ada.post(SCANS, SCAN.replace(part, wrong));
			assertThat(answer.status()).isEqualTo(status);
			assertThat(answer.body()).doesNotContain("open-sesame");
			assertThat(log.records()).noneMatch((line) -> line.contains("open-sesame"));
		}
		assertThat(this.bff.sandbox().defender().requests()).isEmpty();
	}

}
