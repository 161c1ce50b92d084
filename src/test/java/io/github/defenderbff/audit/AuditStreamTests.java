package io.github.defenderbff.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.defenderbff.HandMovedClock;
import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import io.github.defenderbff.signin.Subject;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is put into a stream, and what happens where it cannot be. */
class AuditStreamTests {

	private static final Deed ISOLATION = new Deed(new Subject(Subject.Kind.PERSON, "tenant", "ada"),
			"machines.isolate", "/api/machines/m1/isolate", List.of());

	private final HandMovedClock clock = new HandMovedClock();

	private final List<String> entries = new ArrayList<>();

	private final List<AuditStream.Feed> feeds = new ArrayList<>();

	private CompletableFuture<?> answer = CompletableFuture.completedFuture(null);

	private final Audit audit = TestAudits.audit((feed, entry) -> {
		this.feeds.add(feed);
		this.entries.add(entry);
		return this.answer;
	}, this.clock);

	private JsonNode last() {
		return TestAudits.JSON.readTree(this.entries.getLast());
	}

	@Test
	void intentIsAnObjectInTheCommonSchema() {
		this.audit.intent(ISOLATION, "unproven", List.of(new Why("NotKnown", "exposure", "for people")));
		assertThat(last()).isEqualTo(TestAudits.JSON.readTree("""
				{"@timestamp":"%s","message":"intent",
				"user":{"id":"ada"},"organization":{"id":"tenant"},"url":{"path":"/api/machines/m1/isolate"},
				"event":{"outcome":"unknown","reason":"NotKnown","action":"intent","kind":"event",
				"category":["api"],"type":["start","change"]},
				"defender":{"caller":"person","operation":"machines.isolate","decision":"unproven",
				"reasons":[{"type":"NotKnown","part":"exposure"}]},
				"trace":{"id":"none"},"ecs":{"version":"8.11"}}""".formatted(this.clock.instant())));
		assertThat(this.feeds).containsExactly(AuditStream.Feed.CALLERS);
	}

	@Test
	void entryIsOneLineWhateverIsInIt() {
		this.audit.refusal(new Deed(ISOLATION.subject(), "libraryFiles.upload", "/api/libraryfiles",
				List.of("a\r\n{\"event\":\"forged\"}")), "deny", List.of());
		assertThat(this.entries).singleElement().asString().doesNotContain("\r", "\n");
		assertThat(last().path("defender").path("targets").path(0).stringValue("")).contains("\r\n{");
	}

	@Test
	void changeIsRefusedWhereItsIntentIsNotConfirmed() {
		this.answer = CompletableFuture.failedFuture(new IllegalStateException("away"));
		assertThatExceptionOfType(Failure.class).isThrownBy(() -> this.audit.intent(ISOLATION, "permit", List.of()))
			.extracting(Failure::type)
			.isEqualTo(ProblemType.AUDIT_UNAVAILABLE);
		assertThat(last().path("defender").path("change").stringValue("")).isEqualTo("not-sent");
		assertThat(last().path("event").path("reason").stringValue("")).isEqualTo("audit-unavailable");
	}

	@Test
	void nothingElseFailsOrWaits() {
		this.answer = new CompletableFuture<>();
		this.audit.outcome(ISOLATION, new Outcome.Made(201, "a1"));
		this.audit.refusal(ISOLATION, "deny", List.of());
		this.answer = CompletableFuture.failedFuture(new IllegalStateException("away"));
		this.audit.outcome(ISOLATION, new Outcome.Uncertain("upstream-timeout"));
		assertThat(this.entries).hasSize(3);
	}

	@Test
	void readsAreNotPutIntoIt() {
		this.audit.read(ISOLATION, "permit", List.of());
		assertThat(this.entries).isEmpty();
	}

	/** A reason, as frontends are told it. */
	private record Why(String type, String part, String detail) {

	}

}
