package io.github.defenderbff.signin;

import java.net.URI;
import java.util.Set;

import io.github.defenderbff.problem.SettingProblem;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether and where Microsoft Graph is asked for the groups of people who are in too many
 * for an ID token.
 *
 * @param groupsFromGraph whether it is asked; then everybody is asked for the scope at
 * sign-in
 * @param graphScope the scope that lets Graph tell people their own groups
 * @param graphBaseUrl Graph's address with its version, without a slash at the end
 */
@ConfigurationProperties("signin")
record GraphProperties(@DefaultValue("false") boolean groupsFromGraph,
		@DefaultValue("https://graph.microsoft.com/User.Read") String graphScope,
		@DefaultValue("https://graph.microsoft.com/v1.0") URI graphBaseUrl) {

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

	/** What a token that tells the groups is for. */
	Resource resource() {
		return Resource.of(this.graphScope);
	}

	GraphProperties {
		var host = graphBaseUrl.getHost();
		var safe = "https".equals(graphBaseUrl.getScheme())
				|| ("http".equals(graphBaseUrl.getScheme()) && host != null && LOOPBACK.contains(host));
		if (host == null || !safe || graphBaseUrl.getRawQuery() != null || graphBaseUrl.getRawUserInfo() != null
				|| graphBaseUrl.getRawPath().endsWith("/")) {
			throw new SettingProblem("signin.graph-base-url is '" + graphBaseUrl + "', which is not Graph's address.",
					"Set it to an https address with a version and no slash at the end, such as "
							+ "https://graph.microsoft.com/v1.0.");
		}
	}

}
