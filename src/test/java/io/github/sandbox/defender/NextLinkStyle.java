package io.github.sandbox.defender;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The ways to say where the next page is. */
public enum NextLinkStyle {

	/** The same address with a number of rows to skip. */
	SKIP,

	/** The same address with a token that means nothing to the client. */
	SKIP_TOKEN,

	/** With the version in the path. */
	VERSIONED,

	/** On another host of Defender. */
	OTHER_DEFENDER_HOST,

	/** On somebody else's host. */
	FOREIGN_HOST;

	private static final String OTHER_HOST = "https://wdatpapi-eus-prd.securitycenter.windows.com";

	private static final String FOREIGN = "https://defender.attacker.example";

	String link(Inbound inbound, int skip) {
		return (this == SKIP_TOKEN) ? link(inbound, SkipToken.PARAMETER, SkipToken.of(skip))
				: link(inbound, "$skip", Integer.toString(skip));
	}

	String link(Inbound inbound, String option, String position) {
		List<String> pairs = new ArrayList<>();
		inbound.parameters().forEach((name, value) -> {
			if (!name.equals("$skip") && !name.equals(SkipToken.PARAMETER)) {
				pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
			}
		});
		pairs.add(option + "=" + position);
		return address(inbound.url()) + "?" + String.join("&", pairs);
	}

	private String address(URI url) {
		return switch (this) {
			case SKIP, SKIP_TOKEN -> url.toString();
			case VERSIONED -> "%s://%s%s".formatted(url.getScheme(), url.getAuthority(),
					url.getRawPath().replaceFirst("(?i)^/api/(v1\\.0/)?", "/api/v1.0/"));
			case OTHER_DEFENDER_HOST -> OTHER_HOST + url.getRawPath();
			case FOREIGN_HOST -> FOREIGN + url.getRawPath();
		};
	}

}
