package io.github.defenderbff.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.defenderbff.signin.SessionChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes what people and applications do, and why they may or may not, as key and value
 * pairs: every decision with its reasons, the intent before a change is sent, and the
 * outcome after. Changes and refusals go to the logger {@value #LOGGER}, reads to
 * {@value #READS}. No comment, query or body is written, and no token.
 */
@Component
public final class Audit {

	/** The name of the logger. */
	public static final String LOGGER = "audit";

	/** The name of the logger for reads that were let through. */
	public static final String READS = "audit-reads";

	private static final Logger log = LoggerFactory.getLogger(LOGGER);

	private static final Logger reads = LoggerFactory.getLogger(READS);

	private static final Duration REPEATED = Duration.ofMinutes(1);

	private static final int MOST_REPEATED = 50_000;

	private final Cache<Read, Boolean> recentReads;

	Audit(Clock clock) {
		this.recentReads = Caffeine.newBuilder()
			.maximumSize(MOST_REPEATED)
			.expireAfterWrite(REPEATED)
			.ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
			.build();
	}

	/**
	 * Says what is about to be done.
	 * @param decision why it was allowed, in one word
	 * @param reasons what was not known
	 */
	public void intent(Deed deed, String decision, List<?> reasons) {
		if (!log.isInfoEnabled()) {
			throw new IllegalStateException("The logger " + LOGGER + " is switched off, so nothing may be changed");
		}
		write(log, Level.INFO, "intent", deed, decision, reasons);
	}

	/**
	 * Says how it ended.
	 * @param outcome Defender's status, or the kind of failure
	 */
	public void outcome(Deed deed, String outcome) {
		write(log, Level.INFO, "outcome", deed, outcome, List.of());
	}

	/**
	 * Says that it was refused here.
	 * @param decision deny or unproven
	 * @param reasons why
	 */
	public void refusal(Deed deed, String decision, List<?> reasons) {
		write(log, Level.WARN, "refusal", deed, decision, reasons);
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
		if (this.recentReads.asMap().putIfAbsent(new Read(deed, decision, reasons), true) == null) {
			write(reads, Level.INFO, "read", deed, decision, reasons);
		}
	}

	/** With a new session everything is written anew. */
	@EventListener
	void forget(SessionChanged event) {
		var subject = event.person().subject();
		this.recentReads.asMap().keySet().removeIf((read) -> read.deed().subject().equals(subject));
	}

	private static void write(Logger logger, Level level, String event, Deed deed, String result, List<?> reasons) {
		if (!logger.isEnabledForLevel(level)) {
			return;
		}
		var subject = deed.subject();
		var entry = logger.atLevel(level)
			.setMessage(event)
			.addKeyValue("tenant", subject.tenantId())
			.addKeyValue(subject.kind().word(), subject.id())
			.addKeyValue("operation", deed.operation())
			.addKeyValue("target", deed.target())
			.addKeyValue("result", result);
		(reasons.isEmpty() ? entry : entry.addKeyValue("reasons", reasons)).log();
	}

	private record Read(Deed deed, String decision, List<?> reasons) {

	}

}
