package io.github.defenderbff.bulk;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.relay.Calls;
import io.github.defenderbff.relay.OperationCall;
import io.github.defenderbff.signin.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Reads what Defender says of some devices, in lists where that costs less. What cannot
 * be read is left out: it is there to help a person and decides nothing.
 */
@Component
final class MachineRows {

	private static final Logger log = LoggerFactory.getLogger(MachineRows.class);

	/** From here on one list costs less of the shared budget than single records do. */
	private static final int MANY = 5;

	/** The largest page Defender gives. */
	private static final int PAGE = 10_000;

	private static final int PAGES = 20;

	private final Calls calls;

	private final JsonMapper json;

	MachineRows(Calls calls, JsonMapper json) {
		this.calls = calls;
		this.json = json;
	}

	/** The devices' records by their ids. */
	Map<String, JsonNode> devices(Caller caller, Set<String> ids) {
		var found = new HashMap<String, JsonNode>();
		Consumer<JsonNode> keep = (row) -> {
			var id = row.path("id").stringValue("");
			if (ids.contains(id)) {
				found.put(id, row);
			}
		};
		if (ids.size() < MANY) {
			ids.forEach((id) -> one(caller, OperationCall.of("machines.get").at("id", id), keep));
			return found;
		}
		for (var page = 0; page < PAGES && found.size() < ids.size(); page++) {
			if (rows(caller, page("machines.list", page), keep) < PAGE) {
				break;
			}
		}
		return found;
	}

	/** The actions in that state. */
	void actions(Caller caller, List<String> states, Consumer<JsonNode> each) {
		for (var state : states) {
			rows(caller, page("machineActions.list", 0).with("$filter", "status eq '" + state + "'"), each);
		}
	}

	private static OperationCall page(String operation, int page) {
		return OperationCall.of(operation)
			.with("$top", Integer.toString(PAGE))
			.with("$skip", Integer.toString(page * PAGE));
	}

	private void one(Caller caller, OperationCall call, Consumer<JsonNode> each) {
		try (var answer = this.calls.make(caller, call); var body = answer.body()) {
			each.accept(this.json.readTree(body));
		}
		catch (Failure | IOException | JacksonException failure) {
			log.debug("Not shown: {}", call.operation(), failure);
		}
	}

	/** How many there were; a list may be long, so it is read row by row. */
	private int rows(Caller caller, OperationCall call, Consumer<JsonNode> each) {
		var rows = 0;
		try (var answer = this.calls.make(caller, call);
				var row = this.json.readerFor(JsonNode.class).at("/value").<JsonNode>readValues(answer.body())) {
			for (; row.hasNextValue(); rows++) {
				each.accept(row.nextValue());
			}
		}
		catch (Failure | IOException | JacksonException failure) {
			log.debug("Not shown: {}", call.operation(), failure);
		}
		return rows;
	}

}
