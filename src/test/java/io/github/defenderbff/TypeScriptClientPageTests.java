package io.github.defenderbff;

import java.time.Duration;
import java.util.List;

import com.microsoft.playwright.Route;
import io.github.sandbox.defender.DefenderLookAlike;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The typed client as an ES module in a real browser, with its cookies. */
@OnSandbox
@OnChromium
class TypeScriptClientPageTests {

	private final DefenderLookAlike defender;

	private final Tab tab;

	TypeScriptClientPageTests(Bff bff, Chromium chromium) {
		this.defender = bff.sandbox().defender();
		this.tab = chromium.open(bff.address());
	}

	@AfterEach
	void noPageComplains() {
		this.defender.actionTiming(Duration.ofSeconds(2), Duration.ofSeconds(6));
		this.tab.close();
		assertThat(this.tab.complaints()).isEmpty();
	}

	/** What a script of the page returns that has the client. */
	private Object evaluate(String script) {
		return this.tab.page().evaluate("""
				async (machine) => {
				  const { Bff, ProblemError } = await import('/typed-client/client.js');
				  const bff = new Bff();
				  const order = { path: { id: machine }, body: { Comment: 'odd sign-ins', IsolationType: 'Full' } };
				""" + script + "}", Machines.NORTH_WORKSTATION.id());
	}

	@Test
	void listsIsolatesFollowsAndIsRefused() throws Exception {
		var client = TypeScriptClient.build();
		this.defender.actionTiming(Duration.ZERO, Duration.ofSeconds(1));
		this.tab.page()
			.route("**/typed-client/*.js",
					(route) -> route.fulfill(new Route.FulfillOptions().setContentType("text/javascript; charset=utf-8")
						.setPath(client.module(route.request().url().replaceFirst(".*/", "")))));
		this.tab.signIn(People.RUNE_RESPONDER, "/");
		assertThat(evaluate("""
				const names = [];
				for await (const row of bff.rows('/api/machines')) names.push(row.id);
				return names.includes(machine);
				""")).isEqualTo(true);
		assertThat(evaluate("""
				const { id } = await bff.post('/api/machines/{id}/isolate', order);
				const told = [];
				for await (const { event, data } of bff.stream('/api/live/machineactions/{id}', { path: { id } })) {
				  told.push(data.status ?? data.reason ?? event);
				}
				return told.slice(-2);
				""")).isEqualTo(List.of("Succeeded", "completed"));
		assertThat(evaluate("""
				const offboard = { path: { id: machine }, body: { Comment: 'sold' } };
				const refusal = await bff.post('/api/machines/{id}/offboard', offboard).catch((error) => error);
				return refusal instanceof ProblemError && [refusal.status, refusal.kind,
				  ...refusal.reasons.map(({ type }) => type).sort()].join();
				""")).isEqualTo("403,permission-denied,PrivilegeMissing,ScopeNotConsented");
	}

}
