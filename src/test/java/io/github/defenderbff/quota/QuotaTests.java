package io.github.defenderbff.quota;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.defenderbff.HandMovedClock;
import io.github.defenderbff.problem.ProblemType;
import io.github.defenderbff.signin.Subject;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

/** How much Defender may still be asked, and what frontends are told of it. */
class QuotaTests {

	private static final Metered LIST = new Metered("machines.list", new Limits(20, 100, true, null), false);

	private static final Metered ISOLATE = new Metered("machines.isolate", new Limits(20, 100, true, null), true);

	private static final Metered HUNT = new Metered("advancedQueries.run", new Limits(45, 1500, true,
			new Limits.Run(Duration.ofSeconds(200), Duration.ofMinutes(10), Duration.ofHours(3))), false);

	private final HandMovedClock clock = new HandMovedClock();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final QuotaProperties settings = new QuotaProperties(0.1, Duration.ofSeconds(2), 50, Map.of("vip", 3.0),
			Map.of(), 0.5);

	private final Quota quota = new Quota(TestQuotas.families(this.settings, HUNT, ISOLATE, LIST), Accounts.local(),
			this.settings, new TestWatch(this.clock), this.meters);

	private double left(String window) {
		return this.meters.get("quota.left").tags("budget", "machines.list", "window", window).gauge().value();
	}

	@Test
	void whatIsLeftIsShownFromTheFirstCallOn() {
		assertThat(this.meters.find("quota.left").gauges()).isEmpty();
		take(LIST, "ada").answered();
		assertThat(left("minute")).isEqualTo(0.95);
		assertThat(left("hour")).isEqualTo(0.99);
		this.clock.move(Duration.ofMinutes(2));
		assertThat(left("minute")).isEqualTo(1);
		assertThat(left("hour")).isEqualTo(0.99);
		take(LIST, "ada").throttled(Duration.ofSeconds(30));
		this.clock.move(Duration.ofSeconds(2));
		assertThat(left("hour")).isZero();
		this.clock.move(Duration.ofSeconds(30));
		assertThat(left("hour")).isEqualTo(0.98);
	}

	private Pass take(Metered operation, String who) {
		return this.quota.take(new Demand(operation, new Subject(Subject.Kind.PERSON, "tenant", who), false, true));
	}

	private QuotaExhausted exhausted(Metered operation, String who) {
		try {
			take(operation, who);
		}
		catch (QuotaExhausted exhausted) {
			return exhausted;
		}
		throw new AssertionError("there was something left");
	}

	private int takeAll(Metered operation, String who) {
		var taken = 0;
		try {
			while (true) {
				take(operation, who).answered();
				taken++;
			}
		}
		catch (QuotaExhausted _) {
			return taken;
		}
	}

	@Test
	void onePersonHasHalfOfWhatIsNotReserved() {
		assertThat(takeAll(LIST, "ada")).isEqualTo(9);
		assertThat(exhausted(LIST, "ada").getBody().getProperties()).containsEntry("cause", "share");
		assertThat(takeAll(LIST, "bob")).isEqualTo(5);
	}

	@Test
	void whoHasMoreWeightHasMore() {
		assertThat(takeAll(LIST, "vip")).isEqualTo(14);
	}

	@Test
	void changesMayUseEverything() {
		for (var who = 0; who < 20; who++) {
			takeAll(ISOLATE, "p" + who);
		}
		assertThat(exhausted(ISOLATE, "late").getBody().getProperties()).containsEntry("cause", "budget");
		assertThat(this.quota.report().getFirst().windows().getFirst().used()).isEqualTo(20);
	}

	@Test
	void readsThatAChangeDependsOnUseTheReserve() {
		for (var who = 0; who < 20; who++) {
			takeAll(LIST, "p" + who);
		}
		assertThat(exhausted(LIST, "late").getBody().getProperties()).containsEntry("cause", "reserve");
		this.quota.take(new Demand(LIST, new Subject(Subject.Kind.PERSON, "tenant", "p0"), true, true));
	}

	@Test
	void refusalSaysWhichLimitAndWhenToComeBack() {
		takeAll(LIST, "ada");
		this.clock.move(Duration.ofMillis(500));
		var exhausted = exhausted(LIST, "ada");
		assertThat(exhausted.type()).isEqualTo(ProblemType.QUOTA_EXHAUSTED);
		assertThat(exhausted.getBody().getProperties()).containsEntry("operation", "machines.list")
			.containsEntry("limit", Map.of("window", "minute", "seconds", 60L, "quota", 20L, "unit", "calls"));
		assertThat(exhausted.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("60");
		assertThat(exhausted.getHeaders().getFirst("RateLimit-Policy"))
			.isEqualTo("\"minute\";q=20;w=60, \"hour\";q=100;w=3600");
		assertThat(exhausted.getHeaders().getFirst("RateLimit")).isEqualTo("\"minute\";r=0;t=60, \"hour\";r=36;t=3600");
	}

	@Test
	void answerSaysWhatIsLeftForThisPerson() {
		take(LIST, "ada").answered();
		assertThat(take(LIST, "bob").rateLimits())
			.isEqualTo(new RateLimits("\"minute\";q=20;w=60, \"hour\";q=100;w=3600",
					"\"minute\";r=8;t=60, \"hour\";r=44;t=3600", Duration.ofHours(1).dividedBy(44)));
	}

	@Test
	void pauseIsForAllAndSaysSo() {
		take(LIST, "ada").throttled(Duration.ofSeconds(90));
		var exhausted = exhausted(LIST, "bob");
		assertThat(exhausted.getBody().getProperties()).containsEntry("cause", "defender").doesNotContainKey("limit");
		assertThat(exhausted.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("90");
		assertThat(exhausted.getHeaders().getFirst("RateLimit")).isEqualTo("\"minute\";r=0;t=90, \"hour\";r=0;t=90");
		take(ISOLATE, "ada");
	}

	@Test
	void queryMayRunAsLongAsThereIsRunTimeForIt() {
		var first = take(HUNT, "ada");
		var second = take(HUNT, "bob");
		var third = take(HUNT, "eve");
		assertThat(first.runTime()).isNull();
		assertThat(second.runTime()).isNull();
		assertThat(third.runTime()).isEqualTo(Duration.ofSeconds(100));
		assertThat(third.rateLimits().policy())
			.endsWith("\"run-hour\";q=600;qu=\"run-seconds\";w=3600, \"run-day\";q=10800;qu=\"run-seconds\";w=86400");
	}

	@Test
	void callThatWasHeldBackCountsForNothing() {
		take(LIST, "ada").unsent();
		assertThat(this.quota.report()).isEmpty();
	}

	@Test
	void queryThatIsLostCountsUntilItMayHaveEnded() {
		take(HUNT, "ada").lost();
		this.clock.move(Duration.ofHours(1).plusSeconds(199));
		assertThat(this.quota.report().getFirst().windows().get(2).used()).isEqualTo(200);
		this.clock.move(Duration.ofSeconds(1));
		assertThat(this.quota.report().getFirst().windows().get(2).used()).isZero();
	}

	@Test
	void queryGivesBackWhatItDidNotRunUnlessItIsLost() {
		var answered = take(HUNT, "ada");
		this.clock.move(Duration.ofSeconds(7));
		answered.answered();
		answered.lost();
		take(HUNT, "bob").lost();
		var run = this.quota.report().getFirst().windows().get(2);
		assertThat(run.people()).containsExactly(new QuotaReport.Use("person", "bob", 200),
				new QuotaReport.Use("person", "ada", 7));
		assertThat(run.used()).isEqualTo(207);
		assertThat(run.left()).isEqualTo(393);
	}

	@Test
	void reportNamesWhatIsUsedOrPausedOnly() {
		assertThat(this.quota.report()).isEmpty();
		takeAll(LIST, "ada");
		take(LIST, "bob").answered();
		take(ISOLATE, "bob").throttled(Duration.ofSeconds(30));
		this.clock.move(Duration.ofSeconds(10));
		assertThat(this.quota.report()).extracting(QuotaReport::operation)
			.containsExactly("machines.isolate", "machines.list");
		var list = this.quota.report().getLast();
		assertThat(list.pausedUntil()).isNull();
		assertThat(list.windows().getFirst()).isEqualTo(new QuotaReport.Limit("minute", "calls", 60, 20, 2, 10, 10, 50,
				List.of(new QuotaReport.Use("person", "ada", 9), new QuotaReport.Use("person", "bob", 1))));
		assertThat(this.quota.report().getFirst().pausedUntil()).isEqualTo(this.clock.instant().plusSeconds(20));
	}

	@Test
	void countsWhatBecameOfCalls() {
		takeAll(LIST, "ada");
		this.clock.move(Duration.ofSeconds(59));
		take(LIST, "ada");
		assertThat(count("taken")).isEqualTo(9);
		assertThat(count("refused")).isEqualTo(1);
		assertThat(count("waited")).isEqualTo(1);
	}

	private double count(String outcome) {
		return this.meters.counter("quota.calls", "outcome", outcome).count();
	}

}
