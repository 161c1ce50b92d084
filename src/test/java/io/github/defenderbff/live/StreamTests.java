package io.github.defenderbff.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** One open answer. */
class StreamTests {

	private static final Event LARGE = Event.of(null, "alert", "\"" + "x".repeat(10_000) + "\"");

	private static final Event END = Event.of(null, "end", "{}");

	private final TestLine line = new TestLine();

	private static Stream open(TestLine line) {
		var stream = new Stream(line, line.over::countDown);
		stream.ready();
		return stream;
	}

	@Test
	void whatIsToldIsWrittenInItsOrder() {
		var stream = open(this.line);
		for (var number = 0; number < 100; number++) {
			stream.tell(Event.of(null, "a", Integer.toString(number)));
		}
		stream.end(END);
		this.line.awaitEnd();
		assertThat(this.line.written).hasSize(101)
			.startsWith("event: a\ndata: 0\n\n", "event: a\ndata: 1\n\n")
			.endsWith("event: a\ndata: 99\n\n", "event: end\ndata: {}\n\n");
	}

	@Test
	void nothingIsWrittenBeforeItIsReady() {
		var stream = new Stream(this.line, this.line.over::countDown);
		stream.end(END);
		assertThat(stream.isOver()).isTrue();
		assertThat(this.line.over.getCount()).isOne();
		stream.ready();
		this.line.awaitEnd();
		assertThat(this.line.written).hasSize(1);
	}

	@Test
	void nobodyWaitsForASlowReaderWhoseStreamIsOverWhenTooMuchWaits() throws InterruptedException {
		var stuck = new CountDownLatch(1);
		this.line.wait = stuck;
		var slow = open(this.line);
		slow.tell(LARGE);
		this.line.writing.await();
		for (var number = 0; number < 100; number++) {
			slow.tell(LARGE);
		}
		assertThat(slow.isOver()).isTrue();
		this.line.awaitEnd();
		stuck.countDown();
	}

	@Test
	void slowReaderHoldsUpNoOther() throws InterruptedException {
		var stuck = new CountDownLatch(1);
		this.line.wait = stuck;
		open(this.line).tell(LARGE);
		this.line.writing.await();
		var quick = new TestLine();
		open(quick).tell(LARGE);
		Awaitility.await().until(() -> quick.written.size() == 1);
		stuck.countDown();
	}

	@Test
	void whoHungUpIsToldNothingMore() {
		var stream = open(this.line);
		stream.lose();
		stream.tell(LARGE);
		this.line.awaitEnd();
		assertThat(this.line.written).isEmpty();
	}

	@Test
	void nothingIsToldAfterTheEnd() {
		var stream = open(this.line);
		stream.end(END);
		stream.tell(LARGE);
		this.line.awaitEnd();
		assertThat(this.line.written).hasSize(1);
	}

	/** Keeps what is written, and lets writers wait. */
	private static final class TestLine implements Line {

		private final List<String> written = new CopyOnWriteArrayList<>();

		private final CountDownLatch writing = new CountDownLatch(1);

		private final CountDownLatch over = new CountDownLatch(1);

		private volatile CountDownLatch wait = new CountDownLatch(0);

		private volatile boolean closed;

		@Override
		public void write(byte[] bytes) throws IOException {
			this.writing.countDown();
			try {
				this.wait.await();
			}
			catch (InterruptedException ex) {
				throw new IOException(ex);
			}
			this.written.add(new String(bytes, StandardCharsets.UTF_8));
		}

		@Override
		public void close() {
			this.closed = true;
		}

		void awaitEnd() {
			Awaitility.await().until(() -> this.over.getCount() == 0);
			assertThat(this.closed).isTrue();
		}

	}

}
