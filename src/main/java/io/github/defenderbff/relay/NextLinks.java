package io.github.defenderbff.relay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;

/**
 * Makes {@code @odata.nextLink} lead to this service: Defender's address is cut off, and
 * what remains is the same path here. Defender may name another host of its own, or its
 * version; neither matters, since what is followed is our own path.
 */
@Component
final class NextLinks {

	/** Hosts of Defender's, current and former. Source: platform facts, section 1. */
	private static final Pattern DEFENDER = Pattern
		.compile("https://[a-z0-9.-]+\\.(?:security\\.microsoft\\.com|securitycenter\\.(?:microsoft\\.com"
				+ "|microsoft\\.us|windows\\.com))(?=/)");

	private static final Pattern API = Pattern.compile("/api/(?:v1\\.0/)?", Pattern.CASE_INSENSITIVE);

	private static final String ESCAPED_SLASH = "\\/";

	private final String base;

	NextLinks(UpstreamProperties properties) {
		var address = properties.baseUrl().toString();
		this.base = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
	}

	/**
	 * The same text with its links rewritten; the same array when it has none.
	 * @throws UpstreamFailure if a link leads anywhere else than to Defender's API
	 */
	byte[] rewrite(byte[] json) {
		if (NextLinkStream.indexOfName(json, 0, json.length) < 0) {
			return json;
		}
		try (var rewritten = rewrite(new ByteArrayInputStream(json))) {
			return rewritten.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The same, while the text is read. */
	InputStream rewrite(InputStream json) {
		return new NextLinkStream(json, this::rewriteLink);
	}

	/** What stands between the quotes, escaped as JSON has it. */
	private byte[] rewriteLink(byte[] link) {
		var text = new String(link, StandardCharsets.UTF_8).replace(ESCAPED_SLASH, "/");
		var path = afterHost(text);
		var api = API.matcher(text).region(path, text.length());
		if (path == 0 || !api.lookingAt()) {
			throw UpstreamFailure.invalidAnswer("Defender's answer links to a host that is not Defender's.");
		}
		return ("/api/" + text.substring(api.end())).getBytes(StandardCharsets.UTF_8);
	}

	/** Where the path begins; zero when it is not Defender's. */
	private int afterHost(String link) {
		if (link.startsWith(this.base)) {
			return this.base.length();
		}
		var host = DEFENDER.matcher(link);
		return host.lookingAt() ? host.end() : 0;
	}

}
