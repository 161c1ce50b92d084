package io.github.sandbox.entra;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.jspecify.annotations.Nullable;

/** How the Graph look-alike behaves at the moment, and what it was asked. */
final class GraphBehaviour {

	private final Queue<GraphRequest> requests = new ConcurrentLinkedQueue<>();

	private volatile @Nullable Integer failure;

	private volatile @Nullable String foreignHost;

	void reset() {
		this.requests.clear();
		restore();
	}

	void restore() {
		this.failure = null;
		this.foreignHost = null;
	}

	void received(GraphRequest request) {
		this.requests.add(request);
	}

	List<GraphRequest> requests() {
		return List.copyOf(this.requests);
	}

	void fail(int status) {
		this.failure = status;
	}

	/** The status everything is answered with. */
	Optional<Integer> failure() {
		return Optional.ofNullable(this.failure);
	}

	void linkTo(String foreignHost) {
		this.foreignHost = foreignHost;
	}

	/** The host that links name instead of this one. */
	Optional<String> foreignHost() {
		return Optional.ofNullable(this.foreignHost);
	}

}
