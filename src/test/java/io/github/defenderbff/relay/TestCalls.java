package io.github.defenderbff.relay;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.github.defenderbff.policy.Requirement;
import io.github.defenderbff.policy.Requires.Exposure;
import io.github.defenderbff.quota.Limits;
import io.github.defenderbff.responsecache.Key;
import io.github.defenderbff.responsecache.Lifetime;
import io.github.defenderbff.responsecache.Partition;
import io.github.defenderbff.signin.AccessToken;
import io.github.defenderbff.signin.Caller;
import io.github.defenderbff.signin.DirectoryRoles;
import io.github.defenderbff.signin.Evidence;
import io.github.defenderbff.signin.Grant;
import io.github.defenderbff.signin.Groups;
import io.github.defenderbff.signin.Person;
import io.github.defenderbff.signin.Resource;
import io.github.defenderbff.signin.Scope;
import io.github.defenderbff.signin.Tokens;

import org.springframework.http.HttpMethod;

/** Calls on their way, and what Defender answers. */
final class TestCalls {

	/** The id of a machine. */
	static final String MACHINE = "1e5bc9d7e413ddd7902c2932e418702b84d0cc07";

	static final Lifetime LIFETIME = new Lifetime(Duration.ofSeconds(30), Duration.ofSeconds(20),
			Duration.ofMinutes(5));

	static final Operation GET = operation("machines.get", HttpMethod.GET, Exposure.MACHINE, Scope.MACHINE_READ,
			LIFETIME);

	static final Operation SECRET = operation("machineActions.result", HttpMethod.GET, Exposure.NOT_STATED,
			Scope.MACHINE_READ, Lifetime.NONE);

	static final Operation ISOLATE = operation("machines.isolate", HttpMethod.POST, Exposure.MACHINE,
			Scope.MACHINE_ISOLATE, Lifetime.NONE);

	/** Where another operation is answered, and how. */
	static final Detour DETOUR = new Detour("machines.get", URI.create("https://graph.example.com/v1.0"), "/elsewhere",
			new Resource("https://graph.example.com", Set.of("Some.Read")), (json) -> json);

	private TestCalls() {
	}

	private static Operation operation(String id, HttpMethod method, Exposure exposure, Scope scope,
			Lifetime lifetime) {
		var requirement = new Requirement(id, !HttpMethod.GET.equals(method), List.of(scope), Set.of(), List.of(),
				exposure, Set.of());
		return new Operation(id, method, "/api/machines/{id}", requirement, new Limits(2, 3, true, null), lifetime,
				Set.of("machines"), null, Operation.Answer.PLAIN, null);
	}

	/** Somebody who may read and isolate machines. */
	static Caller caller(String person) {
		return caller(person, () -> new AccessToken("token-of-" + person));
	}

	private static Caller caller(String person, Tokens tokens) {
		var grant = new Grant.Known(Set.of(Scope.MACHINE_READ, Scope.MACHINE_ISOLATE), Instant.EPOCH);
		var evidence = new Evidence(grant, new Groups.Known(Set.of(), Instant.EPOCH),
				new DirectoryRoles.Known(Set.of(), Instant.EPOCH), null);
		return new Caller.Delegated(new Person("tenant", person, person, person), evidence, tokens);
	}

	static Call call(Operation operation) {
		return call(operation, "ada");
	}

	static Call call(Operation operation, String person) {
		return call(operation, person, MACHINE);
	}

	static Call call(Operation operation, String person, String id) {
		return call(operation, caller(person), id);
	}

	/** A call with other tokens of the same person. */
	static Call call(Operation operation, Tokens tokens) {
		return call(operation, caller("ada", tokens), MACHINE);
	}

	private static Call call(Operation operation, Caller caller, String id) {
		var call = new Call(operation, caller, Map.of("id", id), new TreeMap<>(), null, Terms.USUAL, null, null, null);
		return operation.storable() ? call.keptIn(new Slot(key(call), 0)) : call;
	}

	/** The same call on other terms. */
	static Call on(Terms terms, Call call) {
		return new Call(call.operation(), call.caller(), call.path(), call.query(), call.content(), terms, call.slot(),
				call.decision(), call.token());
	}

	/** What the answer is kept under, if nothing is shared. */
	static Key key(Call call) {
		return new Key(new Partition.Own(call.caller().subject()), call.operation().id(), call.parameters());
	}

	/** What Defender answers with a status. */
	static Payload<?> answered(int status, String json) {
		return answered(status, json, Instant.EPOCH);
	}

	/** What Defender answers at a time. */
	static Payload<?> answered(int status, String json, Instant at) {
		return Payload.received(status, json.getBytes(StandardCharsets.UTF_8), at);
	}

}
