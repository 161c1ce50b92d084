package io.github.defenderbff.responsecache;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Compresses a body once, for all who accept it so. */
final class Gzip {

	/** What is shorter takes longer to compress than to send. */
	private static final int WORTHWHILE = 2048;

	private static final byte[] NONE = {};

	private Gzip() {
	}

	/** The body compressed; empty where that would save less than a tenth. */
	static byte[] twin(byte[] body) {
		if (body.length <= WORTHWHILE) {
			return NONE;
		}
		var compressed = new ByteArrayOutputStream(body.length / 4);
		try (var gzip = new GZIPOutputStream(compressed, 8192)) {
			gzip.write(body);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return (compressed.size() < body.length - body.length / 10) ? compressed.toByteArray() : NONE;
	}

}
