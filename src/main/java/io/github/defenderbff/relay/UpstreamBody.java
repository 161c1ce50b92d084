package io.github.defenderbff.relay;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The body of Defender's answer while it arrives. A connection that falls silent or
 * breaks is a failure of Defender's side, also when part of the body has been passed on
 * already.
 */
final class UpstreamBody extends FilterInputStream {

	private final Duration patience;

	UpstreamBody(InputStream body, Duration patience) {
		super(body);
		this.patience = patience;
	}

	@Override
	public int read() {
		var one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) {
		try {
			return (this.in.available() > 0) ? this.in.read(bytes, offset, length) : await(bytes, offset, length);
		}
		catch (IOException ex) {
			throw UpstreamFailure.noAnswer(ex);
		}
	}

	/** Closing is the only way to wake up a reader. */
	private int await(byte[] bytes, int offset, int length) throws IOException {
		var silence = new CompletableFuture<Boolean>();
		var watched = silence.completeOnTimeout(true, this.patience.toMillis(), TimeUnit.MILLISECONDS)
			.thenAccept((_) -> close());
		try {
			return timely(this.in.read(bytes, offset, length), silence);
		}
		catch (IOException ex) {
			if (silence.getNow(false)) {
				throw new HttpTimeoutException("Silent for " + this.patience);
			}
			throw ex;
		}
		finally {
			silence.cancel(false);
			watched.cancel(false);
		}
	}

	private static int timely(int length, CompletableFuture<Boolean> silence) throws IOException {
		if (silence.getNow(false)) {
			throw new IOException("closed");
		}
		return length;
	}

	@Override
	public void close() {
		try {
			super.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
