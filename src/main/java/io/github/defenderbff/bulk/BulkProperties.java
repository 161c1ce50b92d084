package io.github.defenderbff.bulk;

import java.time.Duration;

import io.github.defenderbff.problem.SettingProblem;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one person may do to many devices.
 *
 * @param machinesPerHour how many devices' changes in any hour; 0 for none at all
 * @param atOnce how many calls of one person may be under way together
 * @param longestRun how long a run may take, with all its waiting for quota
 */
@ConfigurationProperties("bulk")
record BulkProperties(@DefaultValue("200") int machinesPerHour, @DefaultValue("4") int atOnce,
		@DefaultValue("30m") Duration longestRun) {

	/** A run is known for a day, and is to be over long before. */
	private static final Duration LONGEST = Duration.ofHours(8);

	BulkProperties {
		if (machinesPerHour < 0 || machinesPerHour > 100_000) {
			throw new SettingProblem("bulk.machines-per-hour is " + machinesPerHour + ", which is out of range.",
					"Set it to a number between 0 and 100000; 0 forbids bulk operations.");
		}
		if (atOnce < 1 || atOnce > 20) {
			throw new SettingProblem("bulk.at-once is " + atOnce + ", which is out of range.",
					"Set it to a number between 1 and 20.");
		}
		if (!longestRun.isPositive() || longestRun.compareTo(LONGEST) > 0) {
			throw new SettingProblem("bulk.longest-run is no time that a run can take.",
					"Set it to more than 0s, up to 8h.");
		}
	}

}
