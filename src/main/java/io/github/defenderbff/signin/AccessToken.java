package io.github.defenderbff.signin;

/**
 * An access token for Defender or another resource; its text form is masked.
 *
 * @param value what goes into the Authorization header, and nowhere else
 */
public record AccessToken(String value) {

	@Override
	public String toString() {
		return "AccessToken[masked]";
	}

}
