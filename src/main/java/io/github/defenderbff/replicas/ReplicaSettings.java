package io.github.defenderbff.replicas;

import java.util.Set;

import io.github.defenderbff.problem.SettingProblem;
import io.github.defenderbff.sealing.KeyRing;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Stops the start with one sentence when what replicas need is missing or contradictory.
 */
@Component
final class ReplicaSettings implements BeanFactoryPostProcessor {

	static final String SECOND_LEVEL = "responsecache.second-level";

	static final String AUDIT = "audit.stream";

	static final String AUDIT_LENGTH = "audit.stream-length";

	private static final long USUAL_LENGTH = 100_000;

	static final String KEYS = "sealing.keys";

	/** Runs before any bean is made, so that none of them can fail first and say less. */
	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
		check(beans.getBean(Environment.class));
	}

	private static void check(Environment environment) {
		var isSet = WhereRedisIsSet.isSet(environment);
		checkPlace(SECOND_LEVEL, environment.getProperty(SECOND_LEVEL, "none"), isSet);
		checkPlace(AUDIT, environment.getProperty(AUDIT, "none"), isSet);
		auditLength(environment);
		if (isSet) {
			Address.of(environment.getRequiredProperty(WhereRedisIsSet.URL));
			KeyRing.of(environment.getProperty(KEYS, ""));
		}
	}

	private static void checkPlace(String key, String value, boolean redisIsSet) {
		if (!Set.of("none", "redis").contains(value)) {
			throw new SettingProblem(key + " is '" + value + "'.", "Set it to 'none' or 'redis'.");
		}
		if ("redis".equals(value) && !redisIsSet) {
			throw new SettingProblem(key + " is 'redis', and REDIS_URL is not set.",
					"Set REDIS_URL to the address of a Redis, or " + key + " to 'none'.");
		}
	}

	/** About how many entries each stream of the audit keeps. */
	static long auditLength(Environment environment) {
		var value = environment.getProperty(AUDIT_LENGTH, Long.toString(USUAL_LENGTH));
		if (!value.matches("[1-9]\\d{0,9}")) {
			throw new SettingProblem(AUDIT_LENGTH + " is '" + value + "'.",
					"Set it to the number of entries to keep, such as " + USUAL_LENGTH + ".");
		}
		return Long.parseLong(value);
	}

}
