package io.github.sandbox.defender;

import java.util.List;

import io.github.sandbox.organisation.Organisation;
import io.github.sandbox.organisation.Privilege;

import static io.github.sandbox.defender.Operation.get;

/** The health of the antivirus on each Windows device. */
final class DeviceHealthRoutes {

	private static final Access READ = Access.anyScope("Machine.Read")
		.roles("Machine.Read.All")
		.privileges(Privilege.VIEW_DATA);

	private static final ODataSupport LISTING = ODataSupport
		.filterAndPages("machineId", "computerDnsName", "osKind", "osPlatform", "osVersion", "avMode",
				"avSignatureVersion", "avEngineVersion", "avPlatformVersion", "quickScanResult", "quickScanError",
				"fullScanResult", "fullScanError", "avIsSignatureUpToDate", "avIsEngineUpToDate",
				"avIsPlatformUpToDate", "rbacGroupId")
		.pageSize(20);

	private final Organisation organisation = new Organisation();

	private final Estate estate;

	DeviceHealthRoutes(Estate estate) {
		this.estate = estate;
	}

	List<Operation> operations() {
		return List.of(get("deviceHealth.list", "/api/deviceavinfo", READ, this::list).odata(LISTING).perMinute(30));
	}

	private Answer list(Call call) {
		Snapshot snapshot = Snapshot.at(this.estate.now());
		return new Answer.Rows(this.organisation.machines()
			.stream()
			.filter(call.caller()::sees)
			.filter((machine) -> machine.platform().windows())
			.map((machine) -> AntivirusView.of(machine, snapshot))
			.toList(), "DeviceAvInfo");
	}

}
