package io.github.defenderbff.replicas;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.defenderbff.audit.AuditStream;
import io.lettuce.core.RedisException;
import io.lettuce.core.XAddArgs;

/**
 * The audit as streams in Redis. They are not sealed: others read them. The oldest
 * entries make room for new ones.
 */
final class AuditFeeds implements AuditStream {

	static final String CALLERS = "bff:audit";

	static final String ANYBODY = "bff:audit:anybody";

	static final String ENTRY = "entry";

	private final Redis redis;

	private final long length;

	AuditFeeds(Redis redis, long length) {
		this.redis = redis;
		this.length = length;
	}

	@Override
	public CompletableFuture<?> append(Feed feed, String entry) {
		var link = this.redis.link();
		if (link == null) {
			return CompletableFuture.failedFuture(new RedisException("Redis is away"));
		}
		var added = link.commands()
			.xadd(name(feed), XAddArgs.Builder.maxlen(this.length).approximateTrimming(),
					Map.of(ENTRY, entry.getBytes(StandardCharsets.UTF_8)));
		return CompletableFuture.allOf(added.toCompletableFuture())
			.orTimeout(Redis.WAIT.toMillis(), TimeUnit.MILLISECONDS)
			.whenComplete((_, failure) -> {
				if (failure instanceof TimeoutException) {
					this.redis.suspect(link);
				}
			});
	}

	private static String name(Feed feed) {
		return switch (feed) {
			case CALLERS -> CALLERS;
			case ANYBODY -> ANYBODY;
		};
	}

}
