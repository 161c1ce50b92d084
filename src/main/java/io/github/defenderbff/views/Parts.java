package io.github.defenderbff.views;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.defenderbff.policy.MachinePermissions;
import io.github.defenderbff.policy.PermissionResult;
import io.github.defenderbff.policy.Reason;
import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import io.github.defenderbff.relay.Calls;
import io.github.defenderbff.relay.Payload;
import io.github.defenderbff.signin.Caller;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Gets one part; whatever goes wrong is an outcome of that part. */
@Component
final class Parts {

	private static final Logger log = LoggerFactory.getLogger(Parts.class);

	private final Calls calls;

	private final MachinePermissions permissions;

	private final Soundness soundness;

	private final JsonMapper json;

	private final Clock clock;

	Parts(Calls calls, MachinePermissions permissions, Soundness soundness, JsonMapper json, Clock clock) {
		this.calls = calls;
		this.permissions = permissions;
		this.soundness = soundness;
		this.json = json;
		this.clock = clock;
	}

	/** Gets a part that needs nothing of the subject. */
	Answered get(Wanted wanted, Visit visit) {
		return new Answered(wanted, href(wanted, visit), outcome(wanted, visit));
	}

	/** Gets a part that needs something of the subject, if there is one yet. */
	Answered get(Wanted wanted, Visit visit, Part subject) {
		if (subject instanceof Part.Loaded(var body, var _, var _) && this.clock.instant().isBefore(visit.deadline())) {
			return get(wanted, visit.about(this.json.readTree(body)));
		}
		return late(wanted, visit);
	}

	/** A part for which there is no time left. */
	Answered late(Wanted wanted, Visit visit) {
		return new Answered(wanted, href(wanted, visit), new Part.Unavailable(PartFailure.tooLate()));
	}

	private Part outcome(Wanted wanted, Visit visit) {
		try {
			return switch (wanted) {
				case Read read -> visit.known(read)
					.map((known) -> read(read, visit, known))
					.orElseGet(() -> new Part.Skipped(Objects.requireNonNull(read.need()).otherwise()));
				case MachineRights rights -> rights(visit, visit.variables().getOrDefault(rights.machine(), ""));
			};
		}
		catch (Failure failure) {
			return failed(failure);
		}
		catch (RuntimeException ex) {
			log.error("Unexpected failure of the part {}", wanted.name(), ex);
			return new Part.Unavailable(PartFailure.broken());
		}
	}

	private Part read(Read read, Visit visit, Map<String, String> known) {
		try (var payload = this.calls.make(visit.caller(), read.call(known).anew(visit.anew()))) {
			var held = payload.held();
			if (held == null) {
				throw PartFailure.tooLarge();
			}
			var body = this.soundness.require(held);
			return new Part.Loaded(shown(read, body), tag(payload, body), payload.receivedAt());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String tag(Payload<?> payload, byte[] body) {
		var etag = payload.etag();
		return (etag != null) ? etag : Digest.of(body);
	}

	/** Summed up, or the body as it came. */
	private byte[] shown(Read read, byte[] body) {
		var summary = read.summary();
		if (summary == null) {
			return body;
		}
		var list = this.json.readTree(body);
		var rows = List.copyOf(list.path("value").values());
		var complete = !list.has("@odata.nextLink") && !read.isCutAt(rows.size());
		return this.json.writeValueAsBytes(summary.of(rows, complete));
	}

	private Part rights(Visit visit, String machine) {
		var results = Caller.as(visit.caller(), () -> this.permissions.on(machine));
		var body = this.json.writeValueAsBytes(new Rights(machine, results));
		return new Part.Loaded(body, Digest.of(body), this.clock.instant());
	}

	/** A refusal comes with reasons, whoever refused. */
	private static Part failed(Failure failure) {
		var properties = Objects.requireNonNullElse(failure.getBody().getProperties(), Map.<String, Object>of());
		var refused = failure.type().status().value() == 403 || failure.type() == ProblemType.STEP_UP_REQUIRED;
		return (refused && properties.get("reasons") instanceof List<?> reasons)
				? new Part.Denied(reasons.stream().map(Reason.class::cast).toList(), failure)
				: new Part.Unavailable(failure);
	}

	private @Nullable String href(Wanted wanted, Visit visit) {
		return switch (wanted) {
			case Read read -> visit.known(read).map((known) -> this.calls.address(read.call(known))).orElse(null);
			case MachineRights rights -> UriComponentsBuilder.fromPath("/api/me/permissions")
				.queryParam("machine", visit.variables().get(rights.machine()))
				.toUriString();
		};
	}

	/**
	 * What a caller may do with one machine.
	 *
	 * @param machine its id
	 * @param results one for each operation that acts on one machine
	 */
	record Rights(String machine, List<PermissionResult> results) {

	}

}
