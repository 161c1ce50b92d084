package io.github.sandbox.organisation;

/** The operating systems in use, as Defender names and versions them. */
public enum Platform {

	WINDOWS_11("Windows11", "23H2", 22631),

	WINDOWS_10("Windows10", "22H2", 19045),

	WINDOWS_SERVER_2022("WindowsServer2022", "21H2", 20348),

	LINUX("Linux", "22.4", 0),

	MACOS("macOS", "14.5", 23);

	private final String osPlatform;

	private final String version;

	private final int build;

	Platform(String osPlatform, String version, int build) {
		this.osPlatform = osPlatform;
		this.version = version;
		this.build = build;
	}

	/** The name, as {@code osPlatform} carries it. */
	public String osPlatform() {
		return this.osPlatform;
	}

	/** The release of the operating system. */
	public String version() {
		return this.version;
	}

	/** The build number. */
	public int build() {
		return this.build;
	}

	/** Whether this is a client or server Windows. */
	public boolean windows() {
		return this.osPlatform.startsWith("Windows");
	}

}
