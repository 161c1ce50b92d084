package io.github.defenderbff.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import io.github.defenderbff.HandMovedClock;
import io.github.defenderbff.sealing.TestKeys;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Records as they are kept. */
class RecordsTests {

	private static final Duration LONG = Duration.ofMinutes(10);

	private final Store store = new MemoryStore(new HandMovedClock());

	private Records<List<String>> records(String kind, int... keys) {
		var form = new Form<List<String>, Document>(Document.class, Document::new, Document::words);
		return new Shelves(this.store, TestKeys.ring(keys)).records(kind, form);
	}

	private byte[] kept(String name) {
		return this.store.find(name, null).orElseThrow().value();
	}

	@Test
	void areFoundAsTheyWere() {
		var records = records("note", 1);
		var name = records.name("secret");
		records.add(name, List.of("a", "b"), LONG);
		assertThat(records.find(name, null, null).orElseThrow().value()).containsExactly("a", "b");
	}

	@Test
	void revealNothingToWhoLooksIntoTheStore() {
		var records = records("note", 1);
		var name = records.name("the-secret");
		records.add(name, List.of("the-value"), LONG);
		records.list("the-person", name, LONG);
		assertThat(name).doesNotContain("secret");
		assertThat(new String(kept(name), StandardCharsets.ISO_8859_1)).doesNotContain("value", "words");
		assertThat(this.store.listed("the-person")).isEmpty();
		assertThat(records.listed("the-person")).containsExactly(name);
	}

	@Test
	void keepTheirNamesWhileKeysAreExchanged() {
		assertThat(records("note", 2, 1).name("secret")).isEqualTo(records("note", 1).name("secret"));
	}

	@Test
	void sealedWithAnOldKeyAreReadAndSealedAnew() {
		var old = records("note", 1);
		var name = old.name("secret");
		old.add(name, List.of("a"), LONG);
		old.list("ada", name, LONG);
		var both = records("note", 2, 1);
		assertThat(both.find(name, null, null).orElseThrow().value()).containsExactly("a");
		assertThat(both.listed("ada")).containsExactly(name);
		assertThat(records("note", 2).find(name, null, null)).as("with the new key alone").isPresent();
		assertThat(old.find(name, null, null)).as("with the old key alone").isEmpty();
	}

	@Test
	void changedByOthersAreNoneAtAll() {
		var records = records("note", 1);
		var name = records.name("secret");
		var held = records.add(name, List.of("a"), LONG).orElseThrow();
		var forged = held.sealed().clone();
		forged[forged.length - 1] ^= 1;
		this.store.replace(name, held.sealed(), forged);
		assertThat(records.find(name, null, null)).isEmpty();
	}

	@Test
	void ofAnotherKindAreNoneAtAll() {
		var notes = records("note", 1);
		var held = notes.add(notes.name("secret"), List.of("a"), LONG).orElseThrow();
		var others = records("other", 1);
		this.store.add(others.name("secret"), held.sealed(), LONG);
		assertThat(others.find(others.name("secret"), null, null)).isEmpty();
	}

	@Test
	void thatAreKnownAreNotReadAgain() {
		var records = records("note", 1);
		var name = records.name("secret");
		var held = records.add(name, List.of("a"), LONG).orElseThrow();
		assertThat(records.find(name, null, held).orElseThrow().value()).isSameAs(held.value());
		records.replace(name, held, List.of("b"));
		assertThat(records.find(name, null, held).orElseThrow().value()).containsExactly("b");
	}

	@Test
	void areReplacedByWhoHasSeenThem() {
		var records = records("note", 1);
		var name = records.name("secret");
		var first = records.add(name, List.of("a"), LONG).orElseThrow();
		assertThat(records.replace(name, first, List.of("b"))).isPresent();
		assertThat(records.replace(name, first, List.of("c"))).isEmpty();
		assertThat(records.find(name, null, null).orElseThrow().value()).containsExactly("b");
	}

	/** The words of a note. */
	private record Document(List<String> words) {

	}

}
