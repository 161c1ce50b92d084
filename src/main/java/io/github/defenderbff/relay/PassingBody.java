package io.github.defenderbff.relay;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A large answer that is being passed on. It gives its place back once: at its end, when
 * it is closed, or when its time is over, even if nobody ever reads or closes it.
 */
final class PassingBody extends FilterInputStream {

	private final AtomicBoolean placed = new AtomicBoolean(true);

	private final Runnable leave;

	private final Alarm alarm;

	PassingBody(InputStream body, Duration longest, Runnable leave) {
		super(body);
		this.leave = leave;
		this.alarm = Alarm.after(longest, this::close);
	}

	@Override
	public int read() throws IOException {
		var one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		var count = super.read(bytes, offset, length);
		if (count < 0) {
			leave();
		}
		return count;
	}

	private void leave() {
		this.alarm.callOff();
		if (this.placed.getAndSet(false)) {
			this.leave.run();
		}
	}

	@Override
	public void close() {
		try {
			drop(this.in);
		}
		finally {
			leave();
		}
	}

	/** Closes what nobody will read. */
	static void drop(InputStream body) {
		try {
			body.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
