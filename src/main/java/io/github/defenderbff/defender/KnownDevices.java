package io.github.defenderbff.defender;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.defenderbff.defender.request.MachineId;
import io.github.defenderbff.policy.DeviceEvidence;
import io.github.defenderbff.responsecache.Key;
import io.github.defenderbff.responsecache.Kind;
import io.github.defenderbff.responsecache.Lifetime;
import io.github.defenderbff.responsecache.Partition;
import io.github.defenderbff.responsecache.ResponseCache;
import io.github.defenderbff.responsecache.StoredAnswer;
import io.github.defenderbff.responsecache.Tags;
import io.github.defenderbff.signin.Caller;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What a long list said of single devices, kept under the rules for answers: for the one
 * caller, while it is fresh, and until something changes. The list itself may be too long
 * to be kept.
 */
@Component
final class KnownDevices {

	private static final String OPERATION = "machines.list#device";

	private static final Lifetime LIFETIME = Lifetime.of(Kind.RECORDS.lifetime().fresh());

	/** Whatever is done to another machine, this one stays in its group. */
	private static final Pattern MACHINE_ID = Pattern.compile(MachineId.REGEXP);

	private static final char GROUP = 'G';

	private static final String NO_GROUP = "N";

	private static final String HIDDEN = "H";

	private final ResponseCache cache;

	KnownDevices(ResponseCache cache) {
		this.cache = cache;
	}

	/** To be taken before the list is asked for. */
	long mark() {
		return this.cache.mark();
	}

	@Nullable DeviceEvidence find(String device) {
		var known = this.cache.findFresh(key(device));
		return (known != null) ? read(device, new String(known.bytes(), StandardCharsets.UTF_8), known.receivedAt())
				: null;
	}

	private static DeviceEvidence read(String device, String text, Instant asOf) {
		return switch (text) {
			case HIDDEN -> new DeviceEvidence.Hidden(device, asOf);
			case NO_GROUP -> new DeviceEvidence.Shown(device, null, asOf);
			default -> new DeviceEvidence.Shown(device, text.substring(1), asOf);
		};
	}

	/** Keeps what is known; what is not is asked for again. */
	void keep(DeviceEvidence evidence, long mark) {
		switch (evidence) {
			case DeviceEvidence.Unknown _ -> {
			}
			case DeviceEvidence.Hidden(var device, var asOf) -> store(device, HIDDEN, asOf, mark);
			case DeviceEvidence.Shown(var device, var group, var asOf) ->
				store(device, (group != null) ? GROUP + group : NO_GROUP, asOf, mark);
		}
	}

	private void store(String device, String text, Instant asOf, long mark) {
		var machine = MACHINE_ID.matcher(device).matches() ? device.toLowerCase(Locale.ROOT) : null;
		var tags = new Tags(Set.of("machines"), machine, Caller.current().subject());
		this.cache.store(key(device), StoredAnswer.of(text.getBytes(StandardCharsets.UTF_8), asOf, LIFETIME, tags),
				mark);
	}

	private static Key key(String device) {
		return new Key(new Partition.Own(Caller.current().subject()), OPERATION, device.toLowerCase(Locale.ROOT));
	}

}
