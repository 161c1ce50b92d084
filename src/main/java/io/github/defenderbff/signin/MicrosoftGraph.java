package io.github.defenderbff.signin;

import java.net.URI;
import java.util.Set;

import org.springframework.stereotype.Component;

/**
 * Where Microsoft Graph is, and what its tokens are for; the same for everything that is
 * asked of it.
 */
@Component
public final class MicrosoftGraph {

	private final GraphProperties properties;

	MicrosoftGraph(GraphProperties properties) {
		this.properties = properties;
	}

	/** Its address with the version, without a slash at the end. */
	public URI baseUrl() {
		return this.properties.graphBaseUrl();
	}

	/**
	 * What a token for one of its scopes is for, such as {@code ThreatHunting.Read.All};
	 * to be declared as a bean by whoever asks for one.
	 */
	public Resource resource(String scope) {
		return new Resource(this.properties.resource().name(), Set.of(scope));
	}

}
