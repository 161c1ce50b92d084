package io.github.defenderbff.sealing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import io.github.defenderbff.problem.SettingProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Which keys are taken, and what follows from them. */
class KeyRingTests {

	private static final byte[] THING = "a machine".getBytes(StandardCharsets.UTF_8);

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", ",", " , " })
	void withoutAKeyItSaysSo(String setting) {
		assertThatExceptionOfType(SettingProblem.class).isThrownBy(() -> KeyRing.of(setting))
			.withMessage("SESSION_KEYS is not set.");
	}

	@Test
	void malformedKeyIsToldByItsPlaceAndNotByItsText() {
		var setting = TestKeys.setting(1) + ",not*base64";
		assertThatExceptionOfType(SettingProblem.class).isThrownBy(() -> KeyRing.of(setting))
			.withMessage("Key 2 of SESSION_KEYS is not base64.");
	}

	@Test
	void keyOfAnotherLengthIsRefused() {
		var setting = Base64.getEncoder().encodeToString(new byte[16]);
		assertThatExceptionOfType(SettingProblem.class).isThrownBy(() -> KeyRing.of(setting))
			.withMessage("Key 1 of SESSION_KEYS has 16 bytes, not 32.");
	}

	@Test
	void trailingCommaIsAMissingKey() {
		assertThatExceptionOfType(SettingProblem.class).isThrownBy(() -> KeyRing.of(TestKeys.setting(1) + ","))
			.withMessage("Key 2 of SESSION_KEYS has 0 bytes, not 32.");
	}

	@Test
	void sameThingHasTheSameNameEverywhere() {
		var name = TestKeys.ring(1).names("machines").of(THING);
		assertThat(name).matches("[A-Za-z0-9_-]{22}").isEqualTo(TestKeys.ring(1, 2).names("machines").of(THING));
	}

	@Test
	void nameDependsOnKeyPurposeAndThing() {
		var name = TestKeys.ring(1).names("machines").of(THING);
		assertThat(TestKeys.ring(2).names("machines").of(THING)).isNotEqualTo(name);
		assertThat(TestKeys.ring(1).names("people").of(THING)).isNotEqualTo(name);
		assertThat(TestKeys.ring(1).names("machines").of(new byte[0])).isNotEqualTo(name);
	}

	@Test
	void eachKeyIsARingOfItsOwn() {
		var names = TestKeys.ring(1, 2).each().stream().map((ring) -> ring.names("machines").of(THING));
		assertThat(names).containsExactly(TestKeys.ring(1).names("machines").of(THING),
				TestKeys.ring(2).names("machines").of(THING));
	}

}
