package io.github.sandbox.defender;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** An address of the storage that is a secret in itself until it expires. */
final class SignedUrl {

	private SignedUrl() {
	}

	static String of(String container, String name, Instant expiry) {
		return "https://storage.nordhavn.example/%s/%s?se=%s&sp=r&sig=c2FuZGJveC1vbmx5".formatted(container, name,
				expiry.truncatedTo(ChronoUnit.SECONDS));
	}

}
