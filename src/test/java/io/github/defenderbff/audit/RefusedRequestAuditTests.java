package io.github.defenderbff.audit;

import java.util.Map;

import io.github.defenderbff.AuditCapture;
import io.github.defenderbff.HandMovedClock;
import io.github.defenderbff.signin.RequestRefused;
import io.github.defenderbff.signin.Subject;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a flood of refused requests leaves in the audit. */
class RefusedRequestAuditTests {

	private static final RequestRefused OF_NOBODY = new RequestRefused(null, null, "cross-site-request", "/api/me");

	private static final RequestRefused OF_ADA = new RequestRefused(new Subject(Subject.Kind.PERSON, "tenant", "ada"),
			"0123456789abcdef", "csrf-token-invalid", "/logout");

	private final RefusedRequestAudit audit = new RefusedRequestAudit(TestAudits.trail(Map.of()), new HandMovedClock());

	@Test
	void isWrittenWithWhoseSessionItWas() {
		try (var capture = new AuditCapture()) {
			this.audit.write(OF_ADA);
			var entry = capture.only("refusal");
			assertThat(entry.at("/user/id").stringValue("")).isEqualTo("ada");
			assertThat(entry.at("/event/reason").stringValue("")).isEqualTo("csrf-token-invalid");
			assertThat(entry.at("/event/outcome").stringValue("")).isEqualTo("failure");
			assertThat(entry.at("/url/path").stringValue("")).isEqualTo("/logout");
			assertThat(entry.at("/defender/session").stringValue("")).isEqualTo("0123456789abcdef");
		}
	}

	/** A minute may end while this runs, and then as many again are written. */
	@Test
	void floodOfNobodyKnownDoesNotFillItAndIsCounted() {
		var meters = new SimpleMeterRegistry();
		this.audit.bindTo(meters);
		try (var capture = new AuditCapture()) {
			for (var request = 0; request < 1000; request++) {
				this.audit.write(OF_NOBODY);
			}
			this.audit.write(OF_ADA);
			assertThat(capture.lines()).hasSizeBetween(61, 121);
			assertThat(meters.get("audit.passed.over").functionCounter().count())
				.isEqualTo(1001 - capture.lines().size());
			assertThat(capture.entries().getLast().at("/user/id").stringValue("")).isEqualTo("ada");
		}
	}

}
