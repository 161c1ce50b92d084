package io.github.sandbox.organisation;

import java.util.List;

/**
 * A benchmark's settings for one operating system, as the company chose them.
 *
 * @param id the profile's id, a GUID
 * @param title the profile's name
 * @param platform the operating system
 * @param rules what it asks
 */
public record Baseline(String id, String title, Platform platform, List<Rule> rules) {

	/** The only profile. */
	public static final Baseline WINDOWS_11 = new Baseline("ba5e0000-0000-4000-8000-000000000001",
			"Nordhavn Windows 11", Platform.WINDOWS_11,
			List.of(new Rule("1.1.1", "Remember 24 passwords", "Account Policies", "CCE-99001-1", "24"),
					new Rule("2.3.7", "Lock the screen after 15 minutes", "Local Policies", "CCE-99002-9", "900")));

	static final List<Baseline> ALL = List.of(WINDOWS_11);

	public Baseline {
		rules = List.copyOf(rules);
	}

	/** Every profile. */
	public static List<Baseline> all() {
		return ALL;
	}

	/** The devices it is for. */
	public List<Machine> machines() {
		return Machines.ALL.stream().filter(this::appliesTo).toList();
	}

	/** Whether a device has its operating system. */
	public boolean appliesTo(Machine machine) {
		return machine.platform() == this.platform;
	}

	/** The devices that obey every rule. */
	public List<Machine> passed() {
		return machines().stream()
			.filter((machine) -> this.rules.stream().allMatch((rule) -> rule.obeyedOn(machine)))
			.toList();
	}

	/**
	 * One setting of the benchmark.
	 *
	 * @param id the number in the benchmark
	 * @param title the name
	 * @param category the chapter
	 * @param cce the id across benchmarks
	 * @param value what is expected
	 */
	public record Rule(String id, String title, String category, String cce, String value) {

		/** Where the setting is kept. */
		public String source() {
			return "HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Nordhavn\\" + this.id;
		}

		/** Whether a device obeys it. */
		public boolean obeyedOn(Machine machine) {
			return (machine.number() + this.value.length()) % 3 != 0 && machine.active();
		}

	}

}
