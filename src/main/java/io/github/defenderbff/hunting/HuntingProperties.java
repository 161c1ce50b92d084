package io.github.defenderbff.hunting;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import io.github.defenderbff.problem.SettingProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How hunting queries are run.
 *
 * @param through who answers them
 * @param longest how long one may run; null for as long as those who answer let it
 * @param maxRows the most rows of an answer; null for what those who answer give
 * @param maxQuery the most characters of a query
 * @param maxAnswer the largest answer that is passed on
 * @param saved the queries that everybody may run who may hunt, by their ids
 * @param freeTextRoles the roles of the role book whose people may write queries of their
 * own; empty for everybody
 */
@ConfigurationProperties("hunting")
record HuntingProperties(@DefaultValue("defender") Through through, @Nullable Duration longest,
		@Nullable Integer maxRows, @DefaultValue("10000") int maxQuery, @DefaultValue("50MB") DataSize maxAnswer,
		@DefaultValue Map<String, SavedQuery> saved, @DefaultValue Set<String> freeTextRoles) {

	/** Shorter than this no query is worth it. */
	private static final Duration LEAST = Duration.ofSeconds(10);

	/** What answers have at most without us. */
	private static final int MOST_ROWS = 100_000;

	/** What the documented body has at most. */
	private static final int LONGEST_QUERY = 100_000;

	HuntingProperties {
		saved = Collections.unmodifiableMap(new TreeMap<>(saved));
		freeTextRoles = Set.copyOf(freeTextRoles);
		if (longest != null && (longest.compareTo(LEAST) < 0 || longest.compareTo(through.longest()) > 0)) {
			throw new SettingProblem("hunting.longest is " + longest.toSeconds() + " seconds, which is out of range.",
					"Set it to between 10s and " + through.longest().toSeconds() + "s.");
		}
		between("hunting.max-rows", Objects.requireNonNullElse(maxRows, MOST_ROWS), MOST_ROWS);
		between("hunting.max-query", maxQuery, LONGEST_QUERY);
		if (maxAnswer.toBytes() < 1) {
			throw new SettingProblem("hunting.max-answer lets no answer pass.", "Set it to a size such as 50MB.");
		}
		saved.forEach((id, query) -> query.check(id, LONGEST_QUERY));
	}

	private static void between(String name, int value, int most) {
		if (value < 1 || value > most) {
			throw new SettingProblem(name + " is " + value + ", which is out of range.",
					"Set it to a number between 1 and " + most + ".");
		}
	}

	/** How long a query may run. */
	Duration longestRun() {
		return Objects.requireNonNullElse(this.longest, this.through.longest());
	}

	/** Who answers queries. */
	enum Through {

		/** Defender's own operation. Source: run-advanced-query-api.md. */
		DEFENDER(Duration.ofSeconds(200)),

		/** Microsoft Graph. Source: "Use the Microsoft Graph security API", quotas. */
		GRAPH(Duration.ofMinutes(3));

		private final Duration longest;

		Through(Duration longest) {
			this.longest = longest;
		}

		/** How long they let a query run. */
		Duration longest() {
			return this.longest;
		}

	}

	/**
	 * A query that the operator wrote.
	 *
	 * @param title what it finds, for people
	 * @param query its text
	 */
	record SavedQuery(String title, String query) {

		private void check(String id, int longest) {
			if (this.title.isBlank() || this.query.isBlank() || this.query.length() > longest) {
				throw new SettingProblem(
						"hunting.saved." + id + " has no title, no query, or a query of more than " + longest
								+ " characters.",
						"Set hunting.saved." + id + ".title and hunting.saved." + id + ".query.");
			}
		}

	}

}
