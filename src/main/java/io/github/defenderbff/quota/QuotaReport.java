package io.github.defenderbff.quota;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.defenderbff.signin.Subject;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * How much of one operation's limits is used.
 *
 * @param operation the operation's id
 * @param windows one for each limit
 * @param pausedUntil when the pause is over that Defender asked for; null for no pause
 * @param waiting how many calls wait
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuotaReport(@Schema(example = "machines.list") String operation, List<Limit> windows,
		@Nullable Instant pausedUntil, int waiting) {

	private static final int MOST_PEOPLE = 10;

	public QuotaReport {
		windows = List.copyOf(windows);
	}

	static QuotaReport of(Gate gate) {
		var usage = gate.usage();
		return new QuotaReport(gate.family().operation(), usage.windows().stream().map(Limit::of).toList(),
				usage.pausedUntil(), gate.waiting());
	}

	boolean saysAnything() {
		return this.pausedUntil != null || this.waiting > 0
				|| this.windows.stream().anyMatch((window) -> !window.people().isEmpty());
	}

	/**
	 * One limit.
	 *
	 * @param window its name
	 * @param unit what is counted
	 * @param seconds how long it looks back
	 * @param limit how much Defender allows all people together in that time
	 * @param reserve how much of it only changes may use
	 * @param used how much is used
	 * @param left how much is not
	 * @param resetSeconds how long it is until more is left; zero if nothing is used
	 * @param people who used most, at most ten
	 */
	@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
	public record Limit(@Schema(example = "minute") String window, @Schema(allowableValues = {
			"calls", "run_seconds" }) String unit, @Schema(example = "60") long seconds,
			@Schema(example = "100") long limit, @Schema(example = "10") long reserve,
			@Schema(example = "37") long used, @Schema(example = "63") long left,
			@Schema(example = "12") long resetSeconds, List<Use> people){

		public Limit {
			people = List.copyOf(people);
		}

		private static Limit of(Usage.OfWindow usage) {
			var window = usage.window();
			var unit = window.unit();
			return new Limit(window.name(), unit.word(), window.length().toSeconds(), unit.told(window.limit()),
					unit.told(window.reserve()), unit.told(usage.used()), unit.told(window.limit() - usage.used()),
					RateLimits.seconds(usage.reset()), people(usage.people(), unit));
		}

		private static List<Use> people(Map<Subject, Long> people, Window.Unit unit) {
			return people.entrySet()
				.stream()
				.sorted(Map.Entry.<Subject, Long>comparingByValue(Comparator.reverseOrder())
					.thenComparing((entry) -> entry.getKey().id()))
				.limit(MOST_PEOPLE)
				.map((entry) -> new Use(entry.getKey().kind().word(), entry.getKey().id(), unit.told(entry.getValue())))
				.toList();
		}

	}

	/**
	 * What one caller used.
	 *
	 * @param kind whether it is a person or an application
	 * @param id the object id, or the client id
	 * @param used how much
	 */
	public record Use(@Schema(allowableValues = {
			"person", "application" }) String kind, @Schema(example = "5e1f0c3a-8d0b-4a52-9d1e-7c1b1c3b9a10") String id,
			@Schema(example = "21") long used){

	}

}
