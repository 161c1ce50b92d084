package io.github.defenderbff;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.sandbox.entra.Browser;
import io.github.sandbox.organisation.Person;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a frontend does: keeps cookies, sends the CSRF token, reads JSON. It follows no
 * redirects of its own accord.
 */
public final class Client {

	private final URI address;

	private final CookieManager cookies;

	private final HttpClient http;

	public Client(URI address) {
		this(address, new LoopbackCookies());
	}

	private Client(URI address, CookieManager cookies) {
		this.address = address;
		this.cookies = cookies;
		this.http = HttpClient.newBuilder().cookieHandler(cookies).build();
	}

	/** The same browser, as a load balancer sends it to another instance. */
	public Client at(URI other) {
		return new Client(other, this.cookies);
	}

	/** Signs in through the sandbox's page; afterwards the landing page is on screen. */
	public Browser.Visit signIn(Person person) {
		return signInAt("/login", person);
	}

	/** Opens a sign-in address and clicks the person there. */
	public Browser.Visit signInAt(String path, Person person) {
		try (var browser = browser()) {
			var page = browser.open(uri(path));
			return page.uri().getPath().endsWith("/signin") ? browser.press(page, person.objectId()) : page;
		}
	}

	/** Signs in at the provider and stops there: the path and query that lead back. */
	public String wayBack(String path, Person person) {
		try (var browser = browser("/login/oauth2/code/")) {
			var page = browser.open(uri(path));
			var back = (page.status() == 0) ? page.uri() : browser.press(page, person.objectId()).uri();
			return back.getRawPath() + "?" + back.getRawQuery();
		}
	}

	/** Consents to scopes on the sandbox's page, which asks for each that is new. */
	public Client consent(String... scopes) {
		try (var browser = browser()) {
			Stream.of(scopes)
				.map((scope) -> browser.open(uri("/login/consent?returnTo=/&scope=" + scope)))
				.filter((page) -> page.body().contains("accept"))
				.forEach((page) -> browser.press(page, "accept"));
		}
		return this;
	}

	/** A browser with this client's cookies that does not open paths beginning so. */
	public Browser browser(String... stops) {
		return new Browser((uri) -> Stream.of(stops).anyMatch(uri.getPath()::startsWith), this.cookies);
	}

	public Answer get(String path, String... headers) {
		return send("GET", path, null, headers);
	}

	/** Posts JSON with the CSRF token. */
	public Answer post(String path, String json, String... headers) {
		var token = Stream.of("X-XSRF-TOKEN", csrfToken());
		return send("POST", path, json, Stream.concat(Stream.of(headers), token).toArray(String[]::new));
	}

	/** Sends no body, with the CSRF token. */
	public Answer unsafe(String method, String path) {
		return send(method, path, null, "X-XSRF-TOKEN", csrfToken());
	}

	/**
	 * Sends anything with the cookies; a body is JSON unless the headers say otherwise.
	 */
	public Answer send(String method, String path, @Nullable String json, String... headers) {
		var request = HttpRequest.newBuilder(uri(path))
			.method(method, (json != null) ? BodyPublishers.ofString(json) : BodyPublishers.noBody());
		if (json != null && Arrays.stream(headers).noneMatch("Content-Type"::equals)) {
			request.header("Content-Type", "application/json");
		}
		if (headers.length > 0) {
			request.headers(headers);
		}
		return new Answer(send(request.build(), BodyHandlers.ofString()));
	}

	/** Posts what is no text, with the CSRF token. */
	public Answer post(String path, String contentType, BodyPublisher body) {
		return new Answer(send(change(path, contentType, body), BodyHandlers.ofString()));
	}

	/** Posts JSON with the CSRF token; the answer is read as it comes. */
	public HttpResponse<InputStream> open(String path, String json) {
		return send(change(path, "application/json", BodyPublishers.ofString(json)), BodyHandlers.ofInputStream());
	}

	/** Opens a stream of events, which is read as it comes. */
	public HttpResponse<InputStream> stream(String path, String... headers) {
		var all = Stream.concat(Stream.of("Accept", "text/event-stream"), Stream.of(headers)).toArray(String[]::new);
		return send(HttpRequest.newBuilder(uri(path)).headers(all).build(), BodyHandlers.ofInputStream());
	}

	private HttpRequest change(String path, String type, BodyPublisher body) {
		var headers = new String[] { "Content-Type", type, "X-XSRF-TOKEN", csrfToken() };
		return HttpRequest.newBuilder(uri(path)).headers(headers).POST(body).build();
	}

	private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
		try {
			return this.http.send(request, handler);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	/** The CSRF token, asked for where this client has none yet. */
	public String csrfToken() {
		return cookie("XSRF-TOKEN").orElseGet(() -> {
			get("/api/session");
			return cookie("XSRF-TOKEN").orElseThrow();
		});
	}

	/** The value of a cookie. */
	public Optional<String> cookie(String name) {
		var stored = this.cookies.getCookieStore().get(this.address).stream();
		return stored.filter((cookie) -> cookie.getName().equals(name)).map(HttpCookie::getValue).findFirst();
	}

	/** Puts a cookie, as somebody who copied it would. */
	public void cookie(String name, String value) {
		var cookie = new HttpCookie(name, value);
		cookie.setPath("/");
		cookie.setVersion(0);
		// where the JDK keeps what a host without a dot sets; else both would be sent
		cookie.setDomain(this.address.getHost() + ".local");
		this.cookies.getCookieStore().add(this.address, cookie);
	}

	private URI uri(String path) {
		return URI.create(this.address + path);
	}

	/**
	 * What the service answered.
	 *
	 * @param response the whole answer
	 */
	public record Answer(HttpResponse<String> response) {

		private static final JsonMapper JSON = JsonMapper.builder().build();

		public int status() {
			return this.response.statusCode();
		}

		public String body() {
			return this.response.body();
		}

		public JsonNode json() {
			return JSON.readTree(body());
		}

		/** The first value of a header; empty text where it is absent. */
		public String header(String name) {
			return this.response.headers().firstValue(name).orElse("");
		}

		/** The last part of a problem's type. */
		public String problem() {
			var type = json().path("type").stringValue("");
			return type.substring(type.lastIndexOf(':') + 1);
		}

		/** The kinds of a problem's reasons. */
		public List<String> reasons() {
			return json().path("reasons").valueStream().map((reason) -> reason.path("type").stringValue("")).toList();
		}

	}

}
