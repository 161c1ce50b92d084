package io.github.defenderbff.signin;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One page of a person's groups as Graph tells them.
 *
 * @param ids their object ids
 * @param nextLink where the next page is said to be; null on the last one
 */
record GraphPage(List<String> ids, @Nullable String nextLink) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	GraphPage {
		ids = List.copyOf(ids);
	}

	static GraphPage read(byte[] body) throws GraphGroups.Unavailable {
		try {
			var page = JSON.readTree(body);
			var groups = page.path("value");
			if (groups.isArray()
					&& groups.valueStream().map((group) -> group.path("id")).allMatch(JsonNode::isString)) {
				return new GraphPage(groups.valueStream().map((group) -> group.path("id").stringValue()).toList(),
						page.path("@odata.nextLink").stringValue(null));
			}
		}
		catch (JacksonException _) {
			// told below
		}
		throw new GraphGroups.Unavailable("Graph's answer could not be read");
	}

	/** The address of the next page; null on the last one. */
	@Nullable URI nextBelow(URI base) throws GraphGroups.Unavailable {
		if (this.nextLink == null) {
			return null;
		}
		try {
			var next = URI.create(this.nextLink);
			if (isBelow(base, next)) {
				return next;
			}
		}
		catch (IllegalArgumentException _) {
			// told below
		}
		throw new GraphGroups.Unavailable("Graph's next page is elsewhere");
	}

	/** The token goes nowhere but to Graph. */
	private static boolean isBelow(URI base, URI next) {
		return next.normalize().equals(next) && base.getScheme().equals(next.getScheme())
				&& authority(base).equals(authority(next)) && next.getRawPath().startsWith(base.getRawPath() + "/")
				&& !next.getRawPath().contains("%");
	}

	private static String authority(URI uri) {
		return String.valueOf(uri.getRawAuthority()).toLowerCase(Locale.ROOT);
	}

}
