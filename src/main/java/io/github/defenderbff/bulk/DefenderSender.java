package io.github.defenderbff.bulk;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import io.github.defenderbff.bulk.Step.Outcome;
import io.github.defenderbff.bulk.Step.StartedAction;
import io.github.defenderbff.policy.Refused;
import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import io.github.defenderbff.relay.Calls;
import io.github.defenderbff.relay.OperationCall;
import io.github.defenderbff.relay.Payload;
import io.github.defenderbff.signin.Caller;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Makes each call as a frontend's would be made, and tells its outcomes apart. */
@Component
final class DefenderSender implements Sender {

	private static final Logger log = LoggerFactory.getLogger(DefenderSender.class);

	private static final Duration SOON = Duration.ofSeconds(5);

	private final Calls calls;

	private final JsonMapper json;

	DefenderSender(Calls calls, JsonMapper json) {
		this.calls = calls;
		this.json = json;
	}

	@Override
	public Attempt send(Caller caller, Order order, String machine) {
		try {
			var call = OperationCall.of(order.operation()).at("id", machine).carrying(order.body());
			return done(machine, Outcome.SENT, started(order, this.calls.make(caller, call)), null);
		}
		catch (Failure failure) {
			return failed(machine, failure);
		}
		catch (RuntimeException ex) {
			log.error("It is not known what became of {}", order.operation(), ex);
			return done(machine, Outcome.UNKNOWN, null, null);
		}
	}

	private static Attempt done(String machine, Outcome outcome, @Nullable StartedAction action,
			@Nullable Map<String, Object> problem) {
		return new Attempt.Done(new Step(machine, outcome, action, problem));
	}

	/** Whatever Defender answers, it has done it. */
	private @Nullable StartedAction started(Order order, Payload<?> answer) {
		try (answer; var body = answer.body()) {
			var action = this.json.readTree(body);
			var id = order.commented() ? action.path("id").stringValue(null) : null;
			return (id != null) ? new StartedAction(id, action.path("status").stringValue(null)) : null;
		}
		catch (IOException | JacksonException ex) {
			log.debug("Defender's answer tells no action", ex);
			return null;
		}
	}

	private Attempt failed(String machine, Failure failure) {
		if (Calls.mayHaveBeenMade(failure)) {
			return done(machine, Outcome.UNKNOWN, null, problem(failure));
		}
		return switch (failure.getStatusCode().value()) {
			case 401 -> new Attempt.Over(
					(failure.type() == ProblemType.STEP_UP_REQUIRED) ? Stop.SIGN_IN_NEEDED : Stop.SESSION_ENDED);
			case 429, 503 -> new Attempt.Later(retryAfter(failure));
			default -> done(machine, isRefusal(failure) ? Outcome.REFUSED : Outcome.FAILED, null, problem(failure));
		};
	}

	private static boolean isRefusal(Failure failure) {
		return failure instanceof Refused || failure.type() == ProblemType.REFUSED_UPSTREAM;
	}

	private static Duration retryAfter(Failure failure) {
		var seconds = failure.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
		return (seconds != null) ? Duration.ofSeconds(Long.parseLong(seconds)) : SOON;
	}

	private Map<String, Object> problem(Failure failure) {
		return this.json.convertValue(failure.getBody(), new TypeReference<Map<String, Object>>() {
		});
	}

}
