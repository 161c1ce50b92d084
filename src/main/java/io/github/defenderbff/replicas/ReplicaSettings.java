package io.github.defenderbff.replicas;

import java.util.Set;

import io.github.defenderbff.problem.SettingProblem;
import io.github.defenderbff.sealing.KeyRing;
import io.lettuce.core.RedisURI;

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

	static final String KEYS = "sealing.keys";

	/** Runs before any bean is made, so that none of them can fail first and say less. */
	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
		check(beans.getBean(Environment.class));
	}

	private static void check(Environment environment) {
		var isSet = WhereRedisIsSet.isSet(environment);
		checkSecondLevel(environment.getProperty(SECOND_LEVEL, "none"), isSet);
		if (isSet) {
			checkUrl(environment.getRequiredProperty(WhereRedisIsSet.URL));
			KeyRing.of(environment.getProperty(KEYS, ""));
		}
	}

	private static void checkSecondLevel(String value, boolean redisIsSet) {
		if (!Set.of("none", "redis").contains(value)) {
			throw new SettingProblem(SECOND_LEVEL + " is '" + value + "'.", "Set it to 'none' or 'redis'.");
		}
		if ("redis".equals(value) && !redisIsSet) {
			throw new SettingProblem(SECOND_LEVEL + " is 'redis', and REDIS_URL is not set.",
					"Set REDIS_URL to the address of a Redis, or " + SECOND_LEVEL + " to 'none'.");
		}
	}

	/** Its text may hold a password, and is not told. */
	private static void checkUrl(String url) {
		try {
			RedisURI.create(url);
		}
		catch (RuntimeException _) {
			throw new SettingProblem("REDIS_URL is not the address of a Redis.",
					"Set REDIS_URL to an address such as rediss://user:password@redis.example.com:6379.");
		}
	}

}
