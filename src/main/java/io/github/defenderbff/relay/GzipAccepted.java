package io.github.defenderbff.relay;

import org.springframework.http.HttpHeaders;
import org.springframework.util.StringUtils;

/** Whether a request takes gzip (RFC 9110 section 12.5.3). */
final class GzipAccepted {

	private GzipAccepted() {
	}

	static boolean by(HttpHeaders headers) {
		for (var line : headers.getOrEmpty(HttpHeaders.ACCEPT_ENCODING)) {
			for (var coding : StringUtils.tokenizeToStringArray(line, ",")) {
				var parts = StringUtils.tokenizeToStringArray(coding, ";");
				if (parts.length > 0 && "gzip".equalsIgnoreCase(parts[0])) {
					return parts.length == 1 || !parts[1].matches("[qQ]=0(\\.0{0,3})?");
				}
			}
		}
		return false;
	}

}
