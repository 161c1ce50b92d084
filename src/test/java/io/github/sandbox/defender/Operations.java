package io.github.sandbox.defender;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every operation of the look-alike, found by method and path; the most literal path
 * wins.
 */
final class Operations {

	private final Map<String, List<Operation>> byMethod;

	Operations(Stream<Operation> operations) {
		this.byMethod = operations
			.sorted(Comparator.comparingInt((Operation operation) -> operation.path().literals()).reversed())
			.collect(Collectors.groupingBy(Operation::method));
	}

	static Operations of(Estate estate) {
		return new Operations(Stream
			.of(new MachineRoutes(estate).operations(), new MachineSettingRoutes(estate).operations(),
					PostureOperations.of(estate), new ResponseRoutes(estate).operations(),
					new ActionRoutes(estate).operations(), new AlertRoutes(estate).operations(),
					new AlertChangeRoutes(estate).operations(), new InvestigationRoutes(estate).operations(),
					new LibraryRoutes(estate).operations(), new FileRoutes(estate).operations(),
					new HostRoutes(estate).operations(), new UserRoutes(estate).operations(),
					new IndicatorRoutes(estate).operations(), new HuntingRoutes(estate).operations())
			.flatMap(List::stream));
	}

	Match match(String method, String path) {
		return this.byMethod.getOrDefault(method, List.of())
			.stream()
			.flatMap((operation) -> matched(operation, path).stream())
			.findFirst()
			.orElseThrow(() -> Refusal.of(404, "NotFound", "No HTTP resource was found."));
	}

	private static Optional<Match> matched(Operation operation, String path) {
		return operation.path().match(path).map((variables) -> new Match(operation, variables));
	}

	/** An operation and the values of its path variables. */
	record Match(Operation operation, Map<String, String> variables) {

	}

}
