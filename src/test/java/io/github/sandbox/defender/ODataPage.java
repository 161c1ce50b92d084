package io.github.sandbox.defender;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Shapes answers as OData does: the context first, then the rows, then where to go on.
 */
record ODataPage(Call call, Settings settings) {

	static final String NEXT_LINK = "@odata.nextLink";

	static final String SKIP_TOKEN = SkipToken.PARAMETER;

	private static final String CONTEXT = "@odata.context";

	Reply reply(Answer answer) {
		ODataQuery query = ODataQuery.of(this.call.operation().odata(), this.call.parameters());
		return switch (answer) {
			case Answer.One(int status, Entity entity, String set) ->
				Reply.of(status, Entity.builder().with(CONTEXT, context(set + "/$entity")).with(entity).build());
			case Answer.Rows rows -> Reply.of(200, page(query, rows));
			case Answer.Values(var values, String set) ->
				Reply.of(200, Entity.builder().with(CONTEXT, context(set)).with("value", values).build());
			case Answer.Page(var rows, String set, var skipToken) -> Reply.of(200, page(rows, set, skipToken));
			case Answer.Count(var rows) -> Reply.of(200, Integer.toString(query.matching(rows).size()));
			case Answer.Text(String value) ->
				Reply.of(200, Entity.builder().with(CONTEXT, context("Edm.String")).with("value", value).build());
			case Answer.Streamed(StreamedBody body) -> Reply.of(200, body);
			case Answer.Deleted _ -> Reply.of(204, null);
			case Answer.Nothing _ -> Reply.of(200, null);
		};
	}

	private Entity page(ODataQuery query, Answer.Rows answer) {
		List<Entity> rows = query.matching(answer.rows());
		if (rows.isEmpty() && !answer.mayBeEmpty()) {
			throw Refusal.notFound("No recent devices were found.");
		}
		int from = Math.min(query.skip(), rows.size());
		int to = Math.min(
				from + query.top().orElse(Math.min(this.settings.pageSize(), this.call.operation().odata().pageSize())),
				rows.size());
		Entity page = Entity.builder()
			.with(CONTEXT, context(answer.set()))
			.with("value", rows.subList(from, to))
			.build();
		boolean more = to < rows.size() && query.top().isEmpty();
		return more ? page.with(NEXT_LINK, this.settings.nextLinks().link(this.call.inbound(), to)) : page;
	}

	private Entity page(List<Entity> rows, String set, Optional<String> skipToken) {
		Entity page = Entity.builder().with(CONTEXT, context(set)).with("value", rows).build();
		return skipToken.map((token) -> page.with(NEXT_LINK, nextLink(token))).orElse(page);
	}

	private String nextLink(String skipToken) {
		return this.settings.nextLinks().link(this.call.inbound(), SKIP_TOKEN, skipToken);
	}

	private String context(String set) {
		URI url = this.call.inbound().url();
		return "%s://%s/api/$metadata#%s".formatted(url.getScheme(), url.getAuthority(), set);
	}

}
