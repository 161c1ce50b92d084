package io.github.sandbox.entra;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Compares the sandbox's client secret as it is, because hashing it would only cost time.
 */
final class PlainSecrets implements PasswordEncoder {

	@Override
	public @Nullable String encode(@Nullable CharSequence rawPassword) {
		return (rawPassword != null) ? rawPassword.toString() : null;
	}

	@Override
	public boolean matches(@Nullable CharSequence rawPassword, @Nullable String encodedPassword) {
		return rawPassword != null && encodedPassword != null
				&& MessageDigest.isEqual(rawPassword.toString().getBytes(StandardCharsets.UTF_8),
						encodedPassword.getBytes(StandardCharsets.UTF_8));
	}

}
