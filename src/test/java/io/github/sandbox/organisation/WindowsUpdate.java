package io.github.sandbox.organisation;

import java.util.List;

/**
 * A Windows update that some devices lack.
 *
 * @param id the number of its article
 * @param title its title
 * @param weaknesses what it mends
 */
public record WindowsUpdate(String id, String title, List<Weakness> weaknesses) {

	/** The month's update for clients. */
	public static final WindowsUpdate CUMULATIVE = new WindowsUpdate("5099001", "Cumulative update for clients",
			List.of(Weaknesses.WINDOWS_11_ELEVATION, Weaknesses.WINDOWS_10_ELEVATION));

	static final List<WindowsUpdate> ALL = List.of(CUMULATIVE);

	public WindowsUpdate {
		weaknesses = List.copyOf(weaknesses);
	}

	/** Where to fetch it. */
	public String url() {
		return "https://updates.nordhavn.example/search?q=KB" + this.id;
	}

	/** The products it is for. */
	public List<Product> products() {
		return this.weaknesses.stream().map(Weakness::product).distinct().toList();
	}

	/** The devices that lack it. */
	public List<Machine> missingOn() {
		return this.weaknesses.stream()
			.flatMap((weakness) -> weakness.installations().stream())
			.map(Installation::machine)
			.distinct()
			.toList();
	}

}
