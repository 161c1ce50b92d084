package io.github.defenderbff;

import java.util.concurrent.CompletableFuture;

import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;

/** What becomes of streams when their instance stops. */
class LiveShutdownTests {

	@Test
	void streamsAreToldToReconnectAndNobodyWaitsForThem() {
		var bff = LiveBff.start("--live.heartbeat=1h", "--spring.lifecycle.timeout-per-shutdown-phase=1h");
		try (var _ = bff.sandbox();
				var stream = EventStream.open(bff.signIn(People.RUNE_RESPONDER), "/api/live/permissions")) {
			var stopped = CompletableFuture.runAsync(bff.context()::close);
			stream.next("reconnect");
			stream.isClosed();
			stopped.join();
		}
	}

}
