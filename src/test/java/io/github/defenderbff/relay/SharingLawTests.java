package io.github.defenderbff.relay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.defenderbff.HandMovedClock;
import io.github.defenderbff.policy.RandomRights;
import io.github.defenderbff.policy.RandomRights.Book;
import io.github.defenderbff.policy.RoleBookChanged;
import io.github.defenderbff.responsecache.Change;
import io.github.defenderbff.responsecache.ResponseCache;
import io.github.defenderbff.responsecache.Sharing;
import io.github.defenderbff.responsecache.TestCaches;
import io.github.defenderbff.signin.Caller;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is given what was fetched for somebody else: who may see the same, and nobody. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE, tries = 2000)
class SharingLawTests {

	@Property
	void nobodyIsGivenWhatSomebodyWithOtherRightsWasGiven(@ForAll("people") List<Caller> people,
			@ForAll("books") List<Book> books, @ForAll Sharing sharing, @ForAll("orders") List<Step> order) {
		var world = new World(people, books, sharing);
		order.forEach(world::take);
		world.finish();
	}

	@Property
	void peopleWithEqualRightsShareAndNobodyElse(@ForAll("people") List<Caller> people,
			@ForAll("books") List<Book> books, @ForAll Sharing sharing) {
		var first = people.getFirst();
		var second = people.getLast();
		var world = new World(people, books, sharing);
		world.read(0, Terms.USUAL);
		world.arrive(0);
		world.read(people.size() - 1, Terms.USUAL);
		assertThat(world.steps.asked.isEmpty())
			.isEqualTo(mayShare(sharing, books.getFirst(), first, second) || (first.subject().equals(second.subject())
					&& isOwn(sharing, books.getFirst(), first) && isOwn(sharing, books.getFirst(), second)));
		world.finish();
	}

	private static boolean isOwn(Sharing sharing, Book book, Caller caller) {
		return sharing == Sharing.NOBODY || book.rights(caller).isEmpty();
	}

	private static boolean mayShare(Sharing sharing, Book book, Caller one, Caller other) {
		return sharing == Sharing.EFFECTIVE_PERMISSIONS && book.rights(one).isPresent()
				&& book.rights(one).equals(book.rights(other));
	}

	@Provide
	Arbitrary<List<Caller>> people() {
		return RandomRights.callers().list().ofSize(4);
	}

	@Provide
	Arbitrary<List<Book>> books() {
		return RandomRights.books().list().ofSize(2);
	}

	@Provide
	Arbitrary<List<Step>> orders() {
		var kinds = Arbitraries.frequencyOf(Tuple.of(6, Arbitraries.just(Kind.READ)),
				Tuple.of(1, Arbitraries.just(Kind.READ_ANEW)), Tuple.of(6, Arbitraries.just(Kind.ARRIVE)),
				Tuple.of(1, Arbitraries.just(Kind.CHANGE)), Tuple.of(1, Arbitraries.just(Kind.SIGN_OUT)),
				Tuple.of(1, Arbitraries.just(Kind.OTHER_BOOK)), Tuple.of(1, Arbitraries.just(Kind.BOOK_TOLD)),
				Tuple.of(1, Arbitraries.just(Kind.WAIT)));
		return Combinators.combine(kinds, Arbitraries.integers().between(0, 3)).as(Step::new).list().ofMaxSize(30);
	}

	/** What may happen next. */
	enum Kind {

		READ, READ_ANEW, ARRIVE, CHANGE, SIGN_OUT, OTHER_BOOK, BOOK_TOLD, WAIT

	}

	/** Something happens, to the one of that number. */
	record Step(Kind kind, int number) {

	}

	/** A reader under way, and the book they were judged by. */
	private record Reader(Steps.Begun begun, Caller caller, Book book) {

	}

	/** The stages, with Defender at their end; its answers say for whom they are. */
	private static final class World {

		private final HandMovedClock clock = new HandMovedClock();

		private final Steps steps = new Steps();

		private final List<Caller> people;

		private final List<Book> books;

		private final Sharing sharing;

		private final ResponseCache cache;

		private final Partitions partitions;

		private final Stage path;

		private final List<Reader> readers = new ArrayList<>();

		private volatile Book inForce;

		private World(List<Caller> people, List<Book> books, Sharing sharing) {
			this.people = people;
			this.books = books;
			this.sharing = sharing;
			this.inForce = books.getFirst();
			this.cache = TestCaches.empty(this.clock, sharing);
			this.partitions = new Partitions(RandomRights.policy(() -> this.inForce), this.cache);
			var inner = new Coalesce(this.cache, new Keep(this.cache, new Outdate(this.cache, this.steps)));
			this.path = new FromCache(this.cache, this.partitions, new Refresh(inner, this.steps::execute),
					new CacheResults(), this.clock, inner);
		}

		void take(Step step) {
			switch (step.kind) {
				case READ -> read(step.number, Terms.USUAL);
				case READ_ANEW -> read(step.number, new Terms(true, false, true));
				case ARRIVE -> arrive(step.number);
				case CHANGE -> begin(TestCalls.ISOLATE, this.people.get(step.number), Terms.USUAL);
				case SIGN_OUT -> this.cache.forget(new Change.OfSubject(this.people.get(step.number).subject()));
				case OTHER_BOOK -> this.inForce = this.books.get(step.number % 2);
				case BOOK_TOLD -> this.partitions.forget(new RoleBookChanged());
				case WAIT -> this.clock.move(Duration.ofSeconds(List.of(1, 25, 35, 100).get(step.number)));
			}
		}

		void read(int number, Terms terms) {
			var book = this.inForce;
			var caller = this.people.get(number);
			this.readers.add(new Reader(begin(TestCalls.GET, caller, terms), caller, book));
			check();
		}

		private Steps.Begun begin(Operation operation, Caller caller, Terms terms) {
			var call = new Call(operation, caller, Map.of("id", TestCalls.MACHINE), new TreeMap<>(), null, terms, null,
					null, null);
			return this.steps.begin(() -> this.path.answer(call));
		}

		void arrive(int number) {
			if (this.steps.asked.isEmpty()) {
				return;
			}
			var index = number % this.steps.asked.size();
			var giver = this.people.indexOf(this.steps.asked.get(index).call.caller());
			var body = "[%d]".formatted(giver).getBytes(StandardCharsets.UTF_8);
			var at = this.clock.instant();
			this.steps.arrive(index, () -> Payload.received(200, body, at));
			check();
		}

		private void check() {
			this.readers.removeIf((reader) -> {
				if (reader.begun.isDone()) {
					var giver = this.people.get(Integer.parseInt(reader.begun.body().replaceAll("[\\[\\]]", "")));
					assertThat(giver.subject().equals(reader.caller.subject())
							|| mayShare(this.sharing, reader.book, giver, reader.caller))
						.as("%s was given what was for %s", reader.caller, giver)
						.isTrue();
				}
				return reader.begun.isDone();
			});
		}

		void finish() {
			while (!this.steps.asked.isEmpty()) {
				arrive(0);
			}
			assertThat(this.readers).isEmpty();
		}

	}

}
