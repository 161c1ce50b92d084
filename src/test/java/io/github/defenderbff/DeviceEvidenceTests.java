package io.github.defenderbff;

import java.util.List;
import java.util.stream.Collectors;

import io.github.sandbox.organisation.Alert;
import io.github.sandbox.organisation.Alerts;
import io.github.sandbox.organisation.DeviceGroup;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.Organisation;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How a change proves that what it names is exposed to the person, and at what cost. */
@OnSandbox
class DeviceEvidenceTests {

	private final Bff bff;

	DeviceEvidenceTests(Bff bff) {
		this.bff = bff;
	}

	@Test
	void manyAlertsCostOneList() {
		var alva = this.bff.signIn(People.ALVA_ANALYST);
		var answer = alva.post("/api/alerts/batchUpdate", update(alertsIn(DeviceGroup.WORKSTATIONS_NORTH)));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(this.bff.sandbox().defender().requests()).hasSize(2);
	}

	@Test
	void oneHiddenAlertAmongManyIsARefusal() {
		var alva = this.bff.signIn(People.ALVA_ANALYST);
		var ids = alertsIn(DeviceGroup.WORKSTATIONS_NORTH) + ",\"" + Alerts.EXECUTIVE_ALERT.id() + "\"";
		var answer = alva.post("/api/alerts/batchUpdate", update(ids));
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.reasons()).containsExactly("DeviceNotExposed");
		assertThat(this.bff.sandbox().defender().requests()).noneMatch((request) -> request.method().equals("POST"));
	}

	@Test
	void machineThatWasJustReadCostsNothingMore() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		rune.get("/api/machines/" + Machines.SERVER.id());
		rune.post("/api/machines/" + Machines.SERVER.id() + "/isolate", "{\"Comment\":\"suspicious\"}");
		assertThat(this.bff.sandbox().defender().requests()).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "SoftwareUsageExport", "DriverInventoryByMachine", "findbymood" })
	void operationThatIsNotDeclaredIsNotTakenForAMachine(String name) {
		var ada = this.bff.signIn(People.ADA_ADMIN);
		assertThat(ada.get("/api/machines/" + name).status()).isEqualTo(400);
		assertThat(this.bff.sandbox().defender().requests()).isEmpty();
	}

	private static String update(String ids) {
		return "{\"alertIds\":[" + ids + "],\"comment\":\"seen\"}";
	}

	private static String alertsIn(DeviceGroup group) {
		List<Alert> alerts = new Organisation().alerts();
		return alerts.stream()
			.filter((alert) -> alert.machine().group().equals(group))
			.map((alert) -> "\"" + alert.id() + "\"")
			.collect(Collectors.joining(","));
	}

}
