package io.github.defenderbff.relay;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import io.github.defenderbff.policy.Policy;
import io.github.defenderbff.policy.Targets;
import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.responsecache.Key;
import io.github.defenderbff.signin.Caller;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Makes calls for other modules, on any thread: the same path, and so the same rules, as
 * for a call of a frontend.
 */
@Component
public final class Calls {

	private final Operations operations;

	private final Partitions partitions;

	private final Policy policy;

	private final Stage path;

	Calls(Operations operations, Partitions partitions, Policy policy, Stage path) {
		this.operations = operations;
		this.partitions = partitions;
		this.policy = policy;
		this.path = path;
	}

	/**
	 * Makes a call for a caller.
	 * @throws io.github.defenderbff.policy.Refused if the caller may not
	 * @throws io.github.defenderbff.problem.Failure if there is no answer, for any reason
	 * that a frontend can be told
	 * @throws IllegalArgumentException if there is no such operation, or it has other
	 * path variables
	 */
	public Payload<?> make(Caller caller, OperationCall wanted) {
		var call = call(caller, wanted);
		return Caller.as(caller, () -> this.path.answer(call));
	}

	/**
	 * What the answer to a read belongs to: callers with equal keys may be given the same
	 * answer, as long as each of them may make the call.
	 */
	public Key key(Caller caller, OperationCall wanted) {
		return this.partitions.key(call(caller, wanted));
	}

	/**
	 * Decides on a read whose answer is at hand, and makes no call.
	 * @throws io.github.defenderbff.problem.Failure if the caller may not be given it now
	 * @throws IllegalArgumentException if it is no read
	 */
	public void require(Caller caller, OperationCall wanted) {
		var call = call(caller, wanted);
		var requirement = call.operation().requirement();
		if (requirement.stateChange()) {
			throw new IllegalArgumentException(requirement.operation() + " is a change");
		}
		this.policy.enforce(this.policy.decide(caller, requirement, Targets.named(call.target())), requirement);
		caller.tokens().requireNoStepUp();
	}

	private Call call(Caller caller, OperationCall wanted) {
		var operation = this.operations.named(wanted.operation());
		var terms = new Terms(wanted.anew(), false, true, wanted.deadline());
		return new Call(operation, caller, ordered(operation, wanted.path()), new TreeMap<>(wanted.query()),
				wanted.body(), terms, null, null, null);
	}

	/**
	 * Where a frontend makes the same call: its path and query, encoded.
	 * @throws IllegalArgumentException if there is no such operation
	 */
	public String address(OperationCall wanted) {
		var address = UriComponentsBuilder.fromPath(this.operations.named(wanted.operation()).path());
		var values = new LinkedHashMap<String, Object>(wanted.path());
		wanted.query().forEach((name, value) -> {
			address.queryParam(name, "{" + name + "}");
			values.put(name, value);
		});
		return address.encode().buildAndExpand(values).toUriString();
	}

	/**
	 * Whether the request of this thread wishes that Defender is asked although answers
	 * are known (RFC 9111 section 5.2.1).
	 */
	public boolean anewWished() {
		return Terms.current().revalidate();
	}

	/** Whether a change may have been made although its call failed so. */
	public static boolean mayHaveBeenMade(Failure failure) {
		return failure instanceof UpstreamFailure upstream && upstream.mayHaveBeenDone();
	}

	private static Map<String, String> ordered(Operation operation, Map<String, String> given) {
		var names = operation.pathVariables();
		if (names.size() != given.size() || !given.keySet().containsAll(names)) {
			throw new IllegalArgumentException(operation.id() + " has the path variables " + names);
		}
		var ordered = new LinkedHashMap<String, String>();
		names.forEach((name) -> ordered.put(name, given.getOrDefault(name, "")));
		return ordered;
	}

}
