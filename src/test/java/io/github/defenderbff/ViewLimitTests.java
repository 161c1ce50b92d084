package io.github.defenderbff;

import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import io.github.sandbox.Sandbox;
import io.github.sandbox.defender.Fault;
import io.github.sandbox.defender.ReceivedRequest;
import io.github.sandbox.organisation.Alerts;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;

import static org.assertj.core.api.Assertions.assertThat;

/** Views of a service that waits three seconds, and holds no more than six kilobytes. */
class ViewLimitTests {

	private static final String MACHINE = Machines.SERVER.id();

	private static final String VIEW = "/api/views/machines/" + MACHINE;

	private static Bff bff;

	private final CountDownLatch never = new CountDownLatch(1);

	@BeforeAll
	static void start() {
		var address = URI.create("http://localhost:" + RunningBff.freePort());
		var sandbox = Sandbox.start(0, 0, address);
		var arguments = Stream.concat(sandbox.arguments().stream(),
				Stream.of("--management.server.port=0", "--springdoc.api-docs.enabled=false",
						"--logging.level.root=INFO", "--views.deadline=3s", "--defender.held-answer=6KB"));
		bff = new Bff(address, sandbox, SpringApplication.run(DefenderBff.class, arguments.toArray(String[]::new)));
	}

	@AfterAll
	static void stop() {
		bff.context().close();
		bff.sandbox().close();
	}

	@AfterEach
	void letGo() {
		this.never.countDown();
		bff.sandbox().defender().reset();
	}

	@Test
	void partThatIsLateIsUnavailableAndTheOthersAreThere() {
		var rune = bff.signIn(People.RUNE_RESPONDER);
		bff.sandbox().defender().failAt("/logonusers", new Fault.Held(this.never));
		var parts = rune.get(VIEW + "?parts=people,alerts,permissions").json().path("parts");
		assertThat(parts.at("/people/state").asString()).isEqualTo("unavailable");
		assertThat(parts.at("/people/problem/type").asString()).isEqualTo("urn:defender-bff:problem:upstream-timeout");
		assertThat(parts.at("/people/retry_after").intValue()).isEqualTo(5);
		assertThat(parts.at("/people/href").asString()).isEqualTo("/api/machines/" + MACHINE + "/logonusers");
		assertThat(
				Stream.of("machine", "alerts", "permissions").map((name) -> parts.path(name).path("state").asString()))
			.containsOnly("loaded");
	}

	@Test
	void callThatWasLateIsFoundByWhoAsksAgain() {
		var rune = bff.signIn(People.RUNE_RESPONDER);
		bff.sandbox().defender().failAt("/logonusers", new Fault.Held(this.never));
		assertThat(rune.get(VIEW + "?parts=people").json().at("/parts/people/state").asString())
			.isEqualTo("unavailable");
		this.never.countDown();
		assertThat(rune.get(VIEW + "?parts=people").json().at("/parts/people/state").asString()).isEqualTo("loaded");
		assertThat(bff.sandbox().defender().requests()).extracting(ReceivedRequest::pathAndQuery)
			.filteredOn((path) -> path.endsWith("/logonusers"))
			.hasSize(1);
	}

	@Test
	void viewWhoseSubjectIsLateFailsAndAsksForNothingMore() {
		var rune = bff.signIn(People.RUNE_RESPONDER);
		var alert = Alerts.NORTH_ALERT.id();
		bff.sandbox().defender().failAt("/api/alerts/" + alert, new Fault.Held(this.never));
		var late = rune.get("/api/views/alerts/" + alert + "?parts=person,investigation");
		Problems.assertProblem(late, 504, "upstream-timeout");
		assertThat(late.header("Retry-After")).isEqualTo("5");
		this.never.countDown();
		assertThat(rune.get("/api/alerts/" + alert).status()).isEqualTo(200);
		assertThat(bff.sandbox().defender().requests()).hasSize(1);
	}

	@Test
	void partThatIsTooLargeIsLeftToItsOwnOperation() {
		var ada = bff.signIn(People.ADA_ADMIN);
		var view = "/api/views/vulnerabilities/CVE-2099-10001";
		var software = ada.get(view).json().at("/parts/software");
		assertThat(software.path("state").asString()).as(software.toString()).isEqualTo("unavailable");
		assertThat(software.at("/problem/type").asString())
			.isEqualTo("urn:defender-bff:problem:upstream-answer-too-large");
		var own = ada.get(software.path("href").asString());
		assertThat(own.status()).isEqualTo(200);
		assertThat(own.body().length()).isGreaterThan(6 * 1024);
		assertThat(ada.get(view).json().at("/parts/vulnerability/state").asString()).isEqualTo("loaded");
	}

}
