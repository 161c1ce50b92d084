package io.github.defenderbff.quota;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;

import io.github.defenderbff.signin.Subject;

/**
 * Those who wait for one family, in turns by person: whoever has waiting calls passes
 * with one of them before anybody passes with a second. Not thread-safe.
 */
final class Line {

	private final SequencedMap<Subject, List<Place>> people = new LinkedHashMap<>();

	private final int longest;

	/**
	 * Creates a line that nobody waits in.
	 * @param longest how many calls may wait at the same time
	 */
	Line(int longest) {
		this.longest = longest;
	}

	int length() {
		return this.people.values().stream().mapToInt(Collection::size).sum();
	}

	/** A new place behind the person's others; what is urgent stands before the rest. */
	Place join(Claim claim) {
		var place = new Place(claim);
		var mine = this.people.computeIfAbsent(claim.who(), (_) -> new ArrayList<>());
		var urgent = (int) mine.stream().filter((other) -> other.claim().urgent()).count();
		mine.add(claim.urgent() ? urgent : mine.size(), place);
		return place;
	}

	void leave(Place place) {
		this.people.computeIfPresent(place.claim().who(), (_, mine) -> {
			mine.remove(place);
			return mine.isEmpty() ? null : mine;
		});
	}

	/**
	 * Takes a place from whoever has most if there are more than may wait: the newcomer's
	 * if they have no fewer than others. So who has many calls waiting keeps nobody out.
	 */
	void shorten(Place newcomer) {
		if (length() <= this.longest) {
			return;
		}
		var most = this.people.values().stream().max(Comparator.comparingInt(Collection::size)).orElseThrow();
		var own = this.people.get(newcomer.claim().who());
		var loser = (own != null && own.size() == most.size()) ? newcomer : most.getLast();
		loser.lose();
		leave(loser);
	}

	/** When the next one may be able to pass; far in the future if nobody waits. */
	Instant next() {
		return this.people.values()
			.stream()
			.map((places) -> places.getFirst().ready())
			.min(Comparator.naturalOrder())
			.orElse(Instant.MAX);
	}

	/** Lets pass whoever can now. */
	void admit(Function<Claim, Verdict> ledger, Instant now) {
		var anybody = true;
		while (anybody) {
			anybody = false;
			for (var who : List.copyOf(this.people.keySet())) {
				anybody |= passes(who, ledger, now);
			}
		}
	}

	/** Whose first call cannot pass, none of theirs can: the others find no more. */
	private boolean passes(Subject who, Function<Claim, Verdict> ledger, Instant now) {
		var mine = this.people.get(who);
		if (mine == null) {
			return false;
		}
		var verdict = ledger.apply(mine.getFirst().claim());
		switch (verdict) {
			case Verdict.Wait wait -> mine.forEach((place) -> place.tell(wait, now));
			case Verdict.Taken taken -> {
				mine.removeFirst().tell(taken, now);
				this.people.remove(who);
				if (!mine.isEmpty()) {
					this.people.put(who, mine);
				}
			}
		}
		return verdict instanceof Verdict.Taken;
	}

}
