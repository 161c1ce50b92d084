package io.github.sandbox.defender;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

import io.github.sandbox.organisation.AuthenticatedScan;
import io.github.sandbox.organisation.People;

/** Every scan definition of the tenant, oldest first. */
final class ScanDefinitions {

	private static final Duration SINCE_LAST_SCAN = Duration.ofHours(2);

	private final AtomicLong numbers = new AtomicLong(1);

	private final Map<String, ScanDefinition> definitions = new LinkedHashMap<>();

	synchronized void reset(Instant now) {
		this.definitions.clear();
		AuthenticatedScan scan = AuthenticatedScan.SWITCHES;
		Entity latest = ScanView.latest("Success", now.minus(SINCE_LAST_SCAN));
		put(new ScanDefinition(scan.scanner(),
				Entity.builder()
					.with(ScanView.frame(scan.id(), People.ADA_ADMIN.userPrincipalName()))
					.with(ScanView.asked(scan))
					.with("scannerAgent", ScanView.nestedAgent(scan.scanner(), now))
					.with("latestScan", latest)
					.build()));
	}

	String nextId() {
		return "5ca00000-0000-4000-8000-%012d".formatted(this.numbers.incrementAndGet());
	}

	synchronized List<ScanDefinition> all() {
		return List.copyOf(this.definitions.values());
	}

	synchronized Optional<ScanDefinition> find(String id) {
		return Optional.ofNullable(this.definitions.get(id));
	}

	synchronized ScanDefinition put(ScanDefinition definition) {
		this.definitions.put(definition.id(), definition);
		return definition;
	}

	/** Changes the latest version of a definition. */
	synchronized ScanDefinition change(ScanDefinition definition, UnaryOperator<ScanDefinition> change) {
		return put(change.apply(find(definition.id()).orElse(definition)));
	}

	synchronized void removeAll(List<ScanDefinition> removed) {
		removed.forEach((definition) -> this.definitions.remove(definition.id()));
	}

}
