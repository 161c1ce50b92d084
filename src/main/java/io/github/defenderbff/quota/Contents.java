package io.github.defenderbff.quota;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import io.github.defenderbff.signin.Subject;
import org.jspecify.annotations.Nullable;

/**
 * All that is in a book. As bytes it takes 29 for each entry and some for each person.
 *
 * @param origin tells it from a book that was begun at another time
 * @param next the id of the next entry
 * @param pausedUntil when the pause is over; null for no pause
 * @param entries the entries, the oldest first
 */
record Contents(long origin, long next, @Nullable Instant pausedUntil, List<Entry> entries) {

	Contents {
		entries = List.copyOf(entries);
	}

	/** Those of a new book. Its entries differ from those of a book that was lost. */
	static Contents none() {
		var random = ThreadLocalRandom.current();
		return new Contents(random.nextLong(), random.nextLong(Long.MAX_VALUE / 2), null, List.of());
	}

	/** Those of a new book whose entries are to stand in another one too. */
	static Contents apart() {
		return new Contents(0, ThreadLocalRandom.current().nextLong(Long.MIN_VALUE, 0), null, List.of());
	}

	/** Reads what {@link #bytes()} wrote. */
	static Contents read(byte[] bytes) {
		try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
			return new Contents(in.readLong(), in.readLong(), in.readBoolean() ? time(in) : null,
					entries(in, people(in)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<Subject> people(DataInputStream in) throws IOException {
		var people = new ArrayList<Subject>();
		for (var left = in.readInt(); left > 0; left--) {
			people.add(new Subject(Subject.Kind.valueOf(in.readUTF()), in.readUTF(), in.readUTF()));
		}
		return people;
	}

	private static List<Entry> entries(DataInputStream in, List<Subject> people) throws IOException {
		var entries = new ArrayList<Entry>();
		for (var left = in.readInt(); left > 0; left--) {
			entries.add(new Entry(in.readLong(), people.get(in.readInt()), in.readBoolean(), time(in),
					Duration.ofNanos(in.readLong())));
		}
		return entries;
	}

	private static Instant time(DataInputStream in) throws IOException {
		return Instant.EPOCH.plusNanos(in.readLong());
	}

	byte[] bytes() {
		var bytes = new ByteArrayOutputStream();
		try (var out = new DataOutputStream(bytes)) {
			out.writeLong(this.origin);
			out.writeLong(this.next);
			out.writeBoolean(this.pausedUntil != null);
			if (this.pausedUntil != null) {
				write(this.pausedUntil, out);
			}
			writeEntries(out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private void writeEntries(DataOutputStream out) throws IOException {
		var people = new LinkedHashMap<Subject, Integer>();
		this.entries.forEach((entry) -> people.putIfAbsent(entry.who(), people.size()));
		out.writeInt(people.size());
		for (var who : people.keySet()) {
			out.writeUTF(who.kind().name());
			out.writeUTF(who.tenantId());
			out.writeUTF(who.id());
		}
		out.writeInt(this.entries.size());
		for (var entry : this.entries) {
			out.writeLong(entry.id());
			out.writeInt(people.getOrDefault(entry.who(), 0));
			out.writeBoolean(entry.urgent());
			write(entry.at(), out);
			out.writeLong(entry.ran().toNanos());
		}
	}

	private static void write(Instant time, DataOutputStream out) throws IOException {
		out.writeLong(ChronoUnit.NANOS.between(Instant.EPOCH, time));
	}

}
