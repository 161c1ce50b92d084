package io.github.defenderbff.sealing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a seal keeps. */
class SealTests {

	private static final byte[] VALUE = "rune@nordhavn.example".getBytes(StandardCharsets.UTF_8);

	@Property(tries = 200)
	void whatWasSealedComesBackUnchanged(@ForAll byte[] value) {
		var seal = TestKeys.ring(1).seal("answers");
		assertThat(seal.open(seal.seal(value))).hasValueSatisfying((opened) -> assertThat(opened).isEqualTo(value));
	}

	@Test
	void sameValueIsNeverSealedAlike() {
		var seal = TestKeys.ring(1).seal("answers");
		assertThat(seal.seal(VALUE)).isNotEqualTo(seal.seal(VALUE));
	}

	@Test
	void valueIsNotReadable() {
		var sealed = TestKeys.ring(1).seal("answers").seal(VALUE);
		assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("rune", "nordhavn");
	}

	@Test
	void noChangedByteOpens() {
		var seal = TestKeys.ring(1).seal("answers");
		var sealed = seal.seal(VALUE);
		for (int i = 0; i < sealed.length; i++) {
			var changed = sealed.clone();
			changed[i] ^= 1;
			assertThat(seal.open(changed)).as("byte %d", i).isEmpty();
		}
	}

	@Test
	void nothingThatIsCutOffOpens() {
		var seal = TestKeys.ring(1).seal("answers");
		var sealed = seal.seal(VALUE);
		for (int length = 0; length < sealed.length; length++) {
			assertThat(seal.open(Arrays.copyOf(sealed, length))).as("%d bytes", length).isEmpty();
		}
	}

	@Test
	void nothingOpensForAnotherPurpose() {
		var ring = TestKeys.ring(1);
		assertThat(ring.seal("messages").open(ring.seal("answers").seal(VALUE))).isEmpty();
	}

	@Test
	void ringThatHasTheKeyAnywhereOpens() {
		var sealed = TestKeys.ring(1).seal("answers").seal(VALUE);
		assertThat(TestKeys.ring(2, 1).seal("answers").open(sealed)).isPresent();
		assertThat(TestKeys.ring(2).seal("answers").open(sealed)).isEmpty();
	}

	@Test
	void firstKeySeals() {
		var sealed = TestKeys.ring(2, 1).seal("answers").seal(VALUE);
		assertThat(TestKeys.ring(2).seal("answers").open(sealed)).isPresent();
		assertThat(TestKeys.ring(1).seal("answers").open(sealed)).isEmpty();
	}

}
