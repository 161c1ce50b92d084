package io.github.defenderbff.signin;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Claims that a token must bring (OpenID Connect Core section 5.5), as Defender or the
 * identity provider demands them. They go to the identity provider and nowhere else; the
 * text form is masked.
 *
 * @param json a JSON object
 */
public record Claims(String json) {

	/** Longer challenges are not read. */
	private static final int MAXIMUM_LENGTH = 8192;

	/** What such a challenge holds; more would not fit into an address. */
	private static final int MAXIMUM_BYTES = MAXIMUM_LENGTH * 3 / 4;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/**
	 * Reads what a resource's challenge carries: Base64 with either alphabet, padded or
	 * not.
	 * @return the claims; empty if it is no JSON object, or too long to be one
	 */
	public static Optional<Claims> decoded(String base64) {
		if (base64.length() > MAXIMUM_LENGTH) {
			return Optional.empty();
		}
		try {
			var bytes = Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/'));
			return read(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
		}
		catch (IllegalArgumentException | CharacterCodingException _) {
			return Optional.empty();
		}
	}

	/**
	 * Reads what the token endpoint's refusal carries.
	 * @return the claims; empty if it is no JSON object, or too long to be one
	 */
	static Optional<Claims> read(String json) {
		if (json.getBytes(StandardCharsets.UTF_8).length > MAXIMUM_BYTES) {
			return Optional.empty();
		}
		try {
			var claims = JSON.readTree(json);
			return claims.isObject() ? Optional.of(new Claims(claims.toString())) : Optional.empty();
		}
		catch (JacksonException _) {
			return Optional.empty();
		}
	}

	@Override
	public String toString() {
		return "Claims[masked]";
	}

}
