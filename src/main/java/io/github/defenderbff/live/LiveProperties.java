package io.github.defenderbff.live;

import java.time.Duration;

import io.github.defenderbff.problem.SettingProblem;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many streams there may be, and how often Defender is asked for them.
 *
 * @param streams how many may be open on one instance
 * @param streamsPerSession how many of these may be one session's
 * @param heartbeat how often each is written to and its session looked at
 * @param retry how long browsers wait at least before they open one again
 * @param actionInterval how often an action is asked for at most
 * @param alertInterval how often alerts are asked for at most
 * @param longestInterval how long failures make either wait at the most
 * @param resumable how long after it broke off a stream of alerts can be resumed
 */
@ConfigurationProperties("live")
record LiveProperties(@DefaultValue("2000") int streams, @DefaultValue("20") int streamsPerSession,
		@DefaultValue("15s") Duration heartbeat, @DefaultValue("3s") Duration retry,
		@DefaultValue("5s") Duration actionInterval, @DefaultValue("30s") Duration alertInterval,
		@DefaultValue("5m") Duration longestInterval, @DefaultValue("1h") Duration resumable) {

	LiveProperties {
		positive("live.heartbeat", heartbeat);
		positive("live.retry", retry);
		positive("live.action-interval", actionInterval);
		positive("live.alert-interval", alertInterval);
		positive("live.longest-interval", longestInterval);
		if (streams < 0 || streamsPerSession < 0) {
			throw new SettingProblem("live.streams or live.streams-per-session is negative.", "Set it to 0 or more.");
		}
	}

	private static void positive(String name, Duration value) {
		if (!value.isPositive()) {
			throw new SettingProblem(name + " is " + value + ".", "Set it to more than nothing, such as 15s.");
		}
	}

}
