package io.github.defenderbff.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.defenderbff.policy.Reason.ApplicationOnly;
import io.github.defenderbff.policy.Reason.ApplicationRoleMissing;
import io.github.defenderbff.policy.Reason.DeviceNotExposed;
import io.github.defenderbff.policy.Reason.NotKnown;
import io.github.defenderbff.policy.Reason.PrivilegeMissing;
import io.github.defenderbff.policy.Reason.QueryNotSaved;
import io.github.defenderbff.policy.Reason.RefusedUpstream;
import io.github.defenderbff.policy.Reason.ScopeNotConsented;
import io.github.defenderbff.policy.Reason.StepUpRequired;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The worked examples of {@code docs/permissions.md} are what people are told. */
class PermissionsDocumentTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Instant AS_OF = Instant.parse("2026-11-23T10:04:42Z");

	private static final String DEVICE = "e6ced8caafea49f1e79dee46ea642fb29568b4e1";

	/** The reasons of the examples, made here. */
	static Stream<Reason> reasons() {
		var stop = "Machine.StopAndQuarantine";
		return Stream.of(
				new ScopeNotConsented(List.of(stop), AS_OF, "/login/consent?scope=" + stop,
						"/login/admin-consent?scope=" + stop),
				new PrivilegeMissing(List.of(Privilege.ACTIVE_REMEDIATION), List.of("Analyst"),
						List.of("Responder", "Executive desk", "Administrator"), false, AS_OF),
				new DeviceNotExposed(DEVICE, null, Instant.parse("2026-11-23T10:05:11Z")),
				new StepUpRequired(900, Instant.parse("2026-11-23T09:12:00Z")),
				new ApplicationOnly(List.of("Software.Read.All")),
				new ApplicationRoleMissing(List.of("Machine.Offboard"), List.of("Alert.Read.All", "Machine.Read.All")),
				new QueryNotSaved(List.of("Responder"), List.of("Viewer"), List.of("server-alerts")),
				new RefusedUpstream("Forbidden", Instant.parse("2026-11-23T10:05:11Z")),
				NotKnown.privileges("the person is in too many groups for the ID token to list (groups overage), "
						+ "and Graph answered 503"));
	}

	@ParameterizedTest
	@MethodSource("reasons")
	void haveAnExampleOfTheReason(Reason reason) throws IOException {
		assertThat(example(reason.type())).isEqualTo(JSON.readTree(JSON.writeValueAsString(reason)));
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void leaveNoReasonOut(Class<?> kind) {
		assertThat(reasons().map(Reason::getClass).collect(Collectors.<Class<?>>toSet())).contains(kind);
	}

	static Set<Class<?>> kinds() {
		return Arrays.stream(Reason.class.getPermittedSubclasses()).collect(Collectors.toSet());
	}

	private static JsonNode example(String type) throws IOException {
		var document = Files.readString(Path.of("docs/permissions.md"));
		var example = Pattern.compile("### " + type + "\n.*?```json\n(.*?)```", Pattern.DOTALL).matcher(document);
		assertThat(example.find()).as(type).isTrue();
		return JSON.readTree(example.group(1));
	}

}
