package io.github.defenderbff.live;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;

/**
 * An open answer. It has a thread only while there is something to write, and nobody
 * waits for its reader: what is told waits here, and if that becomes too much, the stream
 * is over.
 */
final class Stream {

	/** How many bytes may wait for a slow reader. */
	static final int MOST_WAITING = 256 * 1024;

	private final Line line;

	private final Runnable whenOver;

	private final AtomicBoolean closed = new AtomicBoolean();

	private final Deque<byte[]> waiting = new ArrayDeque<>(2);

	private int size;

	private boolean ready;

	private boolean writing;

	private boolean ending;

	/**
	 * Creates one, which is written once it is ready.
	 * @param whenOver what to do once it is over, for whatever reason
	 */
	Stream(Line line, Runnable whenOver) {
		this.line = line;
		this.whenOver = whenOver;
	}

	/** Tells it something, unless it is over. */
	void tell(Event event) {
		put(event, false);
	}

	/** Tells it something, and that was it. */
	void end(Event last) {
		put(last, true);
	}

	private synchronized void put(Event event, boolean last) {
		if (this.ending) {
			return;
		}
		this.ending = last;
		this.waiting.add(event.bytes());
		this.size += event.bytes().length;
		if (this.size > MOST_WAITING) {
			lose();
		}
		else {
			begin();
		}
	}

	/** From now on it can be written. */
	synchronized void ready() {
		this.ready = true;
		begin();
	}

	private void begin() {
		if (this.ready && !this.writing && !this.waiting.isEmpty()) {
			this.writing = true;
			Thread.ofVirtual().name("stream").start(this::write);
		}
	}

	/** Whether nothing more can be told. */
	synchronized boolean isOver() {
		return this.ending;
	}

	/** Whether nothing more is written. */
	boolean isClosed() {
		return this.closed.get();
	}

	private void write() {
		try {
			for (var next = next(); next != null; next = next()) {
				this.line.write(next);
			}
		}
		catch (IOException | RuntimeException _) {
			lose();
		}
	}

	/** What to write now; null for nothing. */
	private synchronized byte @Nullable [] next() {
		var next = this.waiting.poll();
		if (next != null) {
			this.size -= next.length;
			return next;
		}
		this.writing = false;
		if (this.ending) {
			close();
		}
		return null;
	}

	/** Nobody reads it any more, or not fast enough. */
	synchronized void lose() {
		this.ending = true;
		this.waiting.clear();
		close();
	}

	private void close() {
		if (this.closed.compareAndSet(false, true)) {
			this.line.close();
			this.whenOver.run();
		}
	}

}
