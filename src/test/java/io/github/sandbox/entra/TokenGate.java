package io.github.sandbox.entra;

import java.io.IOException;
import java.io.InterruptedIOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before the token endpoint: notes each request, then delays or fails it if a test
 * said so.
 */
final class TokenGate extends OncePerRequestFilter {

	private final TokenBehaviour behaviour;

	private final TokenErrors errors;

	TokenGate(TokenBehaviour behaviour, TokenErrors errors) {
		this.behaviour = behaviour;
		this.errors = errors;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !request.getRequestURI().equals(Tenant.TOKEN);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		this.behaviour.received(TokenRequest.of(request));
		pause();
		switch (this.behaviour.failure()) {
			case null -> chain.doFilter(request, response);
			case TokenBehaviour.Failure.Status(int status) -> this.errors.write(response,
					new EntraError((status == 401) ? Aadsts.WRONG_SECRET : Aadsts.TEMPORARILY_UNAVAILABLE), status);
			case TokenBehaviour.Failure.Outage() -> breakOff(response);
		}
	}

	private void pause() throws IOException {
		try {
			Thread.sleep(this.behaviour.delay());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException();
		}
	}

	/**
	 * Promises more than it sends, so that the client sees the connection end too early.
	 */
	private static void breakOff(HttpServletResponse response) throws IOException {
		response.setContentLength(1024);
		response.setHeader("Connection", "close");
		response.getOutputStream().write('{');
		response.flushBuffer();
	}

}
