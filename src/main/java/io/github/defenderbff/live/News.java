package io.github.defenderbff.live;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an answer of Defender's tells.
 *
 * @param events what streams are told that were not told it before
 * @param last what the last event of its stream is known by; null if there may be more
 */
record News(List<Event> events, @Nullable String last) {

	News {
		events = List.copyOf(events);
	}

}
