package io.github.defenderbff.hunting;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

import io.github.defenderbff.policy.Policy;
import io.github.defenderbff.policy.Reason;
import io.github.defenderbff.problem.InvalidBody;
import io.github.defenderbff.relay.Body;
import io.github.defenderbff.relay.Guardrail;
import io.github.defenderbff.signin.Caller;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** What the operator allows of a query, and of whom. */
@Component
final class HuntingRules implements Guardrail {

	/** The id of the operation that runs queries. */
	static final String RUN = "advancedQueries.run";

	private static final String QUERY = "Query";

	private final HuntingProperties properties;

	private final Policy policy;

	private final JsonMapper json;

	HuntingRules(HuntingProperties properties, Policy policy, JsonMapper json) {
		this.properties = properties;
		this.policy = policy;
		this.json = json;
	}

	@Override
	public String operation() {
		return RUN;
	}

	@Override
	public @Nullable Reason objection(Caller caller, Body<?> body) {
		if (isFree(caller) || isSaved(this.json.readTree(body.bytes()))) {
			return null;
		}
		return new Reason.QueryNotSaved(this.properties.freeTextRoles().stream().sorted().toList(),
				this.policy.rolesOf(caller), List.copyOf(this.properties.saved().keySet()));
	}

	/**
	 * Whether somebody may write queries of their own. Where only some may, a role that
	 * is not known to be held is not held, and applications have none.
	 */
	boolean isFree(Caller caller) {
		var free = this.properties.freeTextRoles();
		return free.isEmpty() || !Collections.disjoint(free, this.policy.rolesOf(caller));
	}

	/** Whether it is a saved query, and nothing besides. */
	private boolean isSaved(JsonNode body) {
		var text = text(body).strip();
		return body.size() == 1
				&& this.properties.saved().values().stream().anyMatch((saved) -> saved.query().strip().equals(text));
	}

	private static String text(JsonNode body) {
		return body.path(QUERY).stringValue("");
	}

	@Override
	public Body<?> instead(Body<?> body) {
		var sent = this.json.readTree(body.bytes());
		var text = text(sent);
		if (text.length() > this.properties.maxQuery() && !isSaved(sent)) {
			throw new InvalidBody(List.of(new InvalidBody.Wrong("#/" + QUERY,
					QUERY + " must not be longer than " + this.properties.maxQuery() + " characters")));
		}
		var rows = this.properties.maxRows();
		return (rows != null && sent instanceof ObjectNode object)
				? new Body<Object>(this.json.writeValueAsBytes(object.put(QUERY, limited(text, rows))), body.content())
				: body;
	}

	/** On a line of its own, since the last one may end in a comment. */
	private static String limited(String query, int rows) {
		return query.replaceAll("[;\\s]+\\z", "") + "\n| take " + rows;
	}

	@Override
	public Duration longest() {
		return this.properties.longestRun();
	}

	@Override
	public DataSize largestAnswer() {
		return this.properties.maxAnswer();
	}

}
