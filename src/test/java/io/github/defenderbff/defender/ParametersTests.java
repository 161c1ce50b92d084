package io.github.defenderbff.defender;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import io.github.defenderbff.defender.request.MachineActionId;
import io.github.defenderbff.defender.request.MachineId;
import io.github.defenderbff.defender.request.ScanAgentId;
import io.github.defenderbff.relay.ODataQuery;
import org.aopalliance.intercept.MethodInterceptor;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.core.MethodParameter;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.web.bind.MissingServletRequestParameterException;
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
					/api/Software/charts                                                          | must be a software id, such as nordhavn-_-charts
					/api/Software/a-_-b%2F                                                        | must be a software id, such as nordhavn-_-charts
					/api/Software/a-_-b%5C                                                        | must be a software id, such as nordhavn-_-charts
					/api/Software/a-_-b%3F                                                        | must be a software id, such as nordhavn-_-charts
					/api/Software/a-_-b%23                                                        | must be a software id, such as nordhavn-_-charts
					/api/Software/a-_-b%25                                                        | must be a software id, such as nordhavn-_-charts
					/api/Software/a-_-b%00                                                        | must be a software id, such as nordhavn-_-charts
					/api/Software/%2E%2E                                                          | must be a software id, such as nordhavn-_-charts
					/api/recommendations/charts                                                   | must be a recommendation id, such as va-_-nordhavn-_-charts
					/api/recommendations/va-_-a%2Fb                                               | must be a recommendation id, such as va-_-nordhavn-_-charts
					/api/remediationTasks/1                                                       | must be a remediation activity id, which is a GUID
					/api/DeviceAuthenticatedScanAgents/bridge-01                                  | must be a device id, with the tenant id and an underscore before it or without
					/api/machines/InfoGatheringExport?sasValidHours=7                             | must be a number of hours from 1 to 6
					/api/machines/InfoGatheringExport?sasValidHours=0                             | must be a number of hours from 1 to 6
					/api/machines/certificateAssessmentExport?sasValidHours=25                    | must be a number of hours from 1 to 24
					/api/machines/SoftwareVulnerabilityChangesByMachine?sinceTime=yesterday       | must be an ISO 8601 time in UTC, such as 2026-08-01T12:00:00Z
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

	private static String filled(String path) {
		return path.replace("MACHINE", MACHINE).replace("ACTION", ACTION).replace("AGENT", ScanAgentId.EXAMPLE);
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
