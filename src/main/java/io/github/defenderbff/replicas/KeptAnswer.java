package io.github.defenderbff.replicas;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.GZIPInputStream;

import io.github.defenderbff.responsecache.Lifetime;
import io.github.defenderbff.responsecache.StoredAnswer;
import io.github.defenderbff.responsecache.Tags;

/**
 * An answer as Redis has it, once unsealed.
 *
 * @param key what it was stored under, in full
 * @param generations those behind its tags
 * @param ofSubject those behind whoever had Defender asked
 * @param answer the answer
 */
record KeptAnswer(Words key, Words generations, Words ofSubject, StoredAnswer answer) {

	/** Reads it; the tags are those of everything under this key, but for who asked. */
	static KeptAnswer read(byte[] bytes, Tags tags) {
		try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
			return new KeptAnswer(Words.read(in), Words.read(in), Words.read(in), answer(in, tags));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static StoredAnswer answer(DataInputStream in, Tags tags) throws IOException {
		var askedBy = Spelling.subject(Words.read(in));
		var receivedAt = Instant.ofEpochMilli(in.readLong());
		var lifetime = new Lifetime(Duration.ofMillis(in.readLong()), Duration.ofMillis(in.readLong()),
				Duration.ofMillis(in.readLong()));
		var etag = in.readUTF();
		var compressed = in.readBoolean();
		var rest = in.readAllBytes();
		return new StoredAnswer(compressed ? decompressed(rest) : rest, compressed ? rest : new byte[0], etag,
				receivedAt, lifetime, new Tags(tags.about(), tags.machine(), askedBy));
	}

	private static byte[] decompressed(byte[] gzip) throws IOException {
		try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
			return in.readAllBytes();
		}
	}

	byte[] bytes() {
		var bytes = new ByteArrayOutputStream();
		try (var out = new DataOutputStream(bytes)) {
			this.key.write(out);
			this.generations.write(out);
			this.ofSubject.write(out);
			write(this.answer, out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static void write(StoredAnswer answer, DataOutputStream out) throws IOException {
		new Words(Spelling.of(answer.tags().askedBy())).write(out);
		out.writeLong(answer.receivedAt().toEpochMilli());
		out.writeLong(answer.lifetime().fresh().toMillis());
		out.writeLong(answer.lifetime().whileRevalidate().toMillis());
		out.writeLong(answer.lifetime().ifError().toMillis());
		out.writeUTF(answer.etag());
		out.writeBoolean(answer.gzip().length > 0);
		out.write((answer.gzip().length > 0) ? answer.gzip() : answer.bytes());
	}

}
