package io.github.sandbox.entra;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.sandbox.organisation.Person;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What Microsoft Graph says of a person: their own groups. */
@RestController
final class GraphGroups {

	static final String ROOT = "/v1.0";

	static final MediaType JSON = MediaType
		.parseMediaType("application/json;odata.metadata=minimal;odata.streaming=true;charset=utf-8");

	private static final String PATH = ROOT + "/me/transitiveMemberOf/microsoft.graph.group";

	/** Enough that the person's own group is on the third page. */
	private static final int PADDING = 230;

	private final GraphCallers callers;

	private final GraphBehaviour behaviour;

	private final Tenant tenant;

	GraphGroups(GraphCallers callers, GraphBehaviour behaviour, Tenant tenant) {
		this.callers = callers;
		this.behaviour = behaviour;
		this.tenant = tenant;
	}

	@GetMapping(PATH)
	ResponseEntity<Map<String, Object>> list(
			@RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
			@RequestParam Map<String, String> options, HttpServletRequest request) {
		GraphCaller caller = this.callers.member(authorization);
		String query = (request.getQueryString() != null) ? request.getQueryString() : "";
		this.behaviour.received(new GraphRequest(request.getRequestURI() + (query.isEmpty() ? "" : "?" + query),
				caller instanceof GraphCaller.Member));
		return this.behaviour.failure()
			.map((status) -> GraphError.injected(status).answer())
			.orElseGet(() -> switch (caller) {
				case GraphCaller.Member(Person person) -> groupsOf(person, options, query);
				case GraphCaller.Application _ -> GraphError.denied().answer();
				case GraphCaller.Refused(GraphError error) -> error.answer();
			});
	}

	private ResponseEntity<Map<String, Object>> groupsOf(Person person, Map<String, String> options, String query) {
		return GraphPage.of(options)
			.map((page) -> ResponseEntity.ok().contentType(JSON).body(body(idsOf(person), page, query)))
			.orElseGet(() -> GraphError.badRequest("Invalid page size or skip token specified.").answer());
	}

	private Map<String, Object> body(List<String> ids, GraphPage page, String query) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("@odata.context", this.tenant.uri(ROOT) + "/$metadata#groups(id)");
		if (page.end() < ids.size()) {
			String host = this.behaviour.foreignHost().orElseGet(() -> this.tenant.uri("").toString());
			body.put("@odata.nextLink", host + PATH + "?" + page.next(query));
		}
		body.put("value",
				ids.stream()
					.skip(page.from())
					.limit(page.size())
					.map((id) -> Map.of("@odata.type", "#microsoft.graph.group", "id", id))
					.toList());
		return body;
	}

	private static List<String> idsOf(Person person) {
		Stream<String> padding = IntStream.rangeClosed(1, person.groupsOverage() ? PADDING : 0)
			.mapToObj("b0000000-0000-4000-8000-%012d"::formatted);
		return Stream.concat(padding, person.groups().stream().sorted()).toList();
	}

}
