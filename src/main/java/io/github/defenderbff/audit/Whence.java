package io.github.defenderbff.audit;

import java.util.Map;
import java.util.Objects;

import io.github.defenderbff.signin.RequestFacts;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Where a request comes from, for what is done for it on other threads: entries of the
 * audit and lines of the log are the request's there as well. It holds no request, so it
 * may outlive it.
 */
public final class Whence {

	private static final ScopedValue<Whence> ELSEWHERE = ScopedValue.newInstance();

	private final @Nullable Origin origin;

	private final Map<String, String> context;

	private Whence(@Nullable Origin origin, Map<String, String> context) {
		this.origin = origin;
		this.context = context;
	}

	/** Where what this thread does comes from. */
	public static Whence here() {
		return new Whence(origin(), Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.of()));
	}

	/** Does something from there; for threads that do nothing else. */
	public void run(Runnable task) {
		MDC.setContextMap(this.context);
		ScopedValue.where(ELSEWHERE, this).run(task);
	}

	/** An entry with what is known of where it comes from. */
	static Entry told(Entry entry) {
		var origin = origin();
		return (origin != null) ? origin.tell(entry) : entry;
	}

	private static @Nullable Origin origin() {
		if (ELSEWHERE.isBound()) {
			return ELSEWHERE.get().origin;
		}
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current)
				? Origin.of(current.getRequest()) : null;
	}

	/**
	 * What entries tell of a request. The address of the identity provider's server is
	 * that of no client of ours.
	 */
	private record Origin(String field, String address, @Nullable String session) {

		static Origin of(HttpServletRequest request) {
			return new Origin(RequestFacts.isFromProvider(request) ? "source.ip" : "client.ip", request.getRemoteAddr(),
					RequestFacts.session(request));
		}

		/** An entry about a session says which; others are of the request's. */
		Entry tell(Entry entry) {
			var from = entry.with(this.field, this.address);
			return from.fields().containsKey(Trail.SESSION) ? from : from.with(Trail.SESSION, this.session);
		}

	}

}
