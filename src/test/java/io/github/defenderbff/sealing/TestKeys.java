package io.github.defenderbff.sealing;

import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Keys for the tests of this and other modules. */
public final class TestKeys {

	private TestKeys() {
	}

	/** A setting with keys that are told apart by numbers. */
	public static String setting(int... keys) {
		return IntStream.of(keys).mapToObj(TestKeys::key).collect(Collectors.joining(","));
	}

	/** A ring with keys that are told apart by numbers. */
	public static KeyRing ring(int... keys) {
		return KeyRing.of(setting(keys));
	}

	private static String key(int number) {
		var bytes = new byte[32];
		Arrays.fill(bytes, (byte) number);
		return Base64.getEncoder().encodeToString(bytes);
	}

}
