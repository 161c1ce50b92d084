package io.github.defenderbff.audit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import io.github.defenderbff.audit.AuditStream.Feed;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts entries where they belong: in the log, and in the stream where there is one. */
@Component
final class Trail implements MeterBinder {

	/** The name of the field that entries of one session have in common. */
	static final String SESSION = "defender.session";

	private final AuditLog log;

	private final ObjectProvider<AuditStream> stream;

	private final JsonMapper json;

	private final Place inLog = new Place("log");

	private final Place inStream = new Place("stream");

	Trail(AuditLog log, ObjectProvider<AuditStream> stream, JsonMapper json) {
		this.log = log;
		this.stream = stream;
		this.json = json;
	}

	/**
	 * Writes what must be there before something is done.
	 * @throws AuditUnavailable if it may be missing in one of the places
	 */
	void require(Entry entry) {
		var complete = Whence.told(entry);
		if (!this.inLog.took(this.log.write(Audit.LOGGER, complete)) || !confirmed(append(complete))) {
			throw new AuditUnavailable();
		}
	}

	/** Writes what happened already; nobody waits, and what gets lost is counted. */
	void tell(Entry entry) {
		var complete = Whence.told(entry);
		this.inLog.took(this.log.write(Audit.LOGGER, complete));
		var _ = append(complete);
	}

	/** Writes a read, for which the log is enough. */
	void tellRead(Entry entry) {
		this.inLog.took(this.log.write(Audit.READS, Whence.told(entry)));
	}

	private CompletableFuture<?> append(Entry entry) {
		try {
			var to = this.stream.getIfAvailable();
			return (to == null) ? CompletableFuture.completedFuture(null)
					: to.append(entry.isAnybodys() ? Feed.ANYBODY : Feed.CALLERS, entry.json(this.json))
						.whenComplete((_, failure) -> this.inStream.took(failure == null));
		}
		catch (RuntimeException ex) {
			this.inStream.took(false);
			return CompletableFuture.failedFuture(ex);
		}
	}

	private static boolean confirmed(CompletableFuture<?> appended) {
		try {
			appended.join();
			return true;
		}
		catch (CompletionException _) {
			return false;
		}
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.inLog.count(registry);
		this.inStream.count(registry);
	}

}
