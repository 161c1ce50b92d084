package io.github.defenderbff.replicas;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import io.github.defenderbff.store.Store;
import io.github.defenderbff.store.StoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The store in a real Redis Cluster. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterStoreTests extends StoreContract {

	private final Replica replica = Replica.inCluster(1);

	private final Replica other = Replica.inCluster(1);

	@AfterAll
	void stop() {
		this.replica.close();
		this.other.close();
	}

	@Override
	protected Store store() {
		return new RedisStore(this.replica.redis);
	}

	/** Redis has a clock of its own. */
	@Override
	protected void pass(Duration time) {
		LockSupport.parkNanos(time.plusMillis(20).toNanos());
	}

	@Override
	protected Duration moment() {
		return Duration.ofMillis(300);
	}

	@Test
	void turnsOfSeveralReplicasDoNotOverlap() {
		assertTurnsDoNotOverlap(store(), new RedisStore(this.other.redis));
	}

}
