package io.github.defenderbff.bulk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.defenderbff.signin.Subject;
import io.github.defenderbff.store.Form;
import io.github.defenderbff.store.Records;
import io.github.defenderbff.store.Records.Held;
import io.github.defenderbff.store.Shelves;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Where runs are kept. A run's id follows from whose it is and the idempotency key, so
 * that there is one run for a key, in whatever replica.
 */
@Component
final class Runs {

	/** How long a run and its key are known. */
	static final Duration KNOWN = Duration.ofHours(24);

	/** How long an owner is taken for alive that says nothing. */
	static final Duration LEASE = Duration.ofSeconds(30);

	private static final Duration LONGEST_BEGINNING = Duration.ofSeconds(10);

	private static final String KIND = "bulkrun";

	private final Shelves shelves;

	private final Records<Run> runs;

	private final Records<String> owners;

	Runs(Shelves shelves) {
		this.shelves = shelves;
		this.runs = shelves.records(KIND, new Form<>(Run.class, Function.identity(), Function.identity()));
		this.owners = shelves.records("bulkowner", new Form<>(String.class, Function.identity(), Function.identity()));
	}

	/** The ids that a run may have; a new one has the first. */
	List<String> ids(Subject subject, IdempotencyKey key) {
		return this.shelves.secrets(KIND,
				String.join("\n", subject.kind().name(), subject.tenantId(), subject.id(), key.value()));
	}

	/** Begins or continues a run of that key while no other replica does so. */
	<T> T alone(List<String> ids, Supplier<T> action) {
		return this.runs.alone(this.runs.name(ids.stream().sorted().findFirst().orElseThrow()), LONGEST_BEGINNING,
				action);
	}

	/** The run of that id, as it stands. */
	Optional<Held<Run>> find(String id) {
		return this.runs.find(this.runs.name(id), null, null);
	}

	/** Whether there is anything of that id, even if it cannot be read here. */
	boolean isThere(String id) {
		return this.runs.isThere(this.runs.name(id));
	}

	/** Keeps a new run; empty if there is one. */
	Optional<Held<Run>> add(Run run) {
		return this.runs.add(this.runs.name(run.id()), run, KNOWN);
	}

	/** Keeps the run in place of that; empty if somebody else changed it. */
	Optional<Held<Run>> replace(Held<Run> before, Run run) {
		return this.runs.replace(this.runs.name(run.id()), before, run);
	}

	/** Makes somebody the owner; false while there is one. */
	boolean own(String id, String owner) {
		return this.owners.add(this.owners.name(id), owner, LEASE).isPresent();
	}

	/** Who is known to work on it; null for nobody. */
	@Nullable String owner(String id) {
		return this.owners.find(this.owners.name(id), null, null).map(Held::value).orElse(null);
	}

	/** Says that its owner lives. */
	void live(String id, String owner) {
		if (owner.equals(owner(id))) {
			this.owners.find(this.owners.name(id), LEASE, null);
		}
	}

	/** Says that its owner leaves it. */
	void leave(String id, String owner) {
		if (owner.equals(owner(id))) {
			this.owners.remove(this.owners.name(id));
		}
	}

	/**
	 * The run as its person sees it; empty for none. The owner is looked for on both
	 * sides of it: one that came or left meanwhile lives.
	 */
	Optional<RunView> view(String id) {
		var before = this.owner(id);
		return find(id).map(Held::value).map((run) -> RunView.of(run, isOwned(run, before)));
	}

	/** Whether somebody works on the run. */
	boolean isOwned(Run run, @Nullable String before) {
		return run.endedAt() == null && (run.owner().equals(before) || run.owner().equals(owner(run.id())));
	}

}
