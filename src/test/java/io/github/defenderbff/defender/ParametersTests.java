package io.github.defenderbff.defender;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import io.github.defenderbff.defender.request.MachineActionId;
import io.github.defenderbff.defender.request.MachineId;
import org.aopalliance.intercept.MethodInterceptor;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
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
		return MockMvcTester.create(MockMvcBuilders
			.standaloneSetup(recording(Machines.class), recording(MachineActions.class), recording(Alerts.class))
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
					""")
	void refuses(String path, String message) {
		assertThat(this.mvc.get().uri(URI.create(filled(path)))).hasStatus(400)
			.failure()
			.isInstanceOfSatisfying(HandlerMethodValidationException.class,
					(refusal) -> assertThat(messages(refusal)).containsExactly(message));
		assertThat(this.called).isEmpty();
	}

	private static String filled(String path) {
		return path.replace("MACHINE", MACHINE).replace("ACTION", ACTION);
	}

	private static List<String> messages(MethodValidationResult refusal) {
		return refusal.getAllErrors().stream().map((error) -> String.valueOf(error.getDefaultMessage())).toList();
	}

}
