package io.github.defenderbff.relay;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;

/**
 * The body of Defender's answer while it arrives. A connection that falls silent or
 * breaks is a failure of Defender's side, also when part of the body has been passed on
 * already.
 */
final class UpstreamBody extends FilterInputStream {

	private final Alarm deadline;

	private final Runnable hangUp;

	/**
	 * Makes a body.
	 * @param body what arrives
	 * @param deadline when it must be there
	 * @param hangUp ends the connection, unless the body has ended before
	 */
	UpstreamBody(InputStream body, Alarm deadline, Runnable hangUp) {
		super(body);
		this.deadline = deadline;
		this.hangUp = hangUp;
	}

	@Override
	public int read() {
		var one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) {
		try {
			var count = this.in.read(bytes, offset, length);
			if (count < 0 && this.deadline.rang()) {
				throw new IOException("Closed");
			}
			return count;
		}
		catch (IOException ex) {
			throw UpstreamFailure.noAnswer(this.deadline.rang() ? new SocketTimeoutException("Not whole in time") : ex);
		}
	}

	/** Lets it take as long as its reader takes. */
	void takeTime() {
		this.deadline.callOff();
	}

	/** Waits for nothing: what was not read yet is not wanted. */
	@Override
	public void close() {
		this.deadline.callOff();
		this.hangUp.run();
	}

}
