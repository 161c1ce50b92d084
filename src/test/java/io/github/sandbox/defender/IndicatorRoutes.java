package io.github.sandbox.defender;

import java.util.Collection;
import java.util.List;

import io.github.sandbox.organisation.Privilege;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import static io.github.sandbox.defender.Operation.delete;
import static io.github.sandbox.defender.Operation.get;
import static io.github.sandbox.defender.Operation.post;

/** Indicators: reading, submitting and deleting them. */
final class IndicatorRoutes {

	private static final String SET = "Indicators";

	private static final String[] ROLES = { "Ti.ReadWrite", "Ti.ReadWrite.All" };

	private static final Privilege[] PRIVILEGES = { Privilege.ACTIVE_REMEDIATION, Privilege.MANAGE_SECURITY_SETTINGS };

	private static final Access MANAGE = Access.anyScope("Ti.ReadWrite").roles(ROLES).privileges(PRIVILEGES);

	private static final Access DELETE = Access.applicationOnly(ROLES).privileges(PRIVILEGES);

	private static final ODataSupport LISTING = ODataSupport.filterAndPages("application", "createdByDisplayName",
			"expirationTime", "generateAlert", "title", "rbacGroupNames", "rbacGroupIds", "indicatorValue",
			"indicatorType", "creationTimeDateTimeUtc", "createdBy", "action", "severity");

	private static final int MAX_BATCH = 500;

	private final Estate estate;

	IndicatorRoutes(Estate estate) {
		this.estate = estate;
	}

	List<Operation> operations() {
		return List.of(get("indicators.list", "/api/indicators", MANAGE, this::list).odata(LISTING),
				post("indicators.submit", "/api/indicators", MANAGE, this::submit),
				post("indicators.import", "/api/indicators/import", MANAGE, this::importMany).perMinute(30),
				delete("indicators.delete", "/api/indicators/{id}", DELETE, this::remove),
				post("indicators.batchDelete", "/api/indicators/BatchDelete", DELETE, this::removeMany).perMinute(30));
	}

	/** Not filtered by device group: Defender does not promise that. */
	private Answer list(Call call) {
		return new Answer.Rows(indicators().activeFor(call.caller()), SET);
	}

	private Answer submit(Call call) {
		return Answer.found(put(call.body(), call), SET);
	}

	private Answer importMany(Call call) {
		RequestBody body = call.body();
		List<JsonNode> drafts = batch(body.objects("Indicators").orElse(List.of()), "Indicators");
		body.allowOnly("Indicators");
		return new Answer.Values(drafts.stream().map((draft) -> imported(draft, call)).toList(),
				"Collection(ImportIndicatorResult)");
	}

	/** An item that is refused fails alone. */
	private Entity imported(JsonNode draft, Call call) {
		String value = draft.path("indicatorValue").asString("");
		try {
			return result(put(RequestBody.of(draft), call).text("id"), value, null);
		}
		catch (Refusal refusal) {
			return result(null, value, refusal.getMessage());
		}
	}

	private static Entity result(@Nullable String id, String value, @Nullable String failure) {
		return Entity.builder()
			.with("id", id)
			.with("indicator", value)
			.with("isFailed", failure != null)
			.with("failureReason", failure)
			.build();
	}

	private Answer remove(Call call) {
		String id = call.variable("id");
		Entity indicator = indicators().find(id, call.caller()).orElseThrow(() -> unknown(id));
		requireExposure(call.caller(), indicator);
		indicators().remove(List.of(id));
		return new Answer.Deleted();
	}

	private Answer removeMany(Call call) {
		RequestBody body = call.body();
		List<String> ids = batch(body.texts("IndicatorIds").orElse(List.of()), "IndicatorIds");
		body.allowOnly("IndicatorIds");
		if (!ids.stream().allMatch((id) -> id.matches("\\d{1,18}"))) {
			throw Refusal.badRequest("InvalidInput", "An id is not a number.");
		}
		ids.stream()
			.map((id) -> indicators().find(id, call.caller()).orElseThrow(() -> unknown(id)))
			.forEach((indicator) -> requireExposure(call.caller(), indicator));
		indicators().remove(ids);
		return new Answer.Deleted();
	}

	private Entity put(RequestBody body, Call call) {
		IndicatorDraft draft = IndicatorDraft.of(body, this.estate.organisation().deviceGroups());
		return indicators().put(draft, IndicatorList.Author.of(call.caller()));
	}

	private static <T> List<T> batch(List<T> items, String name) {
		if (items.isEmpty()) {
			throw Refusal.missingParameter(name);
		}
		if (items.size() > MAX_BATCH) {
			throw Refusal.badRequest("MaximumBatchSizeExceeded", "'%s' has more than 500 items.".formatted(name));
		}
		return items;
	}

	private static void requireExposure(Caller caller, Entity indicator) {
		if (indicator.get("rbacGroupNames") instanceof Collection<?> groups
				&& !caller.deviceGroups().containsAll(groups)) {
			throw Refusal.forbidden("User %s is not exposed to the device groups of indicator %s. (%s)"
				.formatted(caller.name(), indicator.text("id"), AccessCheck.INTERNAL));
		}
	}

	private static Refusal unknown(String id) {
		return Refusal.notFound("Indicator %s was not found.".formatted(id));
	}

	private IndicatorList indicators() {
		return this.estate.casework().indicators();
	}

}
