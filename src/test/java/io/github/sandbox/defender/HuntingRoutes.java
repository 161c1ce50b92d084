package io.github.sandbox.defender;

import java.util.List;

import io.github.sandbox.organisation.Privilege;

import static io.github.sandbox.defender.Operation.post;

/** Advanced hunting: one query, one answer. */
final class HuntingRoutes {

	private static final Access QUERY = Access.anyScope("AdvancedQuery.Read")
		.roles("AdvancedQuery.Read.All")
		.privileges(Privilege.VIEW_DATA);

	private final Estate estate;

	HuntingRoutes(Estate estate) {
		this.estate = estate;
	}

	List<Operation> operations() {
		return List.of(post("advancedQueries.run", "/api/advancedqueries/run", QUERY, this::run).perMinute(45));
	}

	private Answer run(Call call) {
		RequestBody body = call.body();
		String query = body.required("Query");
		body.allowOnly("Query");
		HuntingTable found = HuntingQuery.run(query, new HuntingTables(this.estate, call.caller()));
		return new Answer.Streamed(HuntingAnswer.of(found));
	}

}
