package io.github.defenderbff.audit;

import java.time.Clock;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Audits for the tests of other modules. */
public final class TestAudits {

	static final JsonMapper JSON = JsonMapper.builder().build();

	private TestAudits() {
	}

	/** An audit that has seen nothing yet. */
	public static Audit audit() {
		return audit(Clock.systemUTC());
	}

	static Audit audit(Clock clock) {
		return new Audit(trail(Map.of()), JSON, clock);
	}

	/** One that writes to a stream as well. */
	public static Audit audit(AuditStream stream, Clock clock) {
		return new Audit(trail(Map.of("stream", stream)), JSON, clock);
	}

	static Trail trail(Map<String, Object> beans) {
		return new Trail(new AuditLog(), new StaticListableBeanFactory(beans).getBeanProvider(AuditStream.class), JSON);
	}

}
