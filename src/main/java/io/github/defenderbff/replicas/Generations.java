package io.github.defenderbff.replicas;

import java.util.List;
import java.util.stream.Stream;

import io.github.defenderbff.responsecache.Change;
import io.github.defenderbff.responsecache.Tags;
import io.github.defenderbff.sealing.KeyRing;
import io.github.defenderbff.sealing.KeyedNames;
import io.github.defenderbff.signin.Subject;

/**
 * The names under which Redis has generations: random values that a change replaces. An
 * answer is stored with those that were in force before Defender was asked, and is found
 * while they are. Each is kept once for every key of the ring, so that no change is
 * missed while keys are exchanged.
 */
final class Generations {

	private final List<KeyedNames> names;

	private final Layout layout;

	Generations(KeyRing ring, Layout layout) {
		this.names = ring.each().stream().map((key) -> key.names("generations")).toList();
		this.layout = layout;
	}

	/** Those that answers with these tags depend on, whoever had Defender asked. */
	List<String> behind(Tags tags) {
		var machine = tags.machine();
		var about = tags.about()
			.stream()
			.sorted()
			.flatMap((entity) -> (machine == null) ? Stream.of(ofAnyChange(entity))
					: Stream.of(ofWideChanges(entity), ofMachine(entity, machine)));
		return named(Stream.concat(Stream.of(ofEverything()), about));
	}

	/** Those that answers depend on which this subject had Defender asked for. */
	List<String> behind(Subject askedBy) {
		return named(Stream.of(of(askedBy)));
	}

	/** Those that a change replaces. */
	List<String> replacedBy(Change change) {
		return named(switch (change) {
			case Change.InDefender(var entities, var machine) -> entities.stream()
				.flatMap((entity) -> Stream.of(ofAnyChange(entity),
						(machine != null) ? ofMachine(entity, machine) : ofWideChanges(entity)));
			case Change.OfSubject(var subject) -> Stream.of(of(subject));
			case Change.OfEverything() -> Stream.of(ofEverything());
		});
	}

	private static Words ofEverything() {
		return Words.of("everything");
	}

	/** For answers that show any machine. */
	private static Words ofAnyChange(String entity) {
		return Words.of("entity", entity);
	}

	/** For answers about one machine, which a change of any machine may touch. */
	private static Words ofWideChanges(String entity) {
		return Words.of("wide", entity);
	}

	private static Words ofMachine(String entity, String machine) {
		return Words.of("machine", entity, machine);
	}

	private static Words of(Subject subject) {
		return Words.of("subject", subject.kind().name(), subject.tenantId(), subject.id());
	}

	private List<String> named(Stream<Words> things) {
		return things.map(Words::bytes)
			.flatMap((thing) -> this.names.stream().map((each) -> this.layout.together("generation:" + each.of(thing))))
			.toList();
	}

}
