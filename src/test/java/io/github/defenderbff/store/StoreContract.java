package io.github.defenderbff.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import io.github.defenderbff.Concurrently;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every store does; the test of one extends this and gives it. */
public abstract class StoreContract {

	private static final Duration LONG = Duration.ofMinutes(10);

	/** A name that nothing is kept under yet. */
	private String name = "";

	@BeforeEach
	void name() {
		this.name = "test:" + UUID.randomUUID();
	}

	/** The store; it may keep values of earlier tests. */
	protected abstract Store store();

	/** Lets time pass. */
	protected abstract void pass(Duration time);

	/** As long as this takes, values live in tests that wait for their end. */
	protected abstract Duration moment();

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private @Nullable String found(@Nullable Duration prolonged) {
		return store().find(this.name, prolonged)
			.map((found) -> new String(found.value(), StandardCharsets.UTF_8))
			.orElse(null);
	}

	@Test
	void keepsWhatWasAddedFirst() {
		assertThat(found(null)).isNull();
		assertThat(store().add(this.name, bytes("one"), LONG)).isTrue();
		assertThat(store().add(this.name, bytes("two"), LONG)).isFalse();
		assertThat(found(null)).isEqualTo("one");
	}

	@Test
	void replacesOnlyWhatWasSeen() {
		assertThat(store().replace(this.name, bytes("one"), bytes("two"))).isFalse();
		store().add(this.name, bytes("one"), LONG);
		assertThat(store().replace(this.name, bytes("other"), bytes("two"))).isFalse();
		assertThat(found(null)).isEqualTo("one");
		assertThat(store().replace(this.name, bytes("one"), bytes("two"))).isTrue();
		assertThat(found(null)).isEqualTo("two");
	}

	@Test
	void replacesOneOfManyTimesAtOnce() {
		store().add(this.name, bytes("one"), LONG);
		var replaced = Concurrently.run(20, (call) -> store().replace(this.name, bytes("one"), bytes("two " + call)));
		assertThat(replaced).filteredOn((each) -> each).hasSize(1);
	}

	@Test
	void forgetsWhatWasRemoved() {
		store().add(this.name, bytes("one"), LONG);
		assertThat(store().remove(this.name)).isTrue();
		assertThat(store().remove(this.name)).isFalse();
		assertThat(found(null)).isNull();
		assertThat(store().replace(this.name, bytes("one"), bytes("two"))).as("it does not come back").isFalse();
	}

	@Test
	void forgetsWhatNobodyUsesInTime() {
		store().add(this.name, bytes("one"), moment());
		assertThat(found(null)).isEqualTo("one");
		pass(moment());
		assertThat(found(LONG)).isNull();
	}

	@Test
	void lookingAndReplacingProlongNothing() {
		store().add(this.name, bytes("one"), moment().multipliedBy(2));
		pass(moment());
		assertThat(found(null)).isEqualTo("one");
		assertThat(store().replace(this.name, bytes("one"), bytes("two"))).isTrue();
		assertThat(store().find(this.name, null).orElseThrow().left()).isLessThanOrEqualTo(moment());
		pass(moment());
		assertThat(found(null)).isNull();
	}

	@Test
	void useProlongs() {
		store().add(this.name, bytes("one"), moment());
		assertThat(found(LONG)).isEqualTo("one");
		pass(moment());
		assertThat(found(null)).isEqualTo("one");
		assertThat(store().find(this.name, null).orElseThrow().left()).isBetween(Duration.ofMinutes(9), LONG);
	}

	@Test
	void listsNames() {
		assertThat(store().listed(this.name)).isEmpty();
		store().list(this.name, "one", LONG);
		store().list(this.name, "two", LONG);
		store().list(this.name, "two", LONG);
		assertThat(store().listed(this.name)).containsExactlyInAnyOrder("one", "two");
		store().unlist(this.name, "one");
		store().unlist(this.name, "three");
		assertThat(store().listed(this.name)).containsExactly("two");
	}

	@Test
	void keepsAListForItsLongestEntry() {
		store().list(this.name, "one", LONG);
		store().list(this.name, "two", moment());
		pass(moment());
		assertThat(store().listed(this.name)).contains("one");
	}

	@Test
	void actsAndAnswers() {
		assertThat(store().alone(this.name, LONG, () -> "done")).isEqualTo("done");
		assertThat(store().alone(this.name, LONG, () -> "again")).as("the turn is given back").isEqualTo("again");
		assertThat(store().answers()).isTrue();
	}

	/** For stores that several processes share. */
	protected final void assertTurnsDoNotOverlap(Store one, Store other) {
		var inside = new AtomicInteger();
		var most = new AtomicInteger();
		Concurrently.run(20, (call) -> ((call % 2 == 0) ? one : other).alone(this.name, Duration.ofSeconds(10), () -> {
			most.accumulateAndGet(inside.incrementAndGet(), Math::max);
			LockSupport.parkNanos(1_000_000);
			return inside.decrementAndGet();
		}));
		assertThat(most).hasValue(1);
	}

}
