package io.github.defenderbff.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Reads the caller from our own session record. Nothing of the framework's object graph
 * is ever stored, so saving is a no-op: {@link NewSession} writes the record.
 */
@Component
final class SessionSecurityContext implements SecurityContextRepository {

	private final SessionCallers callers;

	private final Sessions sessions;

	SessionSecurityContext(SessionCallers callers, Sessions sessions) {
		this.callers = callers;
		this.sessions = sessions;
	}

	/** Called once per request and only when somebody asks who is calling. */
	@Override
	@Deprecated
	public SecurityContext loadContext(HttpRequestResponseHolder holder) {
		return this.callers.of(holder.getRequest())
			.<SecurityContext>map((caller) -> new SecurityContextImpl(new SignedIn(caller)))
			.orElseGet(SecurityContextHolder::createEmptyContext);
	}

	@Override
	public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
	}

	@Override
	public boolean containsContext(HttpServletRequest request) {
		return this.sessions.peek(request).isPresent();
	}

}
