package io.github.defenderbff.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import io.github.defenderbff.signin.SessionChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes what people and applications do, and why they may or may not: every decision
 * with its reasons, the intent before a change is sent, and the outcome after. Changes
 * and refusals go to the logger {@value #LOGGER}, and to a stream where there is one;
 * reads to the logger {@value #READS}. No comment, query or body is written, and no
 * token.
 */
@Component
public final class Audit {

	/** The name of the logger. */
	public static final String LOGGER = "audit";

	/** The name of the logger for reads that were let through. */
	public static final String READS = "audit-reads";

	private static final Logger reads = LoggerFactory.getLogger(READS);

	private static final Duration REPEATED = Duration.ofMinutes(1);

	private static final int MOST_REPEATED = 50_000;

	private static final String EVENT_OUTCOME = "event.outcome";

	private static final String EVENT_REASON = "event.reason";

	private static final String CHANGE = "defender.change";

	private final Trail trail;

	private final JsonMapper json;

	private final Clock clock;

	private final Cache<Read, Boolean> recentReads;

	Audit(Trail trail, JsonMapper json, Clock clock) {
		this.trail = trail;
		this.json = json;
		this.clock = clock;
		this.recentReads = Caffeine.newBuilder()
			.executor(Runnable::run)
			.maximumSize(MOST_REPEATED)
			.expireAfterWrite(REPEATED)
			.ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
			.build();
	}

	/**
	 * Says what is about to be done. Where this fails, it must not be.
	 * @param decision why it was allowed, in one word
	 * @param reasons what was not known
	 * @throws Failure if it cannot be written everywhere it belongs
	 */
	public void intent(Deed deed, String decision, List<?> reasons) {
		try {
			this.trail.require(decided(Action.INTENT, deed, decision, reasons).with(EVENT_OUTCOME, "unknown"));
		}
		catch (AuditUnavailable unavailable) {
			outcome(deed, new Outcome.NotSent(ProblemType.AUDIT_UNAVAILABLE.slug()));
			throw unavailable;
		}
	}

	/**
	 * Says that something is about to be done to many devices, one after the other. Where
	 * this fails, it must not be.
	 * @param run the id of the run
	 * @throws Failure if it cannot be written everywhere it belongs
	 */
	public void bulkRun(Deed deed, String run) {
		this.trail.require(about(Action.BULK_RUN, deed).with("defender.run_id", run)
			.with("defender.target_count", deed.targets().size())
			.with(EVENT_OUTCOME, "unknown"));
	}

	/** Says how it ended. */
	public void outcome(Deed deed, Outcome outcome) {
		var entry = about(Action.OUTCOME, deed);
		this.trail.tell(switch (outcome) {
			case Outcome.Made(var status, var actionId) -> entry.with(CHANGE, "made")
				.with(EVENT_OUTCOME, "success")
				.with("http.response.status_code", status)
				.with("defender.action_id", actionId);
			case Outcome.NotMade(var reason) -> failed(entry, "not-made", "failure", reason);
			case Outcome.NotSent(var reason) -> failed(entry, "not-sent", "failure", reason);
			case Outcome.Uncertain(var reason) -> failed(entry, "uncertain", "unknown", reason);
		});
	}

	private static Entry failed(Entry entry, String change, String outcome, String reason) {
		return entry.with(CHANGE, change).with(EVENT_OUTCOME, outcome).with(EVENT_REASON, reason);
	}

	/**
	 * Says that it was refused here.
	 * @param decision deny or unproven
	 * @param reasons why
	 */
	public void refusal(Deed deed, String decision, List<?> reasons) {
		this.trail.tell(decided(Action.REFUSAL, deed, decision, reasons).with(EVENT_OUTCOME, "failure"));
	}

	/**
	 * Says that a file is about to be passed on; where this fails, it must not be.
	 * @param deed the call that brought the link to it
	 * @throws Failure if it cannot be written everywhere it belongs
	 */
	public void download(Deed deed) {
		this.trail.require(about(Action.DOWNLOAD, deed).with(EVENT_OUTCOME, "unknown"));
	}

	/** Whether reads are to be written at all. */
	public boolean writesReads() {
		return reads.isInfoEnabled();
	}

	/**
	 * Says that a read was let through. A dashboard repeats its reads every few seconds;
	 * the same one, decided in the same way, is written once a minute.
	 * @param decision why, in one word
	 * @param reasons what was not known
	 */
	public void read(Deed deed, String decision, List<?> reasons) {
		if (writesReads() && this.recentReads.asMap().putIfAbsent(new Read(deed, decision, reasons), true) == null) {
			this.trail.tellRead(decided(Action.READ, deed, decision, reasons).with(EVENT_OUTCOME, "success"));
		}
	}

	/** With a new session everything is written anew. */
	@EventListener
	void forget(SessionChanged event) {
		var subject = event.person().subject();
		this.recentReads.asMap().keySet().removeIf((read) -> read.deed().subject().equals(subject));
	}

	private Entry about(Action action, Deed deed) {
		return Entry.of(action, this.clock.instant())
			.by(deed.subject())
			.with("defender.operation", deed.operation())
			.with("url.path", deed.path())
			.with("defender.targets", deed.targets().isEmpty() ? null : deed.targets());
	}

	private Entry decided(Action action, Deed deed, String decision, List<?> reasons) {
		var why = Reasons.of(reasons, this.json);
		return about(action, deed).with("defender.decision", decision)
			.with(EVENT_REASON, why.kinds())
			.with("defender.reasons", why.details());
	}

	private record Read(Deed deed, String decision, List<?> reasons) {

	}

}
