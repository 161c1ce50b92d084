package io.github.defenderbff.policy;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known word that somebody probably meant. */
final class Suggestion {

	private static final int CANDIDATES = 1000;

	private Suggestion() {
	}

	/** The word closest to what was written; empty when none is close. */
	static Optional<String> closest(String written, Collection<String> known) {
		return known.stream()
			.limit(CANDIDATES)
			.map((word) -> new Candidate(word, distance(written, word)))
			.filter((candidate) -> candidate.distance() <= tolerated(written))
			.min(Comparator.comparingInt(Candidate::distance))
			.map(Candidate::word);
	}

	private static int tolerated(String written) {
		return Math.clamp(written.length() / 3, 1, 4);
	}

	/** How many letters must be added, taken out or changed, letter case aside. */
	private static int distance(String one, String other) {
		if (Math.abs(one.length() - other.length()) > tolerated(one)) {
			return Integer.MAX_VALUE;
		}
		var written = one.toLowerCase(Locale.ROOT);
		var known = other.toLowerCase(Locale.ROOT);
		var above = new int[known.length() + 1];
		Arrays.setAll(above, (column) -> column);
		for (var row = 1; row <= written.length(); row++) {
			above = next(above, row, written.charAt(row - 1), known);
		}
		return above[known.length()];
	}

	private static int[] next(int[] above, int row, char letter, String known) {
		var current = new int[above.length];
		current[0] = row;
		for (var column = 1; column < current.length; column++) {
			var change = above[column - 1] + ((known.charAt(column - 1) == letter) ? 0 : 1);
			current[column] = Math.min(change, Math.min(above[column], current[column - 1]) + 1);
		}
		return current;
	}

	private record Candidate(String word, int distance) {

	}

}
