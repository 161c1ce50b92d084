package io.github.defenderbff.relay;

import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;

/** Strong entity tags (RFC 9110 section 8.8.3), quotes included. */
final class EntityTag {

	private static final String GZIP = "-gzip\"";

	private EntityTag() {
	}

	/** The tag of the same body compressed, which is another representation. */
	static String ofGzip(String etag) {
		return etag.substring(0, etag.length() - 1) + GZIP;
	}

	/**
	 * Whether If-None-Match names the tag, compressed or not; weak comparison (RFC 9110
	 * section 13.1.2). Our tags have no comma, so what is no tag at all just names none.
	 */
	static boolean isNamedIn(HttpHeaders headers, String etag) {
		for (var line : headers.getOrEmpty(HttpHeaders.IF_NONE_MATCH)) {
			for (var candidate : StringUtils.tokenizeToStringArray(line, ",")) {
				var strong = candidate.startsWith("W/") ? candidate.substring(2) : candidate;
				if ("*".equals(candidate) || strong.equals(etag) || strong.equals(ofGzip(etag))) {
					return true;
				}
			}
		}
		return false;
	}

}
