package io.github.sandbox.organisation;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The devices of the company, with one of each kind named for tests. */
public final class Machines {

	/** Far above the numbers in use, so that no identifier is given twice. */
	private static final int FIRST_FURTHER = 10_000;

	static final List<Machine> ALL = Stream
		.of(series("nh-exec", DeviceGroup.EXECUTIVES, 5, Platform.WINDOWS_11, Platform.MACOS),
				series("nh-srv", DeviceGroup.SERVERS, 8, Platform.LINUX, Platform.WINDOWS_SERVER_2022),
				series("nh-ws-n", DeviceGroup.WORKSTATIONS_NORTH, 14, Platform.WINDOWS_11, Platform.WINDOWS_10),
				series("nh-ws-s", DeviceGroup.WORKSTATIONS_SOUTH, 9, Platform.WINDOWS_11, Platform.WINDOWS_10),
				series("nh-lab", DeviceGroup.UNGROUPED, 4, Platform.WINDOWS_10, Platform.LINUX))
		.flatMap((machines) -> machines)
		.toList();

	/** A Windows 11 laptop of an executive. */
	public static final Machine EXECUTIVE_LAPTOP = named("nh-exec-01");

	/** A Windows server. */
	public static final Machine SERVER = named("nh-srv-02");

	/** A Linux server, on which the Windows-only actions fail. */
	public static final Machine LINUX_SERVER = named("nh-srv-01");

	/** A Windows 11 workstation in the group that most people see. */
	public static final Machine NORTH_WORKSTATION = named("nh-ws-n-07");

	/** A Windows 11 workstation that Tier 1 does not see. */
	public static final Machine SOUTH_WORKSTATION = named("nh-ws-s-03");

	/** A workstation in the north whose package and logs were collected yesterday. */
	public static final Machine EXAMINED_WORKSTATION = named("nh-ws-n-01");

	/** A workstation in the north that no longer reports, so that orders wait for it. */
	public static final Machine SILENT_WORKSTATION = named("nh-ws-n-08");

	/** A device everyone sees. */
	public static final Machine UNGROUPED_DEVICE = named("nh-lab-01");

	private Machines() {
	}

	/** Further workstations in the north, at most 50,000; the same in every run. */
	public static List<Machine> furtherNorth(int count) {
		return IntStream.rangeClosed(1, count)
			.mapToObj((number) -> machine("nh-ws-n", DeviceGroup.WORKSTATIONS_NORTH, Platform.WINDOWS_11,
					FIRST_FURTHER + number))
			.toList();
	}

	static Machine named(String name) {
		return ALL.stream().filter((machine) -> machine.name().equals(name)).findFirst().orElseThrow();
	}

	private static Stream<Machine> series(String prefix, DeviceGroup group, int size, Platform odd, Platform even) {
		return IntStream.rangeClosed(1, size)
			.mapToObj((number) -> machine(prefix, group, (number % 2 == 1) ? odd : even, number));
	}

	private static Machine machine(String prefix, DeviceGroup group, Platform platform, int number) {
		return new Machine("%s-%02d".formatted(prefix, number), group, platform, number, tags(group, number));
	}

	private static List<String> tags(DeviceGroup group, int number) {
		String site = "site:" + ((number % 3 == 0) ? "harbour" : "office");
		return group.equals(DeviceGroup.SERVERS) ? List.of("critical", site) : List.of(site);
	}

}
