package io.github.sandbox.entra;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The end-session endpoint: ends the single sign-on session, tells the app through the
 * browser, and goes back.
 */
@RestController
final class LogoutPage {

	private final SsoSessions sessions;

	private final AppRegistration app;

	private final Tenant tenant;

	LogoutPage(SsoSessions sessions, AppRegistration app, Tenant tenant) {
		this.sessions = sessions;
		this.app = app;
		this.tenant = tenant;
	}

	@RequestMapping(path = Tenant.LOGOUT, method = { RequestMethod.GET, RequestMethod.POST },
			produces = MediaType.TEXT_HTML_VALUE)
	ResponseEntity<String> signOut(
			@RequestParam(name = "post_logout_redirect_uri", required = false) @Nullable String target,
			@RequestParam(required = false) @Nullable String state,
			@RequestParam(name = "logout_hint", required = false) @Nullable String hint, HttpServletRequest request) {
		Optional<SignedIn> session = this.sessions.current()
			.filter((current) -> hint == null || SignedIn.isMeantBy(hint, current.person()));
		session.ifPresent((current) -> end(current, request));
		Optional<String> back = Optional.ofNullable(target)
			.filter(this.app::mayReturnTo)
			.map((uri) -> (state != null) ? AuthorizeErrors.withParameters(uri, Map.of("state", state)) : uri);
		URI frontChannel = this.app.frontChannelLogoutUri();
		if (session.isPresent() && frontChannel != null) {
			return ResponseEntity.ok(page(frame(frontChannel, session.get()), back));
		}
		return back.<ResponseEntity<String>>map(LogoutPage::redirect)
			.orElseGet(() -> ResponseEntity.ok(page("", Optional.empty())));
	}

	private void end(SignedIn session, HttpServletRequest request) {
		this.sessions.end(session);
		SecurityContextHolder.clearContext();
		HttpSession httpSession = request.getSession(false);
		if (httpSession != null) {
			httpSession.invalidate();
		}
	}

	private String frame(URI frontChannel, SignedIn session) {
		String address = AuthorizeErrors.withParameters(frontChannel.toString(),
				Map.of("iss", this.tenant.issuer().toString(), "sid", session.sid()));
		return "<iframe src=\"%s\" title=\"Signing out of the app\"></iframe>%n".formatted(Page.escape(address));
	}

	private static ResponseEntity<String> redirect(String address) {
		return ResponseEntity.status(HttpStatus.FOUND).header("Location", address).build();
	}

	private static String page(String frame, Optional<String> back) {
		String title = "You signed out of your account";
		String body = frame + "<p>It is a good idea to close all browser windows.</p>\n";
		return back
			.map((address) -> Page.renderAndMoveOn(title,
					body + "<p><a href=\"%s\">Back to the app</a></p>%n".formatted(Page.escape(address)), address))
			.orElseGet(() -> Page.render(title, body));
	}

}
