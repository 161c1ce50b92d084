package io.github.defenderbff.defender;

import io.github.defenderbff.defender.entity.QueryResponse;
import io.github.defenderbff.defender.request.QueryRequest;
import io.github.defenderbff.policy.Privilege;
import io.github.defenderbff.policy.Requires;
import io.github.defenderbff.policy.Requires.Exposure;
import io.github.defenderbff.quota.Rate;
import io.github.defenderbff.quota.RunTime;
import io.github.defenderbff.relay.Body;
import io.github.defenderbff.relay.DefenderApi;
import io.github.defenderbff.relay.Patience;
import io.github.defenderbff.relay.Payload;
import io.github.defenderbff.relay.Safe;
import io.github.defenderbff.signin.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/** Hunting: queries over the events that devices report. */
@DefenderApi("/api/advancedqueries")
@Tag(name = "Advanced hunting", description = "Queries over the events that devices report")
interface AdvancedQueries {

	@PostExchange(url = "/run",
			accept = { MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_NDJSON_VALUE, "text/csv" })
	@Operation(summary = "Run one advanced hunting query",
			description = "Over the last 30 days; 100,000 rows, 50 MB and 200 seconds at most, and for the whole "
					+ "tenant 10 minutes of run time an hour and 3 hours a day. A larger answer is a 400, a "
					+ "used-up allowance a 429. Defender retires this API since January 2026 in favour of the Graph "
					+ "security API, which the operator may let answer instead. The operator may also allow less, and "
					+ "some people saved queries only. Not in Defender for Business. The rows come as lines of JSON or "
					+ "as CSV for who accepts that.")
	@Requires(anyScope = Scope.ADVANCED_QUERY_READ, anyPrivilege = Privilege.VIEW_DATA, exposure = Exposure.FILTERED)
	@Rate(perMinute = 45, perHour = 1500)
	@RunTime(longest = 200, perHour = 600, perDay = 10_800)
	@Safe
	@Patience(seconds = 210)
	Payload<QueryResponse> run(@RequestBody Body<QueryRequest> body);

}
