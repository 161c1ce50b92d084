package io.github.sandbox.defender;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.github.sandbox.organisation.Indicator;
import io.github.sandbox.organisation.Indicators;
import io.github.sandbox.organisation.People;
import org.jspecify.annotations.Nullable;

/** The indicators in force, oldest first; there is one for each type and value. */
final class IndicatorList {

	private static final int MAX_ACTIVE = 15_000;

	private static final Author FIRST_AUTHOR = new Author(People.ADA_ADMIN.objectId(),
			People.ADA_ADMIN.userPrincipalName(), false);

	private final Clock clock;

	private final Map<String, Entity> byValue = new LinkedHashMap<>();

	private long latestId;

	IndicatorList(Clock clock) {
		this.clock = clock;
	}

	synchronized void reset() {
		this.byValue.clear();
		for (Indicator indicator : Indicators.ALL) {
			this.latestId = Long.parseLong(indicator.id()) - 1;
			put(IndicatorDraft.of(indicator), FIRST_AUTHOR);
		}
	}

	/** Those that have not expired and that the caller may see. */
	synchronized List<Entity> activeFor(Caller caller) {
		Instant now = this.clock.instant();
		return this.byValue.values()
			.stream()
			.filter((row) -> active(row, now))
			.filter((row) -> visible(row, caller))
			.toList();
	}

	Optional<Entity> find(String id, Caller caller) {
		return activeFor(caller).stream().filter((row) -> row.text("id").equals(id)).findFirst();
	}

	/** Creates the indicator or changes the one of the same type and value. */
	synchronized Entity put(IndicatorDraft draft, Author author) {
		String key = draft.type() + " " + draft.value().toLowerCase(Locale.ROOT);
		@Nullable Entity earlier = this.byValue.get(key);
		if (earlier == null) {
			requireRoom();
		}
		Entity indicator = (earlier != null) ? changed(earlier, draft, author) : created(draft, author);
		this.byValue.put(key, indicator);
		return indicator;
	}

	synchronized void remove(Collection<String> ids) {
		this.byValue.values().removeIf((row) -> ids.contains(row.text("id")));
	}

	private void requireRoom() {
		Instant now = this.clock.instant();
		if (this.byValue.size() >= MAX_ACTIVE
				&& this.byValue.values().stream().filter((row) -> active(row, now)).count() >= MAX_ACTIVE) {
			throw Refusal.badRequest("BadRequest", "The tenant has %d active indicators.".formatted(MAX_ACTIVE));
		}
	}

	private Entity created(IndicatorDraft draft, Author author) {
		Instant now = this.clock.instant();
		return Entity.builder()
			.with("id", Long.toString(++this.latestId))
			.with("indicatorValue", draft.value())
			.with("indicatorType", draft.type())
			.with("externalID", null)
			.with("source", author.name())
			.with("sourceType", author.application() ? "AadApp" : "User")
			.with("createdBySource", "PublicApi")
			.with("createdBy", author.id())
			.with("createdByDisplayName", author.name())
			.with("lastUpdatedBy", null)
			.with("creationTimeDateTimeUtc", now)
			.with("lastUpdateTime", now)
			.with(draft.properties())
			.build();
	}

	/** The application stays what it was when the indicator was created. */
	private Entity changed(Entity earlier, IndicatorDraft draft, Author author) {
		return Entity.builder()
			.with(earlier)
			.with(draft.properties())
			.with("application", earlier.get("application"))
			.with("lastUpdatedBy", author.id())
			.with("lastUpdateTime", this.clock.instant())
			.build();
	}

	private static boolean active(Entity row, Instant now) {
		return !(row.get("expirationTime") instanceof Instant end) || end.isAfter(now);
	}

	/** An application without the wider role sees only what it created. */
	private static boolean visible(Entity row, Caller caller) {
		return !caller.grant().application() || caller.grant().names().contains("Ti.ReadWrite.All")
				|| row.text("createdBy").equals(caller.objectId());
	}

	/**
	 * Who creates or changes an indicator.
	 *
	 * @param id the object id, or the application's id
	 * @param name the sign-in name, or the application's id
	 * @param application whether it is an application
	 */
	record Author(String id, String name, boolean application) {

		static Author of(Caller caller) {
			return new Author(caller.objectId(), caller.name(), caller.grant().application());
		}

	}

}
