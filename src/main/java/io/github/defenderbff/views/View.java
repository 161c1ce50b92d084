package io.github.defenderbff.views;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What a screen shows, as a declaration.
 *
 * @param hasSubject whether the first part is what the view is about, without which there
 * is nothing to show
 * @param parts the parts in the order in which they are told
 */
record View(boolean hasSubject, List<Wanted> parts) {

	View {
		parts = List.copyOf(parts);
	}

	/** A view of something that Defender has a record of. */
	static View about(Wanted subject) {
		return new View(true, List.of(subject));
	}

	/** A view of what Defender has no record of, only of what has to do with it. */
	static View of(Wanted first) {
		return new View(false, List.of(first));
	}

	View and(Wanted part) {
		return new View(this.hasSubject, Stream.concat(this.parts.stream(), Stream.of(part)).toList());
	}

	List<String> names() {
		return this.parts.stream().map(Wanted::name).toList();
	}

	/**
	 * The same with fewer parts; the subject always stays.
	 * @param names the parts that are wished for; null for all
	 * @throws UnknownPart if there is no such part
	 */
	View only(@Nullable List<String> names) {
		if (names == null) {
			return this;
		}
		if (names.isEmpty() || !names().containsAll(names)) {
			throw new UnknownPart(names(), names);
		}
		return new View(this.hasSubject,
				this.parts.stream().filter((part) -> isSubject(part) || names.contains(part.name())).toList());
	}

	/** The same with nothing but its subject. */
	View subjectOnly() {
		return new View(this.hasSubject, List.of(this.parts.getFirst()));
	}

	/** Whether the view is about this part, and nothing without it. */
	boolean isSubject(Wanted part) {
		return this.hasSubject && part.equals(this.parts.getFirst());
	}

	/**
	 * Throws what the whole view fails with: what its subject failed with; where there is
	 * none, what the first part failed with if nothing else came to anything.
	 */
	void throwIfFailed(List<Answered> answers) {
		var deciding = this.hasSubject ? answers.subList(0, 1) : answers;
		var failures = deciding.stream().map((answer) -> answer.part().failure()).toList();
		if (failures.stream().allMatch(Objects::nonNull)) {
			throw Objects.requireNonNull(failures.getFirst());
		}
	}

}
