package io.github.defenderbff.replicas;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import io.github.defenderbff.sealing.TestKeys;
import io.github.defenderbff.store.Store;
import io.github.defenderbff.store.StoreContract;
import io.github.defenderbff.store.StoreUnavailable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The store in a real Redis. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisStoreTests extends StoreContract {

	private final Replica replica;

	private final Replica other;

	RedisStoreTests() {
		RealRedis.shared().start();
		this.replica = new Replica(TestKeys.ring(1));
		this.other = new Replica(TestKeys.ring(1));
	}

	@BeforeEach
	void await() {
		Awaitility.await().atMost(Replica.LONG).until(() -> store().answers());
	}

	@AfterAll
	void stop() {
		this.replica.close();
		this.other.close();
		RealRedis.shared().start();
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

	@Test
	void turnOfOneThatDiedIsOverInTime() {
		var store = store();
		store.add("test:died:turn", new byte[] { 1 }, Duration.ofMillis(300));
		assertThat(store.alone("test:died", Duration.ofSeconds(1), () -> "done")).isEqualTo("done");
	}

	@Test
	void nothingIsFoundOrLostWhileRedisIsAway() {
		var store = store();
		RealRedis.shared().stop();
		try {
			assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> store.find("test:away", null));
			assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> store.remove("test:away"));
			assertThat(store.answers()).isFalse();
		}
		finally {
			RealRedis.shared().start();
		}
		Awaitility.await().atMost(Replica.LONG).until(store::answers);
		assertThat(store.find("test:away", null)).isEmpty();
	}

}
