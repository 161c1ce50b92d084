package io.github.defenderbff.replicas;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import io.github.defenderbff.responsecache.Change;
import io.github.defenderbff.sealing.KeyRing;
import io.github.defenderbff.sealing.Seal;

/**
 * Changes as replicas tell them. Every key of the ring has a channel of its own, on which
 * it seals: so replicas understand each other while keys are exchanged, and others that
 * use the same Redis hear nothing.
 */
final class Messages {

	/** Who tells, so that nobody listens to themselves. */
	private final String replica = UUID.randomUUID().toString();

	private final Map<String, Seal> channels;

	Messages(KeyRing ring, Layout layout) {
		var channels = new LinkedHashMap<String, Seal>();
		ring.each()
			.forEach((key) -> channels.put(layout.together("changes:" + key.names("channels").of(new byte[0])),
					key.seal("changes")));
		this.channels = channels;
	}

	List<String> channels() {
		return List.copyOf(this.channels.keySet());
	}

	/** What to send, by channel. */
	Map<String, byte[]> of(Change change) {
		var words = new Words(Stream.concat(Stream.of(this.replica), Spelling.of(change).stream()).toList()).bytes();
		var sealed = new HashMap<String, byte[]>();
		this.channels.forEach((channel, seal) -> sealed.put(channel, seal.seal(words)));
		return sealed;
	}

	/**
	 * What another replica told; empty for an echo. A message that cannot be read may
	 * have been about anything.
	 */
	Optional<Change> read(String channel, byte[] message) {
		try {
			return Optional.ofNullable(this.channels.get(channel))
				.flatMap((seal) -> seal.open(message))
				.map((words) -> foreign(Words.read(words).all()))
				.orElseGet(() -> Optional.of(new Change.OfEverything()));
		}
		catch (RuntimeException _) {
			return Optional.of(new Change.OfEverything());
		}
	}

	private Optional<Change> foreign(List<String> words) {
		return words.getFirst().equals(this.replica) ? Optional.empty()
				: Optional.of(Spelling.change(words.subList(1, words.size())));
	}

}
