package io.github.defenderbff.bulk;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import io.github.defenderbff.store.Store;
import io.github.defenderbff.store.StoreUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * A process's way to the store that others use too. The process dies at one of its
 * questions, before or after the store has done what it was asked, and asks nothing more;
 * some questions it asks are not answered, although the store may have done it.
 */
final class FrailStore implements Store {

	private final Store store;

	private final Fortune fortune;

	FrailStore(Store store, Fortune fortune) {
		this.store = store;
		this.fortune = fortune;
	}

	private <T> T ask(Supplier<T> question) {
		this.fortune.mayDie();
		if (this.fortune.isUnheard()) {
			throw new StoreUnavailable();
		}
		var answer = question.get();
		this.fortune.mayDie();
		if (this.fortune.isUnheard()) {
			throw new StoreUnavailable();
		}
		return answer;
	}

	@Override
	public Optional<Found> find(String name, @Nullable Duration prolonged) {
		return ask(() -> this.store.find(name, prolonged));
	}

	@Override
	public boolean add(String name, byte[] value, Duration time) {
		return ask(() -> this.store.add(name, value, time));
	}

	@Override
	public boolean replace(String name, byte[] before, byte[] value) {
		return ask(() -> this.store.replace(name, before, value));
	}

	@Override
	public boolean remove(String name) {
		return ask(() -> this.store.remove(name));
	}

	@Override
	public void list(String list, String name, Duration time) {
		throw new UnsupportedOperationException("runs are not listed");
	}

	@Override
	public Set<String> listed(String list) {
		throw new UnsupportedOperationException("runs are not listed");
	}

	@Override
	public void unlist(String list, String name) {
		throw new UnsupportedOperationException("runs are not listed");
	}

	@Override
	public <T> T alone(String name, Duration longest, Supplier<T> action) {
		return this.store.alone(name, longest, action);
	}

	@Override
	public boolean answers() {
		return true;
	}

}
