package io.github.defenderbff.relay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.defenderbff.audit.Deed;
import io.github.defenderbff.policy.Decision;
import io.github.defenderbff.policy.DeviceReference;
import io.github.defenderbff.policy.Reason;
import io.github.defenderbff.responsecache.Tags;
import io.github.defenderbff.signin.AccessToken;
import io.github.defenderbff.signin.Caller;
import org.jspecify.annotations.Nullable;

/**
 * One call of an operation on its way through the stages.
 *
 * @param operation what is called
 * @param caller who calls
 * @param path the path variables in the order of the path
 * @param query the query parameters, ordered by name
 * @param content what it carries besides; null for nothing
 * @param terms how it may be answered
 * @param slot where its answer is kept; null where it is not kept, or not decided
 * @param decision why it is allowed; null until that was decided
 * @param token what it is sent with; null until it is about to be sent
 */
record Call(Operation operation, Caller caller, Map<String, String> path, SortedMap<String, String> query,
		@Nullable Content content, Terms terms, @Nullable Slot slot, @Nullable Decision decision,
		@Nullable AccessToken token) {

	Call decided(Decision why) {
		return new Call(this.operation, this.caller, this.path, this.query, this.content, this.terms, this.slot, why,
				this.token);
	}

	Call with(AccessToken accessToken) {
		return new Call(this.operation, this.caller, this.path, this.query, this.content, this.terms, this.slot,
				this.decision, accessToken);
	}

	Call keptIn(Slot where) {
		return new Call(this.operation, this.caller, this.path, this.query, this.content, this.terms, where,
				this.decision, this.token);
	}

	/** The same, with an answer or a refusal at once. */
	Call impatient() {
		return new Call(this.operation, this.caller, this.path, this.query, this.content, this.terms.impatient(),
				this.slot, this.decision, this.token);
	}

	/** The same, with an answer or a failure by then. */
	Call by(Instant time) {
		return new Call(this.operation, this.caller, this.path, this.query, this.content, this.terms.by(time),
				this.slot, this.decision, this.token);
	}

	/** The same, answered within this time; null for the usual time. */
	Call within(@Nullable Duration time) {
		return (time == null) ? this : new Call(this.operation.within(time), this.caller, this.path, this.query,
				this.content, this.terms, this.slot, this.decision, this.token);
	}

	/** What speaks against it by the operator's rules; null for nothing. */
	@Nullable Reason objection() {
		var rules = this.operation.guardrail();
		return (rules != null && this.content instanceof Body<?> body) ? rules.objection(this.caller, body) : null;
	}

	/** What an operator's rules leave of it. */
	Call guarded() {
		var rules = this.operation.guardrail();
		return (rules != null && this.content instanceof Body<?> body) ? new Call(this.operation, this.caller,
				this.path, this.query, rules.instead(body), this.terms, this.slot, this.decision, this.token) : this;
	}

	/** The devices that path or body name. */
	List<DeviceReference> devices() {
		return switch (this.operation.requirement().exposure()) {
			case NOT_STATED, FILTERED -> List.of();
			case MACHINE -> List.of(new DeviceReference.Machine(firstVariable()));
			case ALERT -> List.of(new DeviceReference.Alert(firstVariable()));
			case MACHINE_ACTION -> List.of(new DeviceReference.Action(firstVariable()));
			case BODY_MACHINES -> inBody().<DeviceReference>map(DeviceReference.Machine::new).toList();
			case BODY_ALERTS -> inBody().<DeviceReference>map(DeviceReference.Alert::new).toList();
		};
	}

	private String firstVariable() {
		return this.path.values().iterator().next();
	}

	private Stream<String> inBody() {
		if (this.content instanceof Body<?>(var _, NamesDevices names)) {
			return names.deviceIds().stream().distinct();
		}
		throw new IllegalStateException(this.operation.id() + " names no devices in its body");
	}

	/** The one machine the path names by its id; null where it may concern any. */
	@Nullable String machine() {
		var named = devices();
		return (named.size() == 1 && named.getFirst() instanceof DeviceReference.Machine(var id) && isMachineId(id))
				? id.toLowerCase(Locale.ROOT) : null;
	}

	/**
	 * A machine may be named by its name as well, and then it is not known which it is.
	 */
	private static boolean isMachineId(String id) {
		return id.length() == 40 && id.chars().allMatch(HexFormat::isHexDigit);
	}

	/** What makes its answer out of date. */
	Tags tags() {
		return new Tags(this.operation.about(), machine(), this.caller.subject());
	}

	/**
	 * Path variables and query in canonical form, and the body byte for byte; values are
	 * escaped by their lengths.
	 */
	String parameters() {
		if (this.path.isEmpty() && this.query.isEmpty() && this.content == null) {
			return "";
		}
		var canonical = new StringBuilder(64);
		this.path.forEach((name, value) -> append(canonical, name, value));
		this.query.forEach((name, value) -> append(canonical, name, value));
		if (this.content instanceof Body<?>(var bytes, var _)) {
			append(canonical, "", new String(bytes, StandardCharsets.ISO_8859_1));
		}
		return canonical.toString();
	}

	private static void append(StringBuilder canonical, String name, String value) {
		canonical.append(name).append('=').append(value.length()).append(':').append(value).append('&');
	}

	/** What it wants done, for the audit. */
	Deed deed() {
		return new Deed(this.caller.subject(), this.operation.id(), address(), named());
	}

	/** What path or body name: nothing, devices, or whatever else. */
	String target() {
		return (this.content instanceof Body<?>(var _, NamesDevices names))
				? names.deviceIds().stream().distinct().sorted().collect(Collectors.joining(","))
				: String.join("/", this.path.values());
	}

	/** What the call goes to; without query, since people type into it. */
	private String address() {
		var address = this.operation.path();
		for (var variable : this.path.entrySet()) {
			address = address.replace("{" + variable.getKey() + "}", variable.getValue());
		}
		return address;
	}

	/** The devices or the file that the body names. */
	private List<String> named() {
		return switch (this.content) {
			case Body<?>(var _, NamesDevices names) -> names.deviceIds();
			case Upload<?> upload -> List.of(Objects.requireNonNullElse(upload.file().getOriginalFilename(), ""));
			case null, default -> List.of();
		};
	}

}
