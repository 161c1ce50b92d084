package io.github.sandbox.organisation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The software of the company, with one of each kind named for tests. */
public final class Products {

	/** Runs on every Windows device; its older versions are weak. */
	public static final Product CARGO_PLANNER = new Product("fjordsoft", "cargo_planner",
			EnumSet.of(Platform.WINDOWS_11, Platform.WINDOWS_10, Platform.WINDOWS_SERVER_2022),
			List.of("4.1.0.0", "4.2.0.0", "4.3.0.0"), true);

	/** Runs everywhere. */
	public static final Product BROWSER = new Product("lighthouse", "browser", EnumSet.allOf(Platform.class),
			List.of("118.0.1.0", "119.0.2.0"), true);

	/** Has no weakness. */
	public static final Product REMOTE_SHELL = new Product("harbour", "remote_shell",
			EnumSet.of(Platform.LINUX, Platform.MACOS), List.of("9.3"), true);

	/** An operating system; updates are missing from some installations. */
	public static final Product WINDOWS_11 = new Product("microsoft", "windows_11", Set.of(Platform.WINDOWS_11),
			List.of("10.0.22631.4000", "10.0.22631.3000", "10.0.22631.4100"), true);

	/** The older operating system. */
	public static final Product WINDOWS_10 = new Product("microsoft", "windows_10", Set.of(Platform.WINDOWS_10),
			List.of("10.0.19045.4000", "10.0.19045.4100"), true);

	/** Software that Defender has no product code for. */
	public static final Product PILOT_LOG = new Product("Nordhavn Shipping", "Pilot Log",
			EnumSet.of(Platform.WINDOWS_11, Platform.WINDOWS_10), List.of("1.0", "1.1"), false);

	static final List<Product> ALL = List.of(CARGO_PLANNER, BROWSER, REMOTE_SHELL, WINDOWS_11, WINDOWS_10);

	private Products() {
	}

}
