package io.github.defenderbff.defender;

import java.time.Instant;

import io.github.defenderbff.policy.DeviceEvidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What a record proves of a device's group. */
class DeviceRecordsTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	@Test
	void namedGroupIsEvidence() {
		assertThat(in("{\"rbacGroupName\":\"Servers\"}"))
			.isEqualTo(new DeviceEvidence.Shown("m", "Servers", Instant.EPOCH));
	}

	@Test
	void nullIsEvidenceOfNoGroup() {
		assertThat(in("{\"rbacGroupName\":null}")).isEqualTo(new DeviceEvidence.Shown("m", null, Instant.EPOCH));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "[]", "7", "{\"RbacGroupName\":\"Servers\"}", "{\"rbacGroupName\":7}",
			"{\"rbacGroupName\":{\"name\":\"Servers\"}}" })
	void recordThatDoesNotSpeakOfItsGroupIsNoEvidence(String record) {
		assertThat(in(record)).isInstanceOf(DeviceEvidence.Unknown.class);
	}

	private static DeviceEvidence in(String record) {
		return DeviceRecords.evidenceIn("m", JSON.readTree(record), Instant.EPOCH);
	}

}
