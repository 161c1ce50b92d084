package io.github.defenderbff.defender;

import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.defenderbff.defender.entity.Examples;
import io.github.defenderbff.defender.request.MachineActionId;
import io.github.defenderbff.defender.request.MachineId;
import io.github.defenderbff.defender.request.ScanAgentId;
import io.github.defenderbff.relay.ODataQuery;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.aopalliance.intercept.MethodInterceptor;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.core.MethodParameter;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.pattern.PathPatternParser;

import static org.assertj.core.api.Assertions.assertThat;

/** Spring MVC routes to the interfaces and refuses parameters that cannot be right. */
@NullMarked
class ParametersTests {

	private static final String MACHINE = MachineId.EXAMPLE;

	private static final String ACTION = MachineActionId.EXAMPLE;

	private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

	private final List<String> called = new ArrayList<>();

	private final MockMvcTester mvc = mvc();

	private MockMvcTester mvc() {
		var parser = new PathPatternParser();
		parser.setCaseSensitive(false);
		var interfaces = Declared.all().map((declared) -> declared.method().getDeclaringClass()).distinct();
		return MockMvcTester.create(MockMvcBuilders.standaloneSetup(interfaces.map(this::recording).toArray())
			.setCustomArgumentResolvers(new NoOptions())
			.setPatternParser(parser)
			.build());
	}

	/** A proxy of the kind that an HTTP service client is. */
	private Object recording(Class<?> type) {
		return ProxyFactory.getProxy(type, (MethodInterceptor) (invocation) -> {
			this.called.add(type.getSimpleName() + "." + invocation.getMethod().getName());
			return null;
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					/api/machines/desktop-39g9tgl.contoso.com                                      | Machines.get
					/api/machines/MACHINE                                                          | Machines.get
					/API/Machines/MACHINE/LogonUsers                                               | Machines.logonUsers
					/api/machines/findbyip(ip='10.248.240.38',timestamp=2026-08-01T12:00:00Z)      | Machines.findByIp
					/api/machines/findByIp(ip='fd00::1',timestamp=2026-08-01T12:00:00.1234567Z)    | Machines.findByIp
					/api/machines/find(timestamp=2026-08-01T12:00:00Z,key='10.248.240.38')         | Machines.findByInternalIpLegacy
					/api/machines/findbytag?tag=a&useStartsWithFilter=true                         | Machines.findByTag
					/api/machineactions/ACTION                                                     | MachineActions.get
					/api/machineactions/ACTION/GetLiveResponseResultDownloadLink(index=0)          | MachineActions.liveResponseResultLink
					/api/alerts/da637472900382838869_1364969609/machine                            | Alerts.machine
					/api/machines/SoftwareInventoryByMachine                                       | SoftwareInventoryAssessments.exportJson
					/api/machines/softwareinventoryexport                                          | SoftwareInventoryAssessments.exportFiles
					/API/Machines/INFOGATHERINGEXPORT?sasValidHours=6                              | InformationGatheringAssessments.exportFiles
					/api/machines/BrowserExtensionsInventoryExport?sasValidHours=1                 | BrowserExtensionAssessments.exportFiles
					/api/machines/certificateAssessmentExport?sasValidHours=24                     | CertificateAssessments.exportFiles
					/api/machines/softwareVulnerabilityChangesByMachine?sinceTime=2026-08-01T12:00:00Z | SoftwareVulnerabilityAssessments.exportDelta
					/api/vulnerabilities/cve-2099-10001                                            | Vulnerabilities.get
					/api/vulnerabilities/MachinesVulnerabilities                                   | Vulnerabilities.machinesVulnerabilities
					/api/software/nordhavn-_-charts/GetMissingKbs                                  | SoftwareInventory.missingKbs
					/api/Software/a-_-c%2B%2B%20(x64)                                              | SoftwareInventory.get
					/api/recommendations/sca-_-scid-99001                                          | Recommendations.get
					/api/exposurescore/bymachinegroups                                             | Scores.exposureByMachineGroups
					/api/DeviceAuthenticatedScanAgents/AGENT                                       | ScanAgents.get
					/api/DeviceAuthenticatedScanAgents/MACHINE                                     | ScanAgents.get
					/api/files/SHA1                                                                | Files.get
					/api/files/SHA256                                                              | Files.get
					/api/files/SHA1/alerts                                                         | Files.alerts
					/api/files/SHA1/machines                                                       | Files.machines
					/api/files/SHA256/stats?lookBackHours=720                                      | Files.stats
					/api/domains/parcel-tracking.example/alerts                                    | Domains.alerts
					/api/domains/_dmarc.xn--kbenhavn-54a.example/machines                          | Domains.machines
					/api/domains/parcel-tracking.example/stats?lookBackHours=1                     | Domains.stats
					/api/domains/parcel-tracking.example/stats                                     | Domains.stats
					/api/ips/203.0.113.24/alerts                                                   | Ips.alerts
					/api/ips/2001:db8::1/stats?lookBackHours=24                                    | Ips.stats
					/api/users/k.lund/alerts                                                       | Users.alerts
					/api/users/svc%20backup$/machines                                              | Users.machines
					/api/investigations/63017                                                      | Investigations.get
					/api/investigations/da637472900382838869_1364969609                            | Investigations.get
					/api/libraryfiles                                                              | LibraryFiles.list
					""")
	void calls(String path, String operation) {
		assertThat(this.mvc.get().uri(URI.create(filled(path)))).hasStatusOk();
		assertThat(this.called).containsExactly(operation);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					/api/machines/a'b                                                             | must be a device id of 40 hexadecimal characters or a computer's full DNS name
					/api/machines/desktop/logonusers                                              | must be a device id of 40 hexadecimal characters
					/api/machines/MACHINE0/software                                               | must be a device id of 40 hexadecimal characters
					/api/machines/findbyip(ip='10.0.0.256',timestamp=2026-08-01T12:00:00Z)        | must be an IPv4 or IPv6 address
					/api/machines/findbyip(ip='::::',timestamp=2026-08-01T12:00:00Z)              | must be an IPv4 or IPv6 address
					/api/machines/findbyip(ip='10.0.0.1',timestamp=2026-08-01)                    | must be an ISO 8601 time in UTC, such as 2026-08-01T12:00:00Z
					/api/machines/findbyip(ip='10.0.0.1',timestamp=2026-08-01T12:00:00+02:00)     | must be an ISO 8601 time in UTC, such as 2026-08-01T12:00:00Z
					/api/machineactions/1                                                         | must be a machine action id, which is a GUID
					/api/machineactions/ACTION/GetLiveResponseResultDownloadLink(index=-1)        | must be the position of a command, counted from zero
					/api/alerts/a.b                                                               | must be an alert id of at most 128 letters, digits, hyphens and underscores
					/api/vulnerabilities/CVE-2099-1                                               | must be a CVE id, such as CVE-2099-10001
					/api/Software/charts                                                          | must be a software id, such as microsoft-_-windows_11
					/api/Software/a-_-b%2F                                                        | must be a software id, such as microsoft-_-windows_11
					/api/Software/a-_-b%5C                                                        | must be a software id, such as microsoft-_-windows_11
					/api/Software/a-_-b%3F                                                        | must be a software id, such as microsoft-_-windows_11
					/api/Software/a-_-b%23                                                        | must be a software id, such as microsoft-_-windows_11
					/api/Software/a-_-b%25                                                        | must be a software id, such as microsoft-_-windows_11
					/api/Software/a-_-b%00                                                        | must be a software id, such as microsoft-_-windows_11
					/api/Software/%2E%2E                                                          | must be a software id, such as microsoft-_-windows_11
					/api/recommendations/charts                                                   | must be a recommendation id, such as va-_-fjordsoft-_-cargo_planner
					/api/recommendations/va-_-a%2Fb                                               | must be a recommendation id, such as va-_-fjordsoft-_-cargo_planner
					/api/remediationTasks/1                                                       | must be a remediation activity id, which is a GUID
					/api/DeviceAuthenticatedScanAgents/bridge-01                                  | must be a device id, with the tenant id and an underscore before it or without
					/api/machines/InfoGatheringExport?sasValidHours=7                             | must be a number of hours from 1 to 6
					/api/machines/InfoGatheringExport?sasValidHours=0                             | must be a number of hours from 1 to 6
					/api/machines/certificateAssessmentExport?sasValidHours=25                    | must be a number of hours from 1 to 24
					/api/machines/SoftwareVulnerabilityChangesByMachine?sinceTime=yesterday       | must be an ISO 8601 time in UTC, such as 2026-08-01T12:00:00Z
					/api/files/MD5                                                                | must be a SHA-1 of 40 or a SHA-256 of 64 hexadecimal characters
					/api/files/SHA2560/stats                                                      | must be a SHA-1 of 40 or a SHA-256 of 64 hexadecimal characters
					/api/files/SHA256/alerts                                                      | must be a SHA-1 of 40 hexadecimal characters
					/api/files/SHA256/machines                                                    | must be a SHA-1 of 40 hexadecimal characters
					/api/files/SHA1/stats?lookBackHours=721                                       | must be from 1 to 720 hours
					/api/ips/203.0.113.24/stats?lookBackHours=0                                   | must be from 1 to 720 hours
					/api/domains/parcel-tracking.example/stats?lookBackHours=-1                   | must be from 1 to 720 hours
					/api/domains/parcel%20tracking.example/alerts                                 | must be a host name of letters, digits, hyphens, underscores and dots
					/api/domains/parcel-tracking..example/machines                                | must be a host name of letters, digits, hyphens, underscores and dots
					/api/ips/203.0.113.0%2F24/alerts                                              | must be an IPv4 or IPv6 address
					/api/ips/fe80::1%25a/stats                                                    | must be an IPv4 or IPv6 address
					/api/ips/localhost/stats                                                      | must be an IPv4 or IPv6 address
					/api/users/k.lund@nordhavn.example/alerts                                     | must be an account name alone, without domain: no @, no backslash, not only dots and spaces
					/api/users/nordhavn%5Ck.lund/machines                                         | must be an account name alone, without domain: no @, no backslash, not only dots and spaces
					/api/users/.../machines                                                       | must be an account name alone, without domain: no @, no backslash, not only dots and spaces
					/api/investigations/6.3                                                       | must be an investigation id or an alert id, of at most 128 letters, digits, hyphens and underscores
					""")
	void refuses(String path, String message) {
		assertThat(this.mvc.get().uri(URI.create(filled(path)))).hasStatus(400)
			.failure()
			.isInstanceOfSatisfying(HandlerMethodValidationException.class,
					(refusal) -> assertThat(messages(refusal)).containsExactly(message));
		assertThat(this.called).isEmpty();
	}

	@Test
	void needsTheStartOfChanges() {
		assertThat(this.mvc.get().uri("/api/machines/SoftwareVulnerabilityChangesByMachine")).hasStatus(400)
			.failure()
			.isInstanceOf(MissingServletRequestParameterException.class);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/api/indicators/4711                | Indicators.delete
			/API/LibraryFiles/collect-logs.ps1  | LibraryFiles.delete
			/api/libraryfiles/_                 | LibraryFiles.delete
			""")
	void deletes(String path, String operation) {
		assertThat(this.mvc.delete().uri(URI.create(path))).hasStatus(204);
		assertThat(this.called).containsExactly(operation);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/indicators/4711%2F12", "/api/indicators/a.b", "/api/libraryfiles/.profile",
			"/api/libraryfiles/logs%20of%20today.ps1", "/api/libraryfiles/logs%5Ctoday.ps1" })
	void refusesToDelete(String path) {
		assertThat(this.mvc.delete().uri(URI.create(path))).hasStatus(400);
		assertThat(this.called).isEmpty();
	}

	/** Whatever the framework makes of such a path, it never gets as far as Defender. */
	@ParameterizedTest
	@MethodSource("io.github.defenderbff.defender.Declared#all")
	void noVariableIsAStepInThePath(Declared declared) {
		var parameters = declared.method().getParameters();
		for (var index = 0; index < parameters.length; index++) {
			if (parameters[index].isAnnotationPresent(PathVariable.class)
					&& parameters[index].getType() == String.class) {
				for (var step : List.of(".", "..", "...", "a/b", "/", "../a", "a\\b", "", " ", "a\n")) {
					assertThat(violations(declared.method(), index, step)).as("<%s>", step).isNotEmpty();
				}
			}
		}
	}

	private Set<?> violations(Method method, int index, String value) {
		var arguments = new @Nullable Object[method.getParameterCount()];
		arguments[index] = value;
		return VALIDATOR.forExecutables().validateParameters(recording(method.getDeclaringClass()), method, arguments);
	}

	private static String filled(String path) {
		return path.replace("MACHINE", MACHINE)
			.replace("ACTION", ACTION)
			.replace("AGENT", ScanAgentId.EXAMPLE)
			.replace("SHA1", Examples.SHA1)
			.replace("SHA256", Examples.SHA256)
			.replace("MD5", Examples.SHA1.substring(8));
	}

	private static List<String> messages(MethodValidationResult refusal) {
		return refusal.getAllErrors().stream().map((error) -> String.valueOf(error.getDefaultMessage())).toList();
	}

	/** Options of OData are read elsewhere. */
	private static final class NoOptions implements HandlerMethodArgumentResolver {

		@Override
		public boolean supportsParameter(MethodParameter parameter) {
			return parameter.getParameterType() == ODataQuery.class;
		}

		@Override
		public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
				NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
			return ODataQuery.NONE;
		}

	}

}
