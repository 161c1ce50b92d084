package io.github.defenderbff.replicas;

import io.github.defenderbff.responsecache.Change;
import io.github.defenderbff.responsecache.Peers;

/**
 * Tells the other replicas of changes. What cannot be told now is told, as a change of
 * everything, when Redis is back.
 */
final class OtherReplicas implements Peers {

	private final Redis redis;

	private final boolean waits;

	/**
	 * Creates them.
	 * @param waits whether answers are read from Redis, and must not be found there any
	 * more when a change is done
	 */
	OtherReplicas(Redis redis, boolean waits) {
		this.redis = redis;
		this.waits = waits;
	}

	@Override
	public void tell(Change change) {
		var link = this.redis.upToDate();
		if (link == null) {
			this.redis.fellBehind();
			return;
		}
		var told = this.redis.tell(link, change).whenComplete((_, failure) -> {
			if (failure != null) {
				this.redis.fellBehind();
			}
		});
		if (this.waits && !Redis.isDoneWithin(Redis.WAIT, told)) {
			this.redis.fellBehind();
		}
	}

}
