package io.github.defenderbff.defender.entity;

/** The values that examples in the API documentation show; each stands for its kind. */
public final class Examples {

	/** A device id. */
	public static final String MACHINE_ID = "1e5bc9d7e413ddd7902c2932e418702b84d0cc07";

	/** A vulnerability. */
	public static final String CVE_ID = "CVE-2099-10001";

	/** A product, by vendor and name. */
	public static final String SOFTWARE_ID = "nordhavn-_-charts";

	/** A recommendation about a product. */
	public static final String RECOMMENDATION_ID = "va-_-nordhavn-_-charts";

	/** A remediation activity. */
	public static final String REMEDIATION_TASK_ID = "8b6f0c52-6d3e-4f6a-9a57-0f2f3f9c1d10";

	/** A scan definition. */
	public static final String SCAN_DEFINITION_ID = "3d7f1f4a-2b8e-4c55-8d0b-5a6b7c8d9e0f";

	/** A device that scans, by tenant and device. */
	public static final String SCAN_AGENT_ID = "6e1b2c3d-4f50-4a6b-8c7d-9e0f1a2b3c4d_" + MACHINE_ID;

	/** A run of a scan. */
	public static final String SESSION_ID = "c0ffee00-1a2b-4c3d-8e4f-5a6b7c8d9e0f";

	/** What a scan is called. */
	public static final String SCAN_NAME = "Harbour switches";

	/** What a scan scans. */
	public static final String TARGET = "10.20.30.40,10.20.30.41";

	static final String ADDRESS = "10.20.30.40";

	static final String DEVICE_NAME = "bridge-01.nordhavn.example";

	static final String DOMAIN = "nordhavn.example";

	static final String PLATFORM = "Windows11";

	static final String OS_VERSION = "10.0.26100.1";

	static final String GROUP = "Servers";

	static final String GROUP_ID = "75";

	static final String VENDOR = "nordhavn";

	static final String PRODUCT = "charts";

	static final String VERSION = "4.2.0";

	static final String KB_ID = "5099001";

	static final String CONFIGURATION_ID = "scid-99001";

	static final String CONFIGURATION_RECOMMENDATION_ID = "sca-_-scid-99001";

	static final String SETTING_ID = "1.1.4";

	static final String SETTING_VALUES = "[\"14\"]";

	static final String BENCHMARK = "CIS";

	static final String PROFILE_ID = "f1a2b3c4-d5e6-4f70-8192-a3b4c5d6e7f8";

	static final String MAIL = "kim@nordhavn.example";

	static final String TIMESTAMP = "2026-08-01T12:00:00Z";

	static final String EXTENSION_ID = "abcdefghijklmnopabcdefghijklmnop";

	static final String PERMISSION = "bookmarks";

	static final String THUMBPRINT = "00112233445566778899aabbccddeeff00112233";

	static final String EXPORT_FILES = "[\"https://storage.example/export-0.json.gz?sv=&se=&sig=\"]";

	private Examples() {
	}

}
