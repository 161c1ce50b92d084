package io.github.defenderbff.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Answers every request without a body with the same bytes after the same time, on one
 * thread of its own, so that what it costs can be told from what a client costs.
 */
final class FixedAnswerServer implements AutoCloseable {

	private static final byte[] ANSWER = answer(1500);

	private final Selector selector = Selector.open();

	private final ServerSocketChannel listening = ServerSocketChannel.open();

	/** All wait equally long, so who came first is answered first. */
	private final Queue<Due> due = new ArrayDeque<>();

	private final ByteBuffer buffer = ByteBuffer.allocateDirect(65_536);

	private final AtomicInteger connections = new AtomicInteger();

	private final long latency;

	private final Thread thread;

	FixedAnswerServer(Duration latency) throws IOException {
		this.latency = latency.toNanos();
		this.listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
		this.listening.configureBlocking(false).register(this.selector, SelectionKey.OP_ACCEPT);
		this.thread = Thread.ofPlatform().daemon().name("upstream").start(this::serve);
	}

	private static byte[] answer(int length) {
		var body = "{\"value\":[\"" + "a".repeat(length - 14) + "\"]}";
		return ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
			.formatted(body.length()) + body).getBytes(StandardCharsets.US_ASCII);
	}

	URI address() {
		try {
			return URI.create("http://localhost:" + ((InetSocketAddress) this.listening.getLocalAddress()).getPort());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** How many connections were opened so far. */
	int connections() {
		return this.connections.get();
	}

	/** The processor time its thread took so far, in nanoseconds. */
	long processorTime() {
		return ManagementFactory.getThreadMXBean().getThreadCpuTime(this.thread.threadId());
	}

	private void serve() {
		try {
			while (this.selector.isOpen()) {
				var next = this.due.peek();
				var wait = (next != null) ? next.at() - System.nanoTime() : Long.MAX_VALUE;
				if (next != null && wait <= 0) {
					next.to().write(ByteBuffer.wrap(ANSWER));
					this.due.remove();
					continue;
				}
				this.selector.select(this::ready, (next != null) ? TimeUnit.NANOSECONDS.toMillis(wait) + 1 : 0);
			}
		}
		catch (IOException | ClosedSelectorException _) {
			// the benchmark is over
		}
	}

	@SuppressWarnings("resource")
	private void ready(SelectionKey key) {
		try {
			if (key.isAcceptable()) {
				this.connections.incrementAndGet();
				this.listening.accept().configureBlocking(false).register(this.selector, SelectionKey.OP_READ);
				return;
			}
			var client = (SocketChannel) key.channel();
			this.buffer.clear();
			if (client.read(this.buffer) < 0) {
				client.close();
				return;
			}
			this.due.add(new Due(System.nanoTime() + this.latency, client));
		}
		catch (IOException _) {
			key.cancel();
		}
	}

	@Override
	public void close() throws IOException {
		this.listening.close();
		this.selector.close();
	}

	private record Due(long at, SocketChannel to) {

	}

}
