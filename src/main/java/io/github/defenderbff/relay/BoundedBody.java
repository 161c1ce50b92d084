package io.github.defenderbff.relay;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.springframework.util.unit.DataSize;

/** An answer that breaks off where it is larger than it may be. */
final class BoundedBody extends FilterInputStream {

	private final DataSize largest;

	private long left;

	BoundedBody(InputStream body, DataSize largest) {
		super(body);
		this.largest = largest;
		this.left = largest.toBytes();
	}

	@Override
	public int read() throws IOException {
		var one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		var count = super.read(bytes, offset, length);
		this.left -= Math.max(0, count);
		if (this.left < 0) {
			throw UpstreamFailure.invalidAnswer("The answer has more than " + this.largest.toBytes()
					+ " bytes, which is more than this service passes on. Ask for less.");
		}
		return count;
	}

}
