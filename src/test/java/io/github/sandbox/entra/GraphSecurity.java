package io.github.sandbox.entra;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Graph's hunting: the same tables as Defender's, with a token and a form of its own. */
@RestController
final class GraphSecurity {

	static final String PATH = GraphGroups.ROOT + "/security/runHuntingQuery";

	private static final GraphHunting NOTHING = (_, _) -> {
		throw new GraphHunting.Refused(400, "BadRequest", "There is nothing to hunt in.");
	};

	private final GraphCallers callers;

	private final GraphBehaviour behaviour;

	private final JsonMapper json;

	private final AtomicReference<GraphHunting> hunting = new AtomicReference<>(NOTHING);

	GraphSecurity(GraphCallers callers, GraphBehaviour behaviour, JsonMapper json) {
		this.callers = callers;
		this.behaviour = behaviour;
		this.json = json;
	}

	void huntIn(GraphHunting tables) {
		this.hunting.set(tables);
	}

	@PostMapping(PATH)
	@Nullable ResponseEntity<?> run(@RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
			@RequestBody byte[] body, HttpServletResponse response) throws IOException {
		GraphCaller caller = this.callers.hunter(authorization);
		this.behaviour.received(new GraphRequest(PATH, !(caller instanceof GraphCaller.Refused)));
		if (this.behaviour.failure().isPresent()) {
			return GraphError.injected(this.behaviour.failure().get()).answer();
		}
		return switch (caller) {
			case GraphCaller.Member(var person) -> answer(person.objectId(), body, response);
			case GraphCaller.Application _ -> answer(null, body, response);
			case GraphCaller.Refused(var error) -> error.answer();
		};
	}

	/** What a query finds is written here and now; only refusals are handed back. */
	private @Nullable ResponseEntity<?> answer(@Nullable String objectId, byte[] body, HttpServletResponse response)
			throws IOException {
		try {
			String query = this.json.readTree(body).path("Query").stringValue("");
			if (query.isBlank()) {
				return GraphError.badRequest("Query is missing.").answer();
			}
			GraphHunting.Found found = this.hunting.get().run(objectId, query);
			response.setContentType(GraphGroups.JSON.toString());
			found.writeTo(response.getOutputStream());
			return null;
		}
		catch (GraphHunting.Refused refused) {
			return refused.error().answer();
		}
		catch (JacksonException _) {
			return GraphError.badRequest("The body cannot be read.").answer();
		}
	}

}
