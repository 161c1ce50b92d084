package io.github.defenderbff.bulk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.github.defenderbff.bulk.BulkOperation.Property;
import io.github.defenderbff.problem.InvalidBody;
import io.github.defenderbff.relay.Body;
import tools.jackson.databind.json.JsonMapper;

/**
 * An order that makes sense: what is to be done to which devices.
 *
 * @param operation the operation's id
 * @param machines the devices' ids in small letters, each once
 * @param comment why
 * @param properties what the operation takes besides, by Defender's names
 * @param commented whether Defender is told the comment
 */
record Order(String operation, List<String> machines, String comment, Map<String, String> properties,
		boolean commented) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	Order {
		machines = List.copyOf(machines);
		properties = Map.copyOf(properties);
	}

	/**
	 * Reads an order.
	 * @throws InvalidBody if a device is named twice, or a property does not fit the
	 * operation
	 */
	static Order of(BulkOperation operation, BulkRequest request) {
		var wrong = new ArrayList<InvalidBody.Wrong>();
		var machines = machines(request, wrong);
		var given = request.properties();
		for (var property : operation.properties()) {
			check(property, given, wrong);
		}
		var known = operation.properties().stream().map(Property::name).toList();
		given.keySet()
			.stream()
			.filter((name) -> !known.contains(name))
			.forEach((name) -> wrong.add(new InvalidBody.Wrong("#/" + name, "is unknown to " + operation.id())));
		InvalidBody.throwUnlessEmpty(wrong);
		return new Order(operation.id(), machines, request.comment(), given, operation.takesComment());
	}

	private static List<String> machines(BulkRequest request, List<InvalidBody.Wrong> wrong) {
		var machines = request.machines().stream().map((id) -> id.toLowerCase(Locale.ROOT)).toList();
		var seen = new HashSet<String>();
		for (var index = 0; index < machines.size(); index++) {
			if (!seen.add(machines.get(index))) {
				wrong.add(new InvalidBody.Wrong("#/machines/" + index, "is named twice"));
			}
		}
		return machines;
	}

	private static void check(Property property, Map<String, String> given, List<InvalidBody.Wrong> wrong) {
		var value = given.get(property.name());
		if ((value == null) ? property.mandatory() : !property.takes(value)) {
			wrong.add(new InvalidBody.Wrong("#/" + property.name(), property.name() + " " + property.rule()));
		}
	}

	/** What each call carries. */
	Body<Order> body() {
		var body = new TreeMap<>(this.properties);
		if (this.commented) {
			body.put("Comment", this.comment);
		}
		return new Body<>(JSON.writeValueAsBytes(body), this);
	}

}
