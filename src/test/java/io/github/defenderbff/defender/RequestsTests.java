package io.github.defenderbff.defender;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.defenderbff.defender.entity.Examples;
import io.github.defenderbff.defender.entity.ScanDefinition;
import io.github.defenderbff.defender.request.AlertBatchUpdate;
import io.github.defenderbff.defender.request.AlertPatch;
import io.github.defenderbff.defender.request.CancelRequest;
import io.github.defenderbff.defender.request.CommentRequest;
import io.github.defenderbff.defender.request.CreateAlertRequest;
import io.github.defenderbff.defender.request.CreateScanRequest;
import io.github.defenderbff.defender.request.DeviceValueRequest;
import io.github.defenderbff.defender.request.IndicatorBatchDelete;
import io.github.defenderbff.defender.request.IndicatorImportRequest;
import io.github.defenderbff.defender.request.IndicatorRequest;
import io.github.defenderbff.defender.request.IsolateRequest;
import io.github.defenderbff.defender.request.LiveResponseRequest;
import io.github.defenderbff.defender.request.MachineId;
import io.github.defenderbff.defender.request.MachinePatch;
import io.github.defenderbff.defender.request.QuarantineRequest;
import io.github.defenderbff.defender.request.QueryRequest;
import io.github.defenderbff.defender.request.ScanDefinitionsRequest;
import io.github.defenderbff.defender.request.ScanPatch;
import io.github.defenderbff.defender.request.ScanRequest;
import io.github.defenderbff.defender.request.ScanSessionsRequest;
import io.github.defenderbff.defender.request.TagManyRequest;
import io.github.defenderbff.defender.request.TagRequest;
import io.github.defenderbff.relay.NamesDevices;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What a body may say, and what a wrong one is told. */
@NullMarked
class RequestsTests {

	private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

	private static final Map<String, Class<?>> TYPES = List
		.of(CommentRequest.class, IsolateRequest.class, ScanRequest.class, QuarantineRequest.class, CancelRequest.class,
				LiveResponseRequest.class, TagRequest.class, TagManyRequest.class, DeviceValueRequest.class,
				MachinePatch.class, AlertPatch.class, AlertBatchUpdate.class, CreateAlertRequest.class,
				CreateScanRequest.class, ScanPatch.class, ScanDefinitionsRequest.class, ScanSessionsRequest.class,
				QueryRequest.class, IndicatorRequest.class, IndicatorImportRequest.class, IndicatorBatchDelete.class)
		.stream()
		.collect(Collectors.toMap(Class::getSimpleName, (type) -> type));

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					CommentRequest      | {"Comment": "why"}
					CommentRequest      | {"Comment": "why", "Unknown": 1}
					IsolateRequest      | {"Comment": "why"}
					IsolateRequest      | {"Comment": "why", "IsolationType": "UnManagedDevice"}
					ScanRequest         | {"Comment": "why", "ScanType": "Quick"}
					QuarantineRequest   | {"Comment": "why", "Sha1": "87662bc3d60e4200ceaf7aae249d1c343f4b83c9"}
					CancelRequest       | {}
					LiveResponseRequest | {"Commands": [{"type": "GetFile", "params": [{"key": "Path", "value": "C:\\\\a"}]}]}
					LiveResponseRequest | {"Comment": "why", "Commands": [{"type": "PutFile", "params": [{"key": "FileName", "value": "a"}]}, {"type": "RunScript", "params": [{"key": "ScriptName", "value": "a"}, {"key": "Args", "value": "b"}]}, {"type": "RunScript", "params": [{"key": "ScriptName", "value": "b"}]}]}
					TagRequest          | {"Value": "a", "Action": "Add"}
					TagManyRequest      | {"Value": "a", "Action": "Remove", "MachineIds": ["1e5bc9d7e413ddd7902c2932e418702b84d0cc07"]}
					DeviceValueRequest  | {"DeviceValue": "High"}
					MachinePatch        | {"deviceValue": "Low"}
					MachinePatch        | {"machineTags": []}
					AlertPatch          | {"comment": "seen"}
					AlertPatch          | {"Status": "Resolved"}
					AlertPatch          | {"classification": "FalsePositive", "determination": "Clean"}
					AlertBatchUpdate    | {"alertIds": ["da637472900382838869_1364969609"], "status": "InProgress"}
					CreateAlertRequest  | {"eventTime": "2018-08-03T16:45:21.7115183Z", "reportId": "20776", "machineId": "1e5bc9d7e413ddd7902c2932e418702b84d0cc07", "severity": "Low", "title": "a", "description": "b", "recommendedAction": "c", "category": "Exploit"}
					CreateScanRequest      | {"scanType": "Network", "scanName": "a", "isActive": false, "target": "10.20.30.40", "intervalInHours": 4, "targetType": "Ip", "scannerAgent": {"machineId": "1e5bc9d7e413ddd7902c2932e418702b84d0cc07"}, "scanAuthenticationParams": {"@odata.type": "#microsoft.windowsDefenderATP.api.SnmpAuthParams", "type": "CommunityString", "communityString": "a"}}
					CreateScanRequest      | {"scanType": "Network", "scanName": "a", "isActive": false, "target": "10.20.30.40", "intervalInHours": 4, "targetType": "Ip", "scannerAgent": {"machineId": "1e5bc9d7e413ddd7902c2932e418702b84d0cc07"}, "scanAuthenticationParams": {"@odata.type": "#microsoft.windowsDefenderATP.api.SnmpAuthParams", "type": "AuthPriv", "username": "a", "authProtocol": "SHA1", "authPassword": "b", "privProtocol": "3DES", "privPassword": "c"}}
					CreateScanRequest      | {"scanType": "Windows", "scanName": "a", "isActive": false, "target": "10.20.30.40", "intervalInHours": 4, "targetType": "Ip", "scannerAgent": {"machineId": "1e5bc9d7e413ddd7902c2932e418702b84d0cc07"}, "scanAuthenticationParams": {"@odata.type": "#microsoft.windowsDefenderATP.api.WindowsAuthParams", "type": "Kerberos", "username": "svc-scan$", "domain": "nordhavn.example", "isGmsaUser": true}}
					ScanPatch              | {"isActive": false}
					ScanPatch              | {"scanAuthenticationParams": {"@odata.type": "#microsoft.windowsDefenderATP.api.WindowsAuthParams", "type": "Negotiate", "keyVaultUrl": "https://vault.nordhavn.example/", "keyVaultSecretName": "a", "IsGMSAUser": true}}
					ScanDefinitionsRequest | {"ScanDefinitionIds": ["3d7f1f4a-2b8e-4c55-8d0b-5a6b7c8d9e0f"]}
					ScanSessionsRequest    | {"SessionIds": ["a", "b"]}
					QueryRequest        | {"Query": "DeviceInfo"}
					IndicatorRequest    | {"indicatorType": "FileSha256", "indicatorValue": "5f0c2d7b9e4a1386c0d2f4b6a8e1c3957d9f0b2a4c6e8d1f3a5b7c9e0d2f4a68", "action": "BlockAndRemediate", "title": "a", "description": "b", "application": "c", "expirationTime": "2027-01-01T00:00:00Z", "severity": "Informational", "recommendedActions": "d", "rbacGroupNames": ["Servers"], "educateUrl": "https://intranet.nordhavn.example/blocked", "generateAlert": false}
					IndicatorImportRequest | {"Indicators": [{"indicatorType": "DomainName", "indicatorValue": "parcel-tracking.example", "action": "Warn", "title": "a", "description": "b"}]}
					IndicatorBatchDelete | {"IndicatorIds": ["4711", "4712"]}
					""")
	void accepts(String type, String body) {
		assertThat(violations(type, body)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					CommentRequest      | {}                                          | Comment is mandatory: it is kept with the action
					CommentRequest      | {"Comment": " "}                            | Comment is mandatory: it is kept with the action
					CommentRequest      | {"comment": "why"}                          | Comment is mandatory: it is kept with the action
					IsolateRequest      | {"IsolationType": "Full"}                   | Comment is mandatory: it is kept with the action
					IsolateRequest      | {"Comment": "why", "IsolationType": "full"} | IsolationType must be Full, Selective or UnManagedDevice
					ScanRequest         | {"ScanType": "Full"}                        | Comment is mandatory: it is kept with the action
					ScanRequest         | {"Comment": "why"}                          | ScanType is mandatory: Quick or Full
					ScanRequest         | {"Comment": "why", "ScanType": "quick"}     | ScanType must be Quick or Full
					QuarantineRequest   | {"Comment": "why"}                          | Sha1 is mandatory: it names the file
					QuarantineRequest   | {"Comment": "why", "Sha1": "87662"}         | Sha1 must be 40 hexadecimal characters
					LiveResponseRequest | {"Comment": "why"}                          | Commands must hold at least one of PutFile, RunScript and GetFile
					LiveResponseRequest | {"Commands": []}                            | Commands must hold at least one of PutFile, RunScript and GetFile
					LiveResponseRequest | {"Commands": [null]}                        | Commands must not hold null
					LiveResponseRequest | {"Commands": [{}]}                          | type is mandatory: PutFile, RunScript or GetFile
					LiveResponseRequest | {"Commands": [{"type": "Reboot"}]}          | type must be PutFile, RunScript or GetFile
					LiveResponseRequest | {"Commands": [{"type": "GetFile"}]}         | params must hold FileName for PutFile, ScriptName for RunScript, Path for GetFile
					LiveResponseRequest | {"Commands": [{"type": "GetFile", "params": [{"key": "FileName", "value": "a"}]}]} | params must hold FileName for PutFile, ScriptName for RunScript, Path for GetFile
					LiveResponseRequest | {"Commands": [{"type": "GetFile", "params": [{"key": "Path"}]}]} | value is mandatory: it is what key stands for
					LiveResponseRequest | {"Commands": [{"type": "GetFile", "params": [{"key": "Path", "value": "a"}]}, {"type": "RunScript", "params": [{"key": "ScriptName", "value": "a"}]}]} | Commands must come in the order PutFile, RunScript, GetFile
					TagRequest          | {"Action": "Add"}                           | Value is mandatory: it is the tag
					TagRequest          | {"Value": "a"}                              | Action is mandatory: Add or Remove
					TagRequest          | {"Value": "a", "Action": "add"}             | Action must be Add or Remove
					TagManyRequest      | {"Value": "a", "Action": "Add"}             | MachineIds is mandatory: it names the devices
					TagManyRequest      | {"Value": "a", "Action": "Add", "MachineIds": ["desktop"]} | MachineIds must hold device ids of 40 hexadecimal characters
					TagManyRequest      | {"Value": "a", "Action": "Add", "MachineIds": [null]}      | MachineIds must hold device ids of 40 hexadecimal characters
					DeviceValueRequest  | {}                                          | DeviceValue is mandatory: Normal, Low or High
					DeviceValueRequest  | {"DeviceValue": "Medium"}                   | DeviceValue must be Normal, Low or High
					MachinePatch        | {}                                          | machineTags or deviceValue is mandatory: nothing would change
					MachinePatch        | {"deviceValue": "Medium"}                   | deviceValue must be Normal, Low or High
					MachinePatch        | {"machineTags": [""]}                       | machineTags must not hold an empty tag
					AlertPatch          | {}                                          | status, assignedTo, classification, determination or comment is mandatory: nothing would change
					AlertPatch          | {"status": "Unknown"}                       | status must be New, InProgress or Resolved
					AlertPatch          | {"classification": "False"}                 | classification must be TruePositive, InformationalExpectedActivity or FalsePositive
					AlertBatchUpdate    | {"status": "New"}                           | alertIds is mandatory: it names the alerts
					AlertBatchUpdate    | {"status": "New", "alertIds": ["a/b"]}      | alertIds must hold alert ids of at most 128 letters, digits, hyphens and underscores
					AlertBatchUpdate    | {"alertIds": ["a"]}                         | status, assignedTo, classification, determination or comment is mandatory: nothing would change
					CreateScanRequest      | {"scanType": "Network", "scanName": "a", "isActive": false, "target": "10.20.30.40", "intervalInHours": 4, "targetType": "Ip", "scannerAgent": {"machineId": "1e5bc9d7e413ddd7902c2932e418702b84d0cc07"}, "scanAuthenticationParams": {"@odata.type": "#microsoft.windowsDefenderATP.api.WindowsAuthParams", "type": "Kerberos", "username": "svc-scan$", "domain": "nordhavn.example", "isGmsaUser": true}} | scanAuthenticationParams must be WindowsAuthParams for Windows, SnmpAuthParams for Network
					CreateScanRequest      | {"scanType": "Windows", "scanName": "a", "isActive": false, "target": "10.20.30.40", "intervalInHours": 4, "targetType": "Ip", "scannerAgent": {"machineId": "1e5bc9d7e413ddd7902c2932e418702b84d0cc07"}, "scanAuthenticationParams": {"@odata.type": "#microsoft.windowsDefenderATP.api.SnmpAuthParams", "type": "CommunityString", "communityString": "a"}} | scanAuthenticationParams must be WindowsAuthParams for Windows, SnmpAuthParams for Network
					CreateScanRequest      | {"scanType": "network", "scanName": "a", "isActive": false, "target": "10.20.30.40", "intervalInHours": 4, "targetType": "Ip", "scannerAgent": {"machineId": "1e5bc9d7e413ddd7902c2932e418702b84d0cc07"}, "scanAuthenticationParams": {"@odata.type": "#microsoft.windowsDefenderATP.api.SnmpAuthParams", "type": "CommunityString", "communityString": "a"}} | scanType must be Windows or Network
					CreateScanRequest      | {"scanType": "Network", "scanName": "a", "isActive": false, "target": "10.20.30.40", "intervalInHours": 0, "targetType": "Ip", "scannerAgent": {"machineId": "1e5bc9d7e413ddd7902c2932e418702b84d0cc07"}, "scanAuthenticationParams": {"@odata.type": "#microsoft.windowsDefenderATP.api.SnmpAuthParams", "type": "CommunityString", "communityString": "a"}} | intervalInHours must be 1 or more
					CreateScanRequest      | {"scanType": "Network", "scanName": "a", "isActive": false, "target": "10.20.30.40", "intervalInHours": 4, "targetType": "IPv4", "scannerAgent": {"machineId": "1e5bc9d7e413ddd7902c2932e418702b84d0cc07"}, "scanAuthenticationParams": {"@odata.type": "#microsoft.windowsDefenderATP.api.SnmpAuthParams", "type": "CommunityString", "communityString": "a"}} | targetType must be IP Address, Ip or Hostname
					CreateScanRequest      | {"scanType": "Network", "scanName": "a", "isActive": false, "target": "10.20.30.40", "intervalInHours": 4, "targetType": "Ip", "scannerAgent": {}, "scanAuthenticationParams": {"@odata.type": "#microsoft.windowsDefenderATP.api.SnmpAuthParams", "type": "CommunityString", "communityString": "a"}} | machineId is mandatory: it names the device that scans
					CreateScanRequest      | {"scanType": "Network", "scanName": "a", "isActive": false, "target": "10.20.30.40", "intervalInHours": 4, "targetType": "Ip", "scannerAgent": {"machineId": "bridge-01"}, "scanAuthenticationParams": {"@odata.type": "#microsoft.windowsDefenderATP.api.SnmpAuthParams", "type": "CommunityString", "communityString": "a"}} | machineId must be a device id of 40 hexadecimal characters
					ScanPatch              | {} | scanName, isActive, target, intervalInHours, targetType or scanAuthenticationParams is mandatory: nothing would change
					ScanPatch              | {"intervalInHours": -1} | intervalInHours must be 1 or more
					ScanPatch              | {"targetType": "ip"} | targetType must be IP Address, Ip or Hostname
					ScanPatch              | {"scanAuthenticationParams": {"type": "AuthPriv"}} | @odata.type is mandatory: it says whether SNMP or Windows follows
					ScanPatch              | {"scanAuthenticationParams": {"@odata.type": "SnmpAuthParams", "type": "AuthPriv"}} | @odata.type must be #microsoft.windowsDefenderATP.api.SnmpAuthParams or #microsoft.windowsDefenderATP.api.WindowsAuthParams
					ScanPatch              | {"scanAuthenticationParams": {"@odata.type": "#microsoft.windowsDefenderATP.api.SnmpAuthParams"}} | type is mandatory: it says how to sign in
					ScanPatch              | {"scanAuthenticationParams": {"@odata.type": "#microsoft.windowsDefenderATP.api.SnmpAuthParams", "type": "Basic"}} | type must be CommunityString, NoAuthNoPriv, AuthNoPriv, AuthPriv, Kerberos or Negotiate
					ScanPatch              | {"scanAuthenticationParams": {"@odata.type": "#microsoft.windowsDefenderATP.api.SnmpAuthParams", "type": "Kerberos"}} | type must be Kerberos or Negotiate for WindowsAuthParams, and another for SnmpAuthParams
					ScanPatch              | {"scanAuthenticationParams": {"@odata.type": "#microsoft.windowsDefenderATP.api.WindowsAuthParams", "type": "Kerberos", "isGmsaUser": false}} | isGmsaUser must be true for WindowsAuthParams
					ScanPatch              | {"scanAuthenticationParams": {"@odata.type": "#microsoft.windowsDefenderATP.api.SnmpAuthParams", "type": "AuthPriv", "authProtocol": "SHA256"}} | authProtocol must be MD5 or SHA1
					ScanPatch              | {"scanAuthenticationParams": {"@odata.type": "#microsoft.windowsDefenderATP.api.SnmpAuthParams", "type": "AuthPriv", "privProtocol": "AES256"}} | privProtocol must be DES, 3DES or AES
					ScanDefinitionsRequest | {} | ScanDefinitionIds is mandatory: it names the scan definitions
					ScanDefinitionsRequest | {"ScanDefinitionIds": []} | ScanDefinitionIds is mandatory: it names the scan definitions
					ScanDefinitionsRequest | {"ScanDefinitionIds": ["1"]} | ScanDefinitionIds must hold scan definition ids, which are GUIDs
					ScanDefinitionsRequest | {"ScanDefinitionIds": [null]} | ScanDefinitionIds must hold scan definition ids, which are GUIDs
					ScanSessionsRequest    | {"sessionIds": ["a"]} | SessionIds is mandatory: it names the runs
					ScanSessionsRequest    | {"SessionIds": [" "]} | SessionIds must not hold an empty id
					QueryRequest        | {}                                          | Query is mandatory: it is what is run
					QueryRequest        | {"Query": " "}                              | Query is mandatory: it is what is run
					IndicatorImportRequest | {}                                       | Indicators is mandatory: it holds what is created or updated
					IndicatorImportRequest | {"Indicators": []}                       | Indicators is mandatory: it holds what is created or updated
					IndicatorImportRequest | {"Indicators": [null]}                   | Indicators must not hold null
					IndicatorBatchDelete | {}                                         | IndicatorIds is mandatory: it names the indicators
					IndicatorBatchDelete | {"IndicatorIds": []}                       | IndicatorIds is mandatory: it names the indicators
					IndicatorBatchDelete | {"IndicatorIds": ["4711", null]}           | IndicatorIds must hold indicator ids of at most 64 letters, digits and hyphens
					IndicatorBatchDelete | {"IndicatorIds": ["../4711"]}              | IndicatorIds must hold indicator ids of at most 64 letters, digits and hyphens
					""")
	void tellsWhatIsWrong(String type, String body, String message) {
		assertThat(violations(type, body)).extracting(ConstraintViolation::getMessage).containsExactly(message);
	}

	@Test
	void tellsEverythingThatIsMissing() {
		assertThat(violations("CreateAlertRequest", "{}")).extracting(ConstraintViolation::getMessage)
			.hasSize(8)
			.allSatisfy((message) -> assertThat(message).contains(" is mandatory: "));
		assertThat(violations("CreateAlertRequest", """
				{"eventTime": "yesterday", "reportId": "1", "machineId": "m", "severity": "Critical", "title": "a",
				 "description": "b", "recommendedAction": "c", "category": "Other"}"""))
			.extracting((violation) -> violation.getPropertyPath().toString())
			.containsExactlyInAnyOrder("eventTime", "machineId", "severity", "category");
	}

	@Test
	void tellsEverythingThatAScanLacks() {
		assertThat(violations("CreateScanRequest", "{}")).extracting(ConstraintViolation::getMessage)
			.hasSize(8)
			.allSatisfy((message) -> assertThat(message).contains(" is mandatory: "));
	}

	@ParameterizedTest
	@ValueSource(strings = { "communityString", "authPassword", "privPassword" })
	void masksCredentials(String property) {
		var body = "{\"scanAuthenticationParams\": {\"%s\": \"hush\"}}".formatted(property);
		assertThat(read("CreateScanRequest", body)).asString().contains("masked").doesNotContain("hush");
		assertThat(read("ScanPatch", body)).asString().contains("masked").doesNotContain("hush");
		assertThat(JsonMapper.shared().readValue(body, ScanDefinition.class)).asString().doesNotContain("hush");
	}

	@Test
	void refusesApt() {
		assertThat(violations("AlertPatch", "{\"determination\": \"Apt\"}")).singleElement()
			.extracting(ConstraintViolation::getMessage)
			.asString()
			.startsWith("determination must be ");
	}

	@Test
	void batchesWithoutADocumentedLimitHaveOneHere() {
		var alerts = Collections.nCopies(501, Examples.ALERT);
		assertThat(VALIDATOR.validate(new AlertBatchUpdate(alerts, "New", null, null, null, null)))
			.extracting(ConstraintViolation::getMessage)
			.containsExactly("alertIds must hold at most 500 alert ids");
		assertThat(VALIDATOR.validate(new ScanSessionsRequest(Collections.nCopies(501, "a"))))
			.extracting(ConstraintViolation::getMessage)
			.containsExactly("SessionIds must hold at most 500 ids");
	}

	@Test
	void tagsAtMost500Machines() {
		var ids = Collections.nCopies(501, MachineId.EXAMPLE);
		assertThat(VALIDATOR.validate(new TagManyRequest("a", "Add", ids))).extracting(ConstraintViolation::getMessage)
			.containsExactly("MachineIds must hold at most 500 device ids");
		assertThat(VALIDATOR.validate(new TagManyRequest("a", "Add", ids.subList(0, 500)))).isEmpty();
	}

	@Test
	void huntsWithAtMost100000Characters() {
		assertThat(VALIDATOR.validate(new QueryRequest("a".repeat(100_001)))).singleElement()
			.extracting(ConstraintViolation::getMessage)
			.isEqualTo("Query must not be longer than 100000 characters");
		assertThat(VALIDATOR.validate(new QueryRequest("a".repeat(100_000)))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			TagManyRequest     | {"MachineIds": ["a", null, "b"]} | a b
			TagManyRequest     | {}                               | ``
			AlertBatchUpdate   | {"alertIds": ["a", "b"]}         | a b
			AlertBatchUpdate   | {}                               | ``
			CreateAlertRequest | {"machineId": "a"}               | a
			CreateAlertRequest | {}                               | ``
			""")
	void namesDevices(String type, String body, String devices) {
		assertThat(((NamesDevices) read(type, body)).deviceIds())
			.isEqualTo(devices.isEmpty() ? List.of() : List.of(devices.split(" ", -1)));
	}

	private static Set<ConstraintViolation<Object>> violations(String type, String body) {
		return VALIDATOR.validate(read(type, body));
	}

	private static Object read(String type, String body) {
		return JsonMapper.shared().readValue(body, Objects.requireNonNull(TYPES.get(type)));
	}

}
