package io.github.defenderbff.defender.entity;

/**
 * The examples of the documentation, one of a kind, all of the invented organisation
 * whose sandbox answers them.
 */
public final class Examples {

	/** A device id. */
	public static final String MACHINE = "08c22b836a92861d2de47c5760e4b26b548b7e3a";

	/** A device's full name. */
	public static final String MACHINE_NAME = "nh-ws-n-07.nordhavn.example";

	/** A device group. */
	public static final String DEVICE_GROUP = "Workstations North";

	/** An alert id. */
	public static final String ALERT = "da638400000000000001_-1000000001";

	/** The id of a machine action. */
	public static final String ACTION = "5eed0000-0000-4000-8000-000000000001";

	/** A machine action that ran commands. */
	public static final String LIVE_RESPONSE = "5eed0000-0000-4000-8000-000000000002";

	/** A machine action that has not begun. */
	public static final String PENDING_ACTION = "5eed0000-0000-4000-8000-000000000003";

	/** The id of an automated investigation. */
	public static final String INVESTIGATION = "10500";

	/** The id of an indicator. */
	public static final String INDICATOR = "1001";

	/** A file by its SHA-1. */
	public static final String SHA1 = "d4fab85d8ba4788d7ff99edce697f6be530b613a";

	/** The same file by its SHA-256. */
	public static final String SHA256 = "af76838156a44129815faf5c539803b41007b4428de11fc78f8e9d2757c6daf2";

	/** The same file by its name. */
	public static final String FILE_NAME = "cargo-invoice.exe";

	/** A file of the live response library. */
	public static final String LIBRARY_FILE = "collect-logs.ps1";

	/** A domain that devices talked to. */
	public static final String DOMAIN = "pay.fjordlocker.example";

	/** An address on the internet that devices talked to. */
	public static final String ADDRESS = "198.51.100.23";

	/** An address of a device in its own network. */
	public static final String INTERNAL_ADDRESS = "10.3.0.17";

	/** An account, without its domain. */
	public static final String ACCOUNT = "user-ws-n-07";

	/** A person by their user principal name. */
	public static final String PERSON = "rune@nordhavn.example";

	/** A hunting query. */
	public static final String QUERY = "DeviceInfo | where MachineGroup == \"Executives\" | take 10";

	/** A vulnerability. */
	public static final String CVE_ID = "CVE-2099-10001";

	/** A product, by vendor and name. */
	public static final String SOFTWARE_ID = "microsoft-_-windows_11";

	/** A recommendation about a product. */
	public static final String RECOMMENDATION_ID = "va-_-fjordsoft-_-cargo_planner";

	/** A remediation activity. */
	public static final String REMEDIATION_TASK_ID = "7e000000-0000-4000-8000-000000000001";

	/** A scan definition. */
	public static final String SCAN_DEFINITION_ID = "5ca00000-0000-4000-8000-000000000001";

	/** A device that scans, by tenant and device. */
	public static final String SCAN_AGENT_ID = "5a1d0c0e-0000-4000-8000-00000000d0ff_619eb2e533f3d7c7cc3a664463edd9938de7ff8b";

	/** A run of a scan. */
	public static final String SESSION_ID = "5e550000-0000-4000-8000-000000000001";

	/** What a scan is called. */
	public static final String SCAN_NAME = "Harbour switches";

	/** What a scan scans. */
	public static final String TARGET = "10.20.30.40,10.20.30.41";

	static final String PLATFORM = "Windows11";

	static final String OS_VERSION = "10.0.26100.1";

	static final String GROUP_ID = "3";

	static final String VENDOR = "fjordsoft";

	static final String PRODUCT = "cargo_planner";

	static final String VERSION = "4.2.0";

	static final String KB_ID = "5099001";

	static final String CONFIGURATION_ID = "scid-99001";

	static final String CONFIGURATION_RECOMMENDATION_ID = "sca-_-scid-99001";

	static final String SETTING_ID = "1.1.4";

	static final String SETTING_VALUES = "[\"14\"]";

	static final String BENCHMARK = "CIS";

	static final String PROFILE_ID = "f1a2b3c4-d5e6-4f70-8192-a3b4c5d6e7f8";

	static final String TIMESTAMP = "2026-08-01T12:00:00Z";

	static final String EXTENSION_ID = "abcdefghijklmnopabcdefghijklmnop";

	static final String PERMISSION = "bookmarks";

	static final String THUMBPRINT = "00112233445566778899aabbccddeeff00112233";

	static final String EXPORT_FILES = "[\"https://storage.example/export-0.json.gz?sv=&se=&sig=\"]";

	private Examples() {
	}

}
