package io.github.defenderbff.replicas;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

import io.github.defenderbff.responsecache.Change;
import io.github.defenderbff.responsecache.Key;
import io.github.defenderbff.responsecache.Partition;
import io.github.defenderbff.signin.Subject;

/** How subjects, keys and changes are spelt as words. */
final class Spelling {

	private static final String ANY = "";

	private Spelling() {
	}

	static List<String> of(Subject subject) {
		return List.of(subject.kind().name(), subject.tenantId(), subject.id());
	}

	private static Subject subject(List<String> words) {
		return new Subject(Subject.Kind.valueOf(words.get(0)), words.get(1), words.get(2));
	}

	static Subject subject(Words words) {
		return subject(words.all());
	}

	/** No two keys are spelt alike. */
	static Words of(Key key) {
		var rest = Stream.of(key.operation(), key.parameters());
		return new Words(Stream.concat(of(key.partition()), rest).toList());
	}

	private static Stream<String> of(Partition partition) {
		return switch (partition) {
			case Partition.Own(var subject) -> Stream.concat(Stream.of("own"), of(subject).stream());
			case Partition.Alike alike ->
				Stream
					.of(Stream.of("alike", alike.tenantId(), alike.roleBook()), counted(alike.scopes()),
							counted(alike.privileges()), counted(alike.deviceGroups()))
					.flatMap((words) -> words);
		};
	}

	private static Stream<String> counted(List<String> words) {
		return Stream.concat(Stream.of(Integer.toString(words.size())), words.stream());
	}

	static List<String> of(Change change) {
		return switch (change) {
			case Change.InDefender(var entities, var machine) -> {
				var words = new ArrayList<>(List.of("in-defender", (machine != null) ? machine : ANY));
				entities.stream().sorted().forEach(words::add);
				yield words;
			}
			case Change.OfSubject(var subject) -> Stream.concat(Stream.of("of-subject"), of(subject).stream()).toList();
			case Change.OfEverything() -> List.of("of-everything");
		};
	}

	/** Of what another version says and this one does not know, the worst is assumed. */
	static Change change(List<String> words) {
		var rest = words.subList(1, words.size());
		return switch (words.getFirst()) {
			case "in-defender" -> new Change.InDefender(new HashSet<>(rest.subList(1, rest.size())),
					rest.getFirst().equals(ANY) ? null : rest.getFirst());
			case "of-subject" -> new Change.OfSubject(subject(rest));
			default -> new Change.OfEverything();
		};
	}

}
