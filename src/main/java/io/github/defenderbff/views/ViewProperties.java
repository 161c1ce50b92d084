package io.github.defenderbff.views;

import java.time.Duration;

import io.github.defenderbff.problem.SettingProblem;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a view waits.
 *
 * @param deadline when a view is answered with what is there
 */
@ConfigurationProperties("views")
record ViewProperties(@DefaultValue("10s") Duration deadline) {

	ViewProperties {
		if (!deadline.isPositive()) {
			throw new SettingProblem("views.deadline is not a time that passes.", "Set it to more than 0s.");
		}
	}

}
