package io.github.defenderbff.defender;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.github.defenderbff.policy.DeviceEvidence;
import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import io.github.defenderbff.relay.ODataQuery;
import io.github.defenderbff.relay.Payload;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks for devices in a list, page by page. */
final class DeviceSearch {

	/** The largest page Defender gives. */
	private static final int PAGE = 10_000;

	/** More than a tenant has devices; what is not found by then stays unknown. */
	private static final int PAGES = 20;

	private final Set<String> wanted = new HashSet<>();

	private final Map<String, DeviceEvidence> found = new HashMap<>();

	private int pages;

	/** When Defender gave the first page, which is the oldest. */
	private Instant asOf = Instant.MAX;

	/** Whether there may be devices that were not looked at. */
	private boolean more = true;

	DeviceSearch(List<String> ids) {
		ids.forEach((id) -> this.wanted.add(id.toLowerCase(Locale.ROOT)));
	}

	boolean goesOn() {
		return this.more && this.found.size() < this.wanted.size() && this.pages < PAGES;
	}

	ODataQuery page() {
		return new ODataQuery(Map.of("$top", Integer.toString(PAGE), "$skip", Integer.toString(this.pages++ * PAGE)));
	}

	/** The list may be long, so it is read row by row. */
	void look(Payload<?> list, JsonMapper json) {
		var rows = 0;
		this.asOf = list.receivedAt().isBefore(this.asOf) ? list.receivedAt() : this.asOf;
		try (list; var row = json.readerFor(JsonNode.class).at("/value").<JsonNode>readValues(list.body())) {
			while (row.hasNextValue()) {
				look(row.nextValue(), list.receivedAt());
				rows++;
			}
		}
		catch (IOException | JacksonException ex) {
			throw new Unreadable(ex);
		}
		this.more = rows >= PAGE;
	}

	private void look(JsonNode row, Instant asOf) {
		for (var name : List.of(text(row, "id"), text(row, "computerDnsName"))) {
			if (this.wanted.contains(name)) {
				this.found.merge(name, DeviceRecords.evidenceIn(name, row, asOf), DeviceSearch::both);
			}
		}
	}

	private static String text(JsonNode row, String property) {
		return row.path(property).stringValue("").toLowerCase(Locale.ROOT);
	}

	/** Several devices may have one name; which of them is meant, Defender decides. */
	private static DeviceEvidence both(DeviceEvidence one, DeviceEvidence other) {
		return one.equals(other) ? one
				: new DeviceEvidence.Unknown(one.id(), "devices of several groups have this name");
	}

	/** The list broke off, or is no list. */
	private static final class Unreadable extends Failure {

		Unreadable(Exception cause) {
			super(ProblemType.UPSTREAM_ANSWER_INVALID, "Defender's list of devices could not be read.", cause);
		}

	}

	DeviceEvidence found(String id) {
		var evidence = this.found.get(id.toLowerCase(Locale.ROOT));
		if (evidence != null) {
			return evidence;
		}
		return this.more ? new DeviceEvidence.Unknown(id, "it is not among the devices that could be listed")
				: new DeviceEvidence.Hidden(id, this.asOf);
	}

}
