package io.github.defenderbff.quota;

import java.time.Duration;
import java.util.Map;

import io.github.defenderbff.problem.SettingProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Defender's limits are divided.
 *
 * @param reserve which part of each limit only changes may use
 * @param longestWait how long a call waits for its turn at most
 * @param longestQueue how many calls of one operation wait at the same time at most
 * @param weights how many times the usual share somebody may have, by object id or client
 * id
 * @param limits other limits than the documented ones, by operation id
 * @param localFraction which part of each limit an instance may use that shares limits
 * with others and does not reach them
 */
@ConfigurationProperties("quota")
record QuotaProperties(@DefaultValue("0.1") double reserve, @DefaultValue("2s") Duration longestWait,
		@DefaultValue("50") int longestQueue, @DefaultValue Map<String, Double> weights,
		@DefaultValue Map<String, OtherLimits> limits, @DefaultValue("0.5") double localFraction) {

	QuotaProperties {
		weights = Map.copyOf(weights);
		limits = Map.copyOf(limits);
		if (!(reserve >= 0 && reserve <= 0.9)) {
			throw new SettingProblem("quota.reserve is no part of a limit.",
					"Set it to a number from 0 to 0.9; 0.1 keeps a tenth of each limit for changes.");
		}
		if (longestWait.isNegative() || longestQueue < 0) {
			throw new SettingProblem("quota.longest-wait or quota.longest-queue is negative.",
					"Set either to 0 if no call is to wait.");
		}
		if (!(localFraction > 0 && localFraction <= 1)) {
			throw new SettingProblem("quota.local-fraction is no part of a limit.",
					"Set it to a number above 0, up to 1: with 0.5 a replica that does not reach Redis uses half of each limit.");
		}
		weights.forEach(QuotaProperties::checkWeight);
	}

	private static void checkWeight(String id, double weight) {
		if (!(weight > 0 && weight <= 1000)) {
			throw new SettingProblem("quota.weights gives '" + id + "' a weight that is none.",
					"Set a number above 0, up to 1000: 1 is the usual share, 3 is three times as much.");
		}
	}

	/** How many times the usual share the subject may have. */
	double weight(String id) {
		return this.weights.getOrDefault(id, 1.0);
	}

	/**
	 * Limits of one operation; null means the documented one, zero means none.
	 *
	 * @param perMinute calls a minute
	 * @param perHour calls an hour
	 * @param runTimePerHour run time an hour
	 * @param runTimePerDay run time a day
	 */
	record OtherLimits(@Nullable Integer perMinute, @Nullable Integer perHour, @Nullable Duration runTimePerHour,
			@Nullable Duration runTimePerDay) {

	}

}
