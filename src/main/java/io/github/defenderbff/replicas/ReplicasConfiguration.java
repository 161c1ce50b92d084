package io.github.defenderbff.replicas;

import java.time.Clock;

import io.github.defenderbff.responsecache.ResponseCache;
import io.github.defenderbff.sealing.KeyRing;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What there is of this module where a Redis is set; else there is nothing. */
@Configuration(proxyBeanMethods = false)
@Conditional(WhereRedisIsSet.class)
class ReplicasConfiguration {

	/** Connects to nothing yet. */
	@Bean
	Servers redisServers(Environment environment) {
		return Address.of(environment.getRequiredProperty(WhereRedisIsSet.URL)).servers();
	}

	@Bean
	Generations generations(KeyRing ring, Servers servers) {
		return new Generations(ring, servers.layout());
	}

	@Bean
	Redis redis(Servers servers, KeyRing ring, Generations generations, ResponseCache cache) {
		return new Redis(servers, new Messages(ring, servers.layout()), generations, cache);
	}

	@Bean
	OtherReplicas otherReplicas(Redis redis, Environment environment) {
		return new OtherReplicas(redis, "redis".equals(environment.getProperty(ReplicaSettings.SECOND_LEVEL)));
	}

	@Bean
	@ConditionalOnProperty(name = ReplicaSettings.SECOND_LEVEL, havingValue = "redis")
	SharedAnswers sharedAnswers(Redis redis, Generations generations, KeyRing ring, Clock clock) {
		return new SharedAnswers(redis, generations, ring, clock);
	}

	@Bean
	RedisBooks redisBooks(Redis redis, KeyRing ring, Servers servers, Clock clock) {
		return new RedisBooks(redis, ring, servers.layout(), clock);
	}

	@Bean
	RedisStore redisStore(Redis redis) {
		return new RedisStore(redis);
	}

	@Bean
	@ConditionalOnProperty(name = ReplicaSettings.AUDIT, havingValue = "redis", matchIfMissing = true)
	AuditFeeds auditFeeds(Redis redis, Environment environment) {
		return new AuditFeeds(redis, ReplicaSettings.auditLength(environment));
	}

	@Bean
	MeterBinder budgetMeters(Redis redis) {
		return (registry) -> Gauge.builder("quota.shared", redis, (each) -> (each.link() != null) ? 1 : 0)
			.description("Whether budgets are counted together with the other replicas")
			.register(registry);
	}

	@Bean
	ReplicasHealth replicasHealthIndicator(Redis redis) {
		return new ReplicasHealth(redis);
	}

	@Bean
	MeterBinder replicasMeters(Redis redis) {
		return (registry) -> Gauge.builder("replicas.redis", redis, (each) -> (each.upToDate() != null) ? 1 : 0)
			.description("Whether Redis answers and has heard of every change made here")
			.register(registry);
	}

}
