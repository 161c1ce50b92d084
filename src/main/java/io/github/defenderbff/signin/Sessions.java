package io.github.defenderbff.signin;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.defenderbff.store.Records;
import io.github.defenderbff.store.Records.Held;
import io.github.defenderbff.store.Shelves;
import io.github.defenderbff.store.StoreUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The sessions of all people, each found by the secret in a browser's cookie. In this
 * process a session is one object for as long as anybody uses it.
 */
@Component
final class Sessions {

	/** With the value "false" a request is no sign that somebody is there. */
	static final String SLIDE = "X-Session-Slide";

	static final String ATTRIBUTE = Sessions.class.getName();

	/** What a browser opens anew by itself whenever it breaks off. */
	private static final String STREAMS = "/api/live/";

	private static final int SECRET_BYTES = 32;

	private static final int MOST_RECENT = 10_000;

	private final Cache<String, LiveSession> live = Caffeine.newBuilder().executor(Runnable::run).weakValues().build();

	/** The kind of its records. */
	static final String KIND = "session";

	/**
	 * What a session knows of its own renewals and look-ups is worth keeping for a while.
	 */
	private final Cache<String, LiveSession> recent = Caffeine.newBuilder()
		.executor(Runnable::run)
		.maximumSize(MOST_RECENT)
		.expireAfterAccess(Duration.ofMinutes(5))
		.build();

	private final SecureRandom random = new SecureRandom();

	private final Records<SessionRecord> records;

	private final SessionTraces traces;

	private final SessionRates rates;

	private final Cookies cookies;

	private final SignInProperties properties;

	private final TokenRenewal renewal;

	private final GroupsSource groups;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	Sessions(Shelves shelves, SessionTraces traces, SessionRates rates, Cookies cookies, SignInProperties properties,
			TokenRenewal renewal, GroupsSource groups, Clock clock, ApplicationEventPublisher events) {
		this.records = shelves.records(KIND, SessionDocument.FORM);
		this.traces = traces;
		this.rates = rates;
		this.cookies = cookies;
		this.properties = properties;
		this.renewal = renewal;
		this.groups = groups;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Begins a session, whose secret the browser gets. It is listed once it is there, or
	 * who looks at the list meanwhile would take it off; and the browser gets the secret
	 * once it is listed, so that nobody has a session that is on no list.
	 */
	LiveSession begin(SessionRecord record, HttpServletRequest request, HttpServletResponse response) {
		var bytes = new byte[SECRET_BYTES];
		this.random.nextBytes(bytes);
		var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		var name = this.records.name(secret);
		var held = this.records.add(name, record, this.properties.idleTimeout()).orElseThrow();
		lists(record).forEach((list) -> this.records.list(list, name, this.properties.absoluteTimeout()));
		this.traces.leave(name, record.person().subject());
		var session = live(name, held);
		response.addHeader(HttpHeaders.SET_COOKIE, this.cookies.session(secret).toString());
		request.setAttribute(ATTRIBUTE, Optional.of(session));
		return session;
	}

	private static List<String> lists(SessionRecord record) {
		var ofPerson = "person " + record.person().subject();
		var atProvider = record.origin().providerSession();
		return (atProvider != null) ? List.of(ofPerson, "sid " + atProvider) : List.of(ofPerson);
	}

	/**
	 * The session of a request, if it may still be used. Unless the request says that
	 * nobody is there, its idle time begins anew.
	 * @throws io.github.defenderbff.store.StoreUnavailable if that cannot be told
	 * @throws SessionRates.TooManyRequests if it asks too often
	 */
	Optional<LiveSession> of(HttpServletRequest request) {
		return of(request, isNoUse(request) ? null : this.properties.idleTimeout());
	}

	/** A stream is opened again and again, also where nobody is there any more. */
	private static boolean isNoUse(HttpServletRequest request) {
		return "false".equals(request.getHeader(SLIDE))
				|| request.getServletPath().toLowerCase(Locale.ROOT).startsWith(STREAMS);
	}

	/** The name of the session that a request's cookie is for, be there one or not. */
	Optional<String> nameIn(HttpServletRequest request) {
		return Optional.ofNullable(this.cookies.session(request)).map(this.records::name);
	}

	/** The same, while its idle time goes on. */
	Optional<LiveSession> peek(HttpServletRequest request) {
		return of(request, null);
	}

	@SuppressWarnings("unchecked")
	private Optional<LiveSession> of(HttpServletRequest request, @Nullable Duration prolonged) {
		if (request.getAttribute(ATTRIBUTE) instanceof Optional<?> known) {
			return ((Optional<LiveSession>) known).filter(this::isUsable);
		}
		var secret = this.cookies.session(request);
		var found = (secret != null) ? counted(this.records.name(secret), prolonged, request)
				: Optional.<LiveSession>empty();
		request.setAttribute(ATTRIBUTE, found);
		return found;
	}

	/**
	 * Whoever floods this with a stolen cookie neither prolongs the session nor keeps its
	 * person from ending it.
	 */
	private Optional<LiveSession> counted(String name, @Nullable Duration prolonged, HttpServletRequest request) {
		if (isToEndOne(request)) {
			return find(name, prolonged);
		}
		this.rates.requireLeft(name);
		var found = find(name, prolonged);
		found.ifPresent((_) -> this.rates.count(name));
		return found;
	}

	private static boolean isToEndOne(HttpServletRequest request) {
		var path = request.getRequestURI();
		return switch (request.getMethod()) {
			case "POST" -> path.equals(SignInPaths.LOGOUT);
			case "DELETE" -> path.startsWith(SignInPaths.MY_SESSIONS);
			default -> false;
		};
	}

	/**
	 * The session of that name, if it may still be used. To ask neither counts as use nor
	 * as one of its requests.
	 */
	Optional<LiveSession> named(String name) {
		return find(name, null);
	}

	private Optional<LiveSession> find(String name, @Nullable Duration prolonged) {
		var recently = this.recent.getIfPresent(name);
		var known = (recently != null) ? recently : this.live.getIfPresent(name);
		var found = this.records.find(name, prolonged, (known != null) ? known.held() : null);
		if (found.isEmpty()) {
			this.traces.missed(name, this.records::isThere);
			return Optional.empty();
		}
		var session = (known != null) ? known : live(name, found.get());
		session.found(found.get());
		return Optional.of(session).filter(this::isUsable);
	}

	/** One that may not be used any more ends here. */
	private boolean isUsable(LiveSession session) {
		var usable = session.usable(this.properties.absoluteTimeout());
		if (!usable) {
			end(session, SessionEnd.TOO_OLD);
		}
		return usable;
	}

	private LiveSession live(String name, Held<SessionRecord> held) {
		var session = this.live.get(name, (_) -> new LiveSession(new KeptSession(this.records, this.traces, name, held),
				this.renewal, this.groups, this.clock, this.events));
		this.recent.put(name, session);
		return session;
	}

	/**
	 * Ends the request's session, if it has one, and takes the secret from the browser.
	 */
	void end(HttpServletRequest request, HttpServletResponse response, SessionEnd why) {
		peek(request).ifPresent((session) -> end(session, why));
		response.addHeader(HttpHeaders.SET_COOKIE, this.cookies.noSession().toString());
		request.setAttribute(ATTRIBUTE, Optional.empty());
	}

	/** Ends a session, and destroys its tokens. */
	void end(LiveSession session, SessionEnd why) {
		session.end(why);
		lists(session.record()).forEach((list) -> this.records.unlist(list, session.name()));
	}

	/**
	 * Ends sessions, each of them even where another one cannot be ended.
	 * @throws StoreUnavailable if there was such a one
	 */
	void endAll(List<LiveSession> sessions, SessionEnd why) {
		@Nullable StoreUnavailable failure = null;
		for (var session : sessions) {
			try {
				end(session, why);
			}
			catch (StoreUnavailable unavailable) {
				failure = unavailable;
			}
		}
		if (failure != null) {
			throw failure;
		}
	}

	/** The sessions of the same person. */
	List<LiveSession> ofPerson(Subject person) {
		return listed("person " + person);
	}

	/** The sessions that hang on one at the identity provider. */
	List<LiveSession> atProvider(String providerSession) {
		return listed("sid " + providerSession);
	}

	private List<LiveSession> listed(String list) {
		return this.records.listed(list).stream().flatMap((name) -> {
			if (!this.records.isThere(name)) {
				this.records.unlist(list, name);
			}
			return named(name).stream();
		}).toList();
	}

}
