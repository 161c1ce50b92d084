package io.github.defenderbff.replicas;

import io.github.defenderbff.problem.SettingProblem;
import io.github.defenderbff.sealing.KeyRing;
import io.github.defenderbff.sealing.TestKeys;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/** What must be set for replicas, and what there is without. */
class ReplicaSettingsTests {

	private static final String URL = "replicas.redis-url=redis://:secret@localhost:1";

	private static final String KEYS = "sealing.keys=" + TestKeys.setting(1);

	private static void assertProblem(String message, String... settings) {
		new ApplicationContextRunner().withUserConfiguration(ReplicaSettings.class)
			.withPropertyValues(settings)
			.run((context) -> assertThat(context).getFailure()
				.isInstanceOf(SettingProblem.class)
				.hasMessage(message)
				.hasMessageNotContaining("secret"));
	}

	private static void assertStarts(String... settings) {
		new ApplicationContextRunner().withUserConfiguration(ReplicaSettings.class)
			.withPropertyValues(settings)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void withoutRedisNothingIsNeededAndNothingIsMade() {
		assertStarts();
		assertStarts("replicas.redis-url=", "sealing.keys=");
		new ApplicationContextRunner().withUserConfiguration(ReplicasConfiguration.class)
			.withPropertyValues("replicas.redis-url=", "sealing.keys=")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(Servers.class)
				.doesNotHaveBean(KeyRing.class)
				.doesNotHaveBean(ReplicasHealth.class));
	}

	@Test
	void withRedisKeysAreNeeded() {
		assertProblem("SESSION_KEYS is not set.", URL);
		assertProblem("Key 1 of SESSION_KEYS is not base64.", URL, "sealing.keys=!");
		assertStarts(URL, KEYS);
	}

	@Test
	void addressMustBeRedis() {
		assertProblem("REDIS_URL is not the address of a Redis.", "replicas.redis-url=https://secret@host", KEYS);
	}

	@Test
	void secondLevelNeedsRedis() {
		assertProblem("responsecache.second-level is 'redis', and REDIS_URL is not set.",
				"responsecache.second-level=redis");
		assertProblem("responsecache.second-level is 'disk'.", "responsecache.second-level=disk");
		assertStarts(URL, KEYS, "responsecache.second-level=redis");
	}

	@Test
	void streamOfTheAuditNeedsRedisAndALength() {
		assertProblem("audit.stream is 'redis', and REDIS_URL is not set.", "audit.stream=redis");
		assertProblem("audit.stream is 'kafka'.", URL, KEYS, "audit.stream=kafka");
		assertProblem("audit.stream-length is '0'.", URL, KEYS, "audit.stream-length=0");
		assertStarts("audit.stream=none");
		assertStarts(URL, KEYS, "audit.stream=none", "audit.stream-length=5000");
	}

}
