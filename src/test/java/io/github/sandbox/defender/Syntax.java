package io.github.sandbox.defender;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** How hashes, addresses, domains and URLs are written. */
final class Syntax {

	private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]+");

	private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";

	private static final Pattern IP_V4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");

	private static final Pattern IP_V6 = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

	private static final String LABEL = "[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?";

	private static final Pattern DOMAIN = Pattern.compile("(?=.{1,253}$)" + LABEL + "(\\." + LABEL + ")+");

	private Syntax() {
	}

	/** Refuses what is not a hash of one of these lengths. */
	static String requireHash(String value, int... lengths) {
		if (!HEX.matcher(value).matches() || Arrays.stream(lengths).noneMatch((length) -> value.length() == length)) {
			throw Refusal.badRequest("InvalidHashValue", "'%s' is not a hash of the right kind.".formatted(value));
		}
		return value;
	}

	static String requireIpAddress(String value) {
		if (!IP_V4.matcher(value).matches() && !ipV6(value)) {
			throw Refusal.badRequest("InvalidIpAddress", "'%s' is not an IP address.".formatted(value));
		}
		return value;
	}

	static String requireDomain(String value) {
		if (!DOMAIN.matcher(value).matches() || IP_V4.matcher(value).matches()) {
			throw Refusal.badRequest("InvalidDomainName", "'%s' is not a domain name.".formatted(value));
		}
		return value;
	}

	static String requireUrl(String value) {
		try {
			URI url = new URI(value);
			if (url.getHost() != null && url.getScheme() != null && url.getScheme().matches("(?i)https?")) {
				return value;
			}
		}
		catch (URISyntaxException _) {
			// Refused below, like every other text that is no URL.
		}
		throw Refusal.badRequest("InvalidUrl", "'%s' is not a URL.".formatted(value));
	}

	private static boolean ipV6(String value) {
		try {
			return IP_V6.matcher(value).matches() && InetAddress.ofLiteral(value) != null;
		}
		catch (IllegalArgumentException _) {
			return false;
		}
	}

}
