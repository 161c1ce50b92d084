package io.github.defenderbff.relay;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

import io.github.defenderbff.relay.CacheStatus.Result;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.stereotype.Component;

/**
 * Counts where the answers to reads came from that the cache takes part in, on this
 * instance and since its start; failures are no answers.
 */
@Component
final class CacheResults implements MeterBinder {

	private final Map<Result, LongAdder> counts = new EnumMap<>(Result.class);

	CacheResults() {
		for (var result : Result.values()) {
			this.counts.put(result, new LongAdder());
		}
	}

	Payload<?> count(Payload<?> answer) {
		of(answer.cacheStatus().result()).increment();
		return answer;
	}

	long count(Result result) {
		return of(result).sum();
	}

	private LongAdder of(Result result) {
		return Objects.requireNonNull(this.counts.get(result));
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.counts.forEach((result, count) -> FunctionCounter.builder("responsecache.answers", count, LongAdder::sum)
			.tag("result", result.word())
			.description("Where the answers to reads came from that the cache takes part in")
			.register(registry));
	}

}
