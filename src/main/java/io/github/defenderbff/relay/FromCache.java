package io.github.defenderbff.relay;

import java.time.Clock;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import io.github.defenderbff.responsecache.Freshness;
import io.github.defenderbff.responsecache.Key;
import io.github.defenderbff.responsecache.ResponseCache;
import io.github.defenderbff.responsecache.StoredAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Ends a read here where something is known: nothing is parsed and nobody is asked. What
 * is not fresh is served while a newer answer is fetched, and if none can be had; a
 * change never rests on it. A session that awaits a step-up reads nothing, though another
 * one of its person may have stored it.
 */
final class FromCache implements Stage {

	private final ResponseCache cache;

	private final Partitions partitions;

	private final Refresh refresh;

	private final CacheResults results;

	private final Clock clock;

	private final Stage next;

	FromCache(ResponseCache cache, Partitions partitions, Refresh refresh, CacheResults results, Clock clock,
			Stage next) {
		this.cache = cache;
		this.partitions = partitions;
		this.refresh = refresh;
		this.results = results;
		this.clock = clock;
		this.next = next;
	}

	@Override
	public Payload<?> answer(Call call) {
		if (!call.operation().storable()) {
			return this.next.answer(call);
		}
		call.caller().tokens().requireNoStepUp();
		var mark = this.cache.mark();
		var key = this.partitions.key(call);
		return this.results.count(answer(call.keptIn(new Slot(key, mark)), key));
	}

	private Payload<?> answer(Call call, Key key) {
		var known = this.cache.find(key);
		if (known == null) {
			return unknown(call, key);
		}
		var freshness = known.at(this.clock.instant());
		if (call.terms().revalidate()) {
			return (freshness == Freshness.SPENT) ? this.next.answer(call) : newerThan(known, call, key);
		}
		if (call.terms().forChange()) {
			return (this.cache.findProof(key) != null) ? hit(known) : this.next.answer(call);
		}
		return switch (freshness) {
			case FRESH -> hit(known);
			case WHILE_REVALIDATE -> whileRefreshing(known, call);
			case IF_ERROR -> newerThan(known, call, key);
			case SPENT -> this.next.answer(call);
		};
	}

	private Payload<?> unknown(Call call, Key key) {
		var absence = call.terms().revalidate() ? null : this.cache.findAbsence(key);
		if (absence != null) {
			throw absence;
		}
		return this.next.answer(call);
	}

	private Payload<?> hit(StoredAnswer known) {
		return Payload.kept(known, CacheStatus.hit(known.timeToLive(this.clock.instant())));
	}

	private Payload<?> whileRefreshing(StoredAnswer known, Call call) {
		this.refresh.begin(call);
		return hit(known);
	}

	/** Asks Defender, without waiting for quota, and falls back on what is known. */
	private Payload<?> newerThan(StoredAnswer known, Call call, Key key) {
		try {
			return this.next.answer(call.impatient());
		}
		catch (Failure failure) {
			if (isNoAnswer(failure) && !call.terms().forChange() && known.isGoodIfError(this.clock.instant())
					&& isStillKept(known, key)) {
				return Payload.kept(known,
						CacheStatus.hitInsteadOf(failure.type(), known.timeToLive(this.clock.instant())));
			}
			throw failure;
		}
	}

	/** Whether an older answer is better than that. */
	private static boolean isNoAnswer(Failure failure) {
		return failure.type() == ProblemType.QUOTA_EXHAUSTED
				|| (failure instanceof UpstreamFailure upstream && upstream.ofDefender());
	}

	/** A change may have overtaken it while Defender was asked. */
	@SuppressWarnings("ReferenceEquality")
	private boolean isStillKept(@Nullable StoredAnswer known, Key key) {
		return this.cache.find(key) == known;
	}

}
