package io.github.defenderbff.views;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A view as it is sent: pieces of text of ours, and between them Defender's bodies as
 * they came.
 *
 * @param pieces the text in order, not to be changed
 * @param etag a strong entity tag, quotes included
 */
record Page(List<byte[]> pieces, String etag) {

	Page {
		pieces = List.copyOf(pieces);
	}

	/** How many bytes it has. */
	long length() {
		return this.pieces.stream().mapToLong((piece) -> piece.length).sum();
	}

	void writeTo(OutputStream out) throws IOException {
		for (var piece : this.pieces) {
			out.write(piece);
		}
	}

}
