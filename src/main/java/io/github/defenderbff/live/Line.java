package io.github.defenderbff.live;

import java.io.IOException;

/** What a stream is written to. */
interface Line {

	/** Writes, and waits until that is done. */
	void write(byte[] bytes) throws IOException;

	/** Closes it, whoever writes; does not wait. */
	void close();

}
