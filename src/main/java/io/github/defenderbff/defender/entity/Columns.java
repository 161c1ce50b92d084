package io.github.defenderbff.defender.entity;

/** What the columns mean that many exports share. */
final class Columns {

	static final String DEVICE = "The device id";

	static final String DEVICE_NAME = "Fully qualified name of the device";

	static final String PLATFORM = "Operating system";

	static final String OS_VERSION = "Version of the operating system";

	static final String GROUP = "Device group; Unassigned or UnassignedGroup for a device in none, "
			+ "None where the organisation has none";

	static final String GROUP_ID = "Id of the device group";

	static final String VENDOR = "Vendor";

	static final String PRODUCT = "Product";

	static final String VERSION = "Version";

	static final String CVE = "The vulnerability; null for products without CVE ids";

	static final String FINDING = "Device, product, version and vulnerability, joined";

	static final String SEVERITY = "Severity; an open list";

	static final String CVSS = "CVSS score, 0 to 10";

	static final String EXPLOITABILITY = "How far exploits of it are";

	static final String UPDATE = "The update that closes it";

	static final String UPDATE_ID = "Number of the update that closes it";

	static final String UPDATE_URL = "Where to get the update";

	static final String FIRST_SEEN = "When the vulnerability was first seen on the device";

	static final String LAST_SEEN = "When the product was last seen on the device";

	static final String DISK = "Where on the disk it was found";

	static final String REGISTRY = "Where in the registry it was found";

	static final String RECOMMENDATION = "The recommendation that would help";

	static final String SOURCE = "Where the setting is read: a registry path or another place";

	private Columns() {
	}

}
