package io.github.defenderbff.signin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Asks Microsoft Graph for all groups of a person, direct or not. Redirects and links to
 * other places are not followed, and it takes seconds at the most.
 */
@Component
final class GraphGroups implements GroupsSource {

	static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final int MAXIMUM_PAGES = 100;

	private static final int MAXIMUM_GROUPS = 20_000;

	private static final int MAXIMUM_PAGE = 1_048_576;

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.followRedirects(HttpClient.Redirect.NEVER)
		.connectTimeout(PATIENCE)
		.build();

	private final URI base;

	private final Resource resource;

	private final Clock clock;

	GraphGroups(GraphProperties properties, Clock clock) {
		this.base = properties.graphBaseUrl();
		this.resource = properties.resource();
		this.clock = clock;
	}

	/** A token that Graph rejects is replaced once. */
	@Override
	public Groups groupsOf(Tokens tokens) {
		var token = tokens.accessToken(this.resource);
		try {
			try {
				return groupsOf(token);
			}
			catch (Rejected _) {
				return groupsOf(tokens.insteadOf(this.resource, token));
			}
		}
		catch (Unavailable unavailable) {
			return Groups.Unknown.overage(unavailable.why());
		}
	}

	/**
	 * The cast to groups makes this an advanced query to Graph, which wants to be told
	 * that the answer may lag behind.
	 */
	private Groups groupsOf(AccessToken token) throws Unavailable {
		var deadline = System.nanoTime() + PATIENCE.toNanos();
		var ids = new HashSet<String>();
		@Nullable URI next = URI
			.create(this.base + "/me/transitiveMemberOf/microsoft.graph.group?$select=id&$count=true&$top=999");
		for (var pages = 0; next != null; pages++) {
			if (pages == MAXIMUM_PAGES) {
				throw new Unavailable("Graph did not come to an end");
			}
			var page = GraphPage.read(body(next, token, deadline - System.nanoTime()));
			ids.addAll(page.ids());
			if (ids.size() > MAXIMUM_GROUPS) {
				throw new Unavailable("Graph lists more than " + MAXIMUM_GROUPS);
			}
			next = page.nextBelow(this.base);
		}
		return new Groups.Known(ids, this.clock.instant());
	}

	private byte[] body(URI uri, AccessToken token, long nanoseconds) throws Unavailable {
		var request = HttpRequest.newBuilder(uri)
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + token.value())
			.header(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
			.header("ConsistencyLevel", "eventual")
			.build();
		var response = send(request, nanoseconds);
		if (response.statusCode() == 401) {
			throw new Rejected();
		}
		if (response.statusCode() != 200) {
			throw new Unavailable("Graph answered " + response.statusCode());
		}
		return response.body();
	}

	private HttpResponse<byte[]> send(HttpRequest request, long nanoseconds) throws Unavailable {
		var answer = this.http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAXIMUM_PAGE));
		try {
			return answer.get(nanoseconds, TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException _) {
			answer.cancel(true);
			throw new Unavailable("Graph did not answer in time");
		}
		catch (ExecutionException ex) {
			throw new Unavailable((ex.getCause() instanceof IOException) ? "Graph could not be reached"
					: "Graph's answer could not be read");
		}
		catch (InterruptedException _) {
			answer.cancel(true);
			Thread.currentThread().interrupt();
			throw new Unavailable("Graph was not waited for");
		}
	}

	/** Graph does not accept the token. */
	private static final class Rejected extends Unavailable {

		Rejected() {
			super("Graph answered 401");
		}

	}

	/** Graph did not tell. */
	static sealed class Unavailable extends Exception permits Rejected {

		Unavailable(String why) {
			super(why);
		}

		String why() {
			return String.valueOf(getMessage());
		}

	}

}
