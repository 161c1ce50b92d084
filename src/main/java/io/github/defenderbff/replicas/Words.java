package io.github.defenderbff.replicas;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A list of texts as bytes, and back. No two lists are the same bytes.
 *
 * @param all the texts
 */
record Words(List<String> all) {

	Words {
		all = List.copyOf(all);
	}

	static Words of(String... words) {
		return new Words(List.of(words));
	}

	/** Reads bytes; fails with {@link UncheckedIOException} if they are no list. */
	static Words read(byte[] bytes) {
		try {
			return read(new DataInputStream(new ByteArrayInputStream(bytes)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Words read(DataInputStream in) throws IOException {
		var words = new ArrayList<String>();
		for (int left = in.readInt(); left > 0; left--) {
			var length = in.readInt();
			var word = in.readNBytes(length);
			if (word.length < length) {
				throw new IOException("cut off");
			}
			words.add(new String(word, StandardCharsets.UTF_8));
		}
		return new Words(words);
	}

	void write(DataOutputStream out) throws IOException {
		out.writeInt(this.all.size());
		for (var word : this.all) {
			var bytes = word.getBytes(StandardCharsets.UTF_8);
			out.writeInt(bytes.length);
			out.write(bytes);
		}
	}

	byte[] bytes() {
		var bytes = new ByteArrayOutputStream();
		try {
			write(new DataOutputStream(bytes));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

}
