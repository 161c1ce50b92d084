package io.github.sandbox.entra;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A browser without a screen: keeps cookies, follows redirects up to the app's own
 * address, submits forms.
 */
public final class Browser implements AutoCloseable {

	private static final Pattern FORM = Pattern.compile("(?s)<form.*?</form>");

	private static final Pattern ACTION = Pattern.compile("action=\"([^\"]*)\"");

	private static final Pattern FIELD = Pattern
		.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");

	private static final Pattern BUTTON = Pattern.compile("(?s)<button([^>]*)>(.*?)</button>");

	private static final Pattern NAME_AND_VALUE = Pattern.compile("name=\"([^\"]*)\" value=\"([^\"]*)\"");

	private final HttpClient http;

	private final Predicate<URI> destination;

	/** A browser that stops before it opens an address that is a destination. */
	public Browser(Predicate<URI> destination) {
		this(destination, new CookieManager());
	}

	/** A browser that shares its cookies. */
	public Browser(Predicate<URI> destination, CookieManager cookies) {
		this.destination = destination;
		this.http = HttpClient.newBuilder().cookieHandler(cookies).build();
	}

	/** Opens an address and follows redirects. */
	public Visit open(URI uri) {
		return this.destination.test(uri) ? new Visit(uri, 0, "") : arrive(HttpRequest.newBuilder(uri).GET());
	}

	/** Presses the button with this label or value, and follows redirects. */
	public Visit press(Visit page, String label) {
		String form = FORM.matcher(page.body())
			.results()
			.map(MatchResult::group)
			.filter((candidate) -> candidate.contains(label))
			.findFirst()
			.orElseThrow(() -> new AssertionError("No form with '" + label + "' on " + page));
		Map<String, String> fields = new LinkedHashMap<>();
		FIELD.matcher(form).results().forEach((field) -> fields.put(field.group(1), unescape(field.group(2))));
		BUTTON.matcher(form)
			.results()
			.filter((button) -> button.group().contains(label))
			.flatMap((button) -> NAME_AND_VALUE.matcher(button.group(1)).results())
			.forEach((button) -> fields.put(button.group(1), unescape(button.group(2))));
		String action = ACTION.matcher(form).results().findFirst().orElseThrow().group(1);
		return post(page.uri().resolve(unescape(action)), fields, form);
	}

	/**
	 * Types into the form that has all these fields, submits it, and follows redirects.
	 */
	public Visit submit(Visit page, Map<String, String> typed) {
		ForeignForm form = ForeignForm.on(page, typed.keySet());
		return post(page.uri().resolve(form.action()), form.filledIn(typed), "");
	}

	@Override
	public void close() {
		this.http.close();
	}

	private Visit post(URI uri, Map<String, String> fields, String form) {
		String scopes = FIELD.matcher(form)
			.results()
			.filter((field) -> field.group(1).equals("scope"))
			.map((field) -> "&scope=" + encode(unescape(field.group(2))))
			.collect(Collectors.joining());
		fields.remove("scope");
		String body = fields.entrySet()
			.stream()
			.map((field) -> encode(field.getKey()) + "=" + encode(field.getValue()))
			.collect(Collectors.joining("&")) + scopes;
		return arrive(HttpRequest.newBuilder(uri)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	private Visit arrive(HttpRequest.Builder request) {
		HttpResponse<String> response = send(request.build());
		Optional<String> location = response.headers().firstValue("Location");
		if (location.isPresent()) {
			return open(response.uri().resolve(location.get()));
		}
		return new Visit(response.uri(), response.statusCode(), response.body());
	}

	private HttpResponse<String> send(HttpRequest request) {
		try {
			return this.http.send(request, HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	private static String unescape(String text) {
		return HtmlUtils.htmlUnescape(text);
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	/**
	 * Where the browser arrived.
	 *
	 * @param uri the address
	 * @param status the status of the answer, 0 if the browser stopped before opening the
	 * address
	 * @param body the page
	 */
	public record Visit(URI uri, int status, String body) {

		/** The decoded query parameter of the address. */
		public Optional<String> parameter(String name) {
			return Optional.ofNullable(UriComponentsBuilder.fromUri(this.uri).build().getQueryParams().getFirst(name))
				.map((value) -> URLDecoder.decode(value, StandardCharsets.UTF_8));
		}

	}

}
