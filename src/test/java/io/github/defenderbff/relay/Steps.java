package io.github.defenderbff.relay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Lets many calls be under way at once, in an order that a test says: each runs on a
 * thread of its own, and only until it waits for the end of the path or for another call.
 */
final class Steps implements Stage {

	/** What reached the end of the path and was not answered yet, oldest first. */
	final List<Asked> asked = new CopyOnWriteArrayList<>();

	/** Who waits on the way there. */
	private final List<CompletableFuture<Void>> paused = new CopyOnWriteArrayList<>();

	private final List<Thread> threads = new ArrayList<>();

	private final AtomicLong now = new AtomicLong();

	private final ScopedValue<Long> began = ScopedValue.newInstance();

	@Override
	public Payload<?> answer(Call call) {
		var mine = new Asked(call, this.began.get(), new CompletableFuture<>());
		this.asked.add(mine);
		return mine.answer.join().get();
	}

	/** A place on the way where calls wait until they are let pass. */
	Stage before(Stage next) {
		return (call) -> {
			if (call.slot() == null) {
				return next.answer(call);
			}
			var pause = new CompletableFuture<Void>();
			this.paused.add(pause);
			pause.join();
			return next.answer(call);
		};
	}

	/** Lets one of those who wait on the way pass; false where there is none. */
	boolean pass(int number) {
		if (this.paused.isEmpty()) {
			return false;
		}
		this.paused.remove(number % this.paused.size()).complete(null);
		settle();
		return true;
	}

	/** The next moment; no two are equal. */
	long tick() {
		return this.now.incrementAndGet();
	}

	/** Begins a call, and lets it come as far as it can. */
	Begun begin(Supplier<Payload<?>> call) {
		var begun = new Begun(tick());
		execute(begun.at, () -> begun.run(call));
		settle();
		return begun;
	}

	/** Something a call leaves behind; it counts as begun when the call was. */
	void execute(Runnable task) {
		execute(this.began.get(), task);
	}

	private void execute(long at, Runnable task) {
		var thread = Thread.ofVirtual().unstarted(() -> ScopedValue.where(this.began, at).run(task));
		synchronized (this.threads) {
			this.threads.add(thread);
		}
		thread.start();
	}

	/** Lets the end of the path answer the oldest call but so many, or fail. */
	void arrive(int index, Supplier<Payload<?>> answer) {
		this.asked.remove(index).answer.complete(answer);
		settle();
	}

	/** Waits until everybody is done, or waits for somebody else. */
	private void settle() {
		while (!all().stream().allMatch(Steps::rests)) {
			Thread.onSpinWait();
		}
		synchronized (this.threads) {
			this.threads.removeIf((thread) -> thread.getState() == Thread.State.TERMINATED);
		}
	}

	private List<Thread> all() {
		synchronized (this.threads) {
			return List.copyOf(this.threads);
		}
	}

	private static boolean rests(Thread thread) {
		return thread.getState() == Thread.State.TERMINATED || thread.getState() == Thread.State.WAITING;
	}

	/** A call at the end of the path. */
	static final class Asked {

		final Call call;

		/** When the reader began for whom it is made. */
		final long began;

		private final CompletableFuture<Supplier<Payload<?>>> answer;

		private Asked(Call call, long began, CompletableFuture<Supplier<Payload<?>>> answer) {
			this.call = call;
			this.began = began;
			this.answer = answer;
		}

	}

	/** A call that began, and what came of it. */
	static final class Begun {

		final long at;

		volatile @Nullable Payload<?> payload;

		volatile @Nullable RuntimeException failure;

		private Begun(long at) {
			this.at = at;
		}

		private void run(Supplier<Payload<?>> call) {
			try {
				this.payload = call.get();
			}
			catch (RuntimeException ex) {
				this.failure = ex;
			}
		}

		boolean isDone() {
			return this.payload != null || this.failure != null;
		}

		String body() {
			var done = this.payload;
			return (done != null && done.held() != null) ? new String(done.held(), StandardCharsets.UTF_8) : "";
		}

	}

}
