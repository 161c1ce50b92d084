package io.github.sandbox;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

import io.github.sandbox.entra.Browser;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.Organisation;
import io.github.sandbox.organisation.Person;

/** Many people who read at random for a minute, each with a session of their own. */
final class Crowd {

	private static final int PEOPLE = 200;

	private static final int CALLS = 50;

	private static final Duration TIME = Duration.ofMinutes(1);

	/** Operations that responders may use. */
	private static final List<String> PATHS = List.of("/api/machines", "/api/machines?$top=10", "/api/machines/{id}",
			"/api/machines/{id}/alerts", "/api/machines/{id}/alerts/$count", "/api/machines/{id}/logonusers",
			"/api/machines/{id}/software", "/api/machines/{id}/vulnerabilities", "/api/machines/{id}/recommendations",
			"/api/alerts", "/api/alerts?$top=10", "/api/machineactions", "/api/investigations", "/api/Software",
			"/api/Vulnerabilities", "/api/recommendations", "/api/exposureScore", "/api/configurationScore",
			"/api/remediationTasks", "/api/baselineProfiles");

	private final URI service;

	private final String machine = Machines.SERVER.id();

	private Crowd(URI service) {
		this.service = service;
	}

	/**
	 * Lets the crowd read, and tells how many calls there were, the 50th and the 95th
	 * percentile in milliseconds, and how many answers had each status.
	 * @param arguments the service's address
	 */
	static void main(String[] arguments) throws Exception {
		var crowd = new Crowd(URI.create(arguments[0]));
		var people = new Organisation(PEOPLE).people();
		var answers = crowd.read(people.subList(people.size() - PEOPLE, people.size()));
		var times = answers.stream().map(Answer::time).sorted().toList();
		System.out.println("calls %d p50 %d p95 %d people %d".formatted(answers.size(),
				times.get(times.size() / 2).toMillis(), times.get(times.size() * 95 / 100).toMillis(),
				answers.stream().filter((answer) -> answer.status() == 200).map(Answer::person).distinct().count()));
		System.out
			.println(answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting())).toString());
	}

	private List<Answer> read(List<Person> people) throws Exception {
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var signedIn = new ArrayList<HttpClient>();
			for (var person : people) {
				signedIn.add(signIn(person));
			}
			var start = Instant.now();
			var all = new ArrayList<Future<List<Answer>>>();
			for (var index = 0; index < people.size(); index++) {
				var http = signedIn.get(index);
				var id = people.get(index).objectId();
				all.add(threads.submit((Callable<List<Answer>>) () -> read(id, http, start)));
			}
			var answers = new ArrayList<Answer>();
			for (var one : all) {
				answers.addAll(one.get());
			}
			return answers;
		}
	}

	private HttpClient signIn(Person person) {
		var cookies = new CookieManager();
		try (var browser = new Browser((uri) -> uri.equals(this.service.resolve("/")), cookies)) {
			browser.press(browser.open(this.service.resolve("/login")), person.objectId());
		}
		return HttpClient.newBuilder().cookieHandler(cookies).version(HttpClient.Version.HTTP_1_1).build();
	}

	private List<Answer> read(String person, HttpClient http, Instant start) throws IOException, InterruptedException {
		var random = ThreadLocalRandom.current();
		var answers = new ArrayList<Answer>();
		for (var call = 0; call < CALLS; call++) {
			var at = start.plus(TIME.multipliedBy(call).dividedBy(CALLS))
				.plusMillis(random.nextLong(TIME.toMillis() / CALLS));
			Thread.sleep(Duration.between(Instant.now(), at));
			var path = PATHS.get(random.nextInt(PATHS.size())).replace("{id}", this.machine);
			var before = System.nanoTime();
			var answer = http.send(HttpRequest.newBuilder(this.service.resolve(path)).build(),
					BodyHandlers.discarding());
			answers.add(new Answer(person, answer.statusCode(), Duration.ofNanos(System.nanoTime() - before)));
		}
		return answers;
	}

	private record Answer(String person, int status, Duration time) {

	}

}
