package io.github.defenderbff.replicas;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.defenderbff.responsecache.Change;
import io.github.defenderbff.responsecache.Key;
import io.github.defenderbff.responsecache.Partition;
import io.github.defenderbff.responsecache.Tags;
import io.github.defenderbff.sealing.TestKeys;
import io.github.defenderbff.signin.Subject;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/** That what is told and named means what it is about, and nothing else. */
class GenerationsTests {

	private static final Generations GENERATIONS = new Generations(TestKeys.ring(1, 2), Layout.ONE_SERVER);

	@Property(tries = 500)
	void changeReplacesAGenerationBehindExactlyWhatItTouches(@ForAll("changes") Change change,
			@ForAll("tags") Tags tags) {
		var behind = new HashSet<>(GENERATIONS.behind(tags));
		behind.addAll(GENERATIONS.behind(tags.askedBy()));
		assertThat(!Collections.disjoint(behind, GENERATIONS.replacedBy(change))).isEqualTo(change.touches(tags));
	}

	@Property(tries = 300)
	void replicaWithAnyCommonKeySeesTheChange(@ForAll("changes") Change change, @ForAll("tags") Tags tags) {
		var behind = new HashSet<>(new Generations(TestKeys.ring(3, 2), Layout.ONE_SERVER).behind(tags));
		behind.addAll(new Generations(TestKeys.ring(3, 2), Layout.ONE_SERVER).behind(tags.askedBy()));
		assertThat(!Collections.disjoint(behind, GENERATIONS.replacedBy(change))).isEqualTo(change.touches(tags));
	}

	@Property(tries = 300)
	void changeIsReadAsItWasTold(@ForAll("changes") Change change) {
		var messages = new Messages(TestKeys.ring(1), Layout.ONE_SERVER);
		var other = new Messages(TestKeys.ring(2, 1), Layout.ONE_SERVER);
		messages.of(change).forEach((channel, message) -> assertThat(other.read(channel, message)).contains(change));
	}

	@Property(tries = 50)
	void nobodyHearsThemselves(@ForAll("changes") Change change) {
		var messages = new Messages(TestKeys.ring(1), Layout.ONE_SERVER);
		messages.of(change).forEach((channel, message) -> assertThat(messages.read(channel, message)).isEmpty());
	}

	@Property(tries = 50)
	void messageThatCannotBeReadIsAboutEverything(@ForAll byte[] message) {
		var messages = new Messages(TestKeys.ring(1), Layout.ONE_SERVER);
		assertThat(messages.read(messages.channels().getFirst(), message)).contains(new Change.OfEverything());
	}

	@Property(tries = 500)
	void noTwoKeysAreSpeltAlike(@ForAll("keys") Key one, @ForAll("keys") Key other) {
		assertThat(Arrays.equals(Spelling.of(one).bytes(), Spelling.of(other).bytes())).isEqualTo(one.equals(other));
	}

	@Property(tries = 200)
	void wordsComeBack(@ForAll List<String> words) {
		var readable = words.stream().map((word) -> word.replaceAll("\\p{Cs}", "?")).toList();
		assertThat(Words.read(new Words(readable).bytes()).all()).isEqualTo(readable);
	}

	@Provide
	Arbitrary<Change> changes() {
		Arbitrary<Change> inDefender = Combinators.combine(entities(), machines()).as(Change.InDefender::new);
		return Arbitraries.oneOf(inDefender, subjects().map(Change.OfSubject::new),
				Arbitraries.just(new Change.OfEverything()));
	}

	@Provide
	Arbitrary<Tags> tags() {
		return Combinators.combine(entities(), machines(), subjects()).as(Tags::new);
	}

	@Provide
	Arbitrary<Key> keys() {
		var words = Arbitraries.of("", "1", "a", "0");
		Arbitrary<Partition> own = subjects().map(Partition.Own::new);
		Arbitrary<Partition> alike = Combinators
			.combine(words, words.list().ofMaxSize(2), words.list().ofMaxSize(2), words.list().ofMaxSize(2), words)
			.as(Partition.Alike::new);
		return Combinators.combine(Arbitraries.oneOf(own, alike), words, words).as(Key::new);
	}

	private static Arbitrary<Set<String>> entities() {
		return Arbitraries.of("machines", "alerts", "machineActions").set().ofMinSize(1);
	}

	private static Arbitrary<@Nullable String> machines() {
		return Arbitraries.of("m1", "m2").injectNull(0.3);
	}

	private static Arbitrary<Subject> subjects() {
		return Combinators
			.combine(Arbitraries.of(Subject.Kind.class), Arbitraries.of("t1", "t2"), Arbitraries.of("ada", "bob"))
			.as(Subject::new);
	}

}
