package io.github.defenderbff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.github.sandbox.defender.DefenderLookAlike;
import io.github.sandbox.defender.NextLinkStyle;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Long lists come in pages whose links lead to this service and nowhere else. */
@OnSandbox
class PagingTests {

	private static final int GROWTH = 25_000;

	private static final int USUAL_PAGE = 10_000;

	/** Those of the organisation that the administrator sees. */
	private static final int MACHINES = 40;

	private final Bff bff;

	private final DefenderLookAlike defender;

	PagingTests(Bff bff) {
		this.bff = bff;
		this.defender = bff.sandbox().defender();
	}

	@AfterEach
	void usualPages() {
		this.defender.nextLinks(NextLinkStyle.SKIP);
		this.defender.pageSize(USUAL_PAGE);
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "FOREIGN_HOST")
	void everyDeviceOfALargeEstateComesOnce(NextLinkStyle style) {
		this.defender.grow(GROWTH);
		this.defender.nextLinks(style);
		var pages = walk(this.bff.signIn(People.ADA_ADMIN), "/api/machines");
		assertThat(pages).extracting(List::size).containsExactly(USUAL_PAGE, USUAL_PAGE, 5_000 + MACHINES);
		assertThat(pages.stream().flatMap(List::stream).distinct()).hasSize(GROWTH + MACHINES);
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "FOREIGN_HOST")
	void smallPagesAreWalkedAlike(NextLinkStyle style) {
		this.defender.pageSize(15);
		this.defender.nextLinks(style);
		var pages = walk(this.bff.signIn(People.ADA_ADMIN), "/api/machines?$filter=id%20ne%20'%26%2B'");
		assertThat(pages).extracting(List::size).containsExactly(15, 15, 10);
		assertThat(pages.stream().flatMap(List::stream).distinct()).hasSize(MACHINES);
	}

	@Test
	void linkToAForeignHostIsRefused() {
		this.defender.pageSize(15);
		this.defender.nextLinks(NextLinkStyle.FOREIGN_HOST);
		var answer = this.bff.signIn(People.ADA_ADMIN).get("/api/machines");
		Problems.assertProblem(answer, 502, "upstream-answer-invalid");
		assertThat(answer.body()).doesNotContain("attacker");
	}

	@Test
	void linkToAForeignHostBreaksALargeAnswerOff() {
		this.defender.grow(GROWTH);
		this.defender.nextLinks(NextLinkStyle.FOREIGN_HOST);
		var ada = this.bff.signIn(People.ADA_ADMIN);
		assertThatThrownBy(() -> ada.get("/api/machines")).hasRootCauseInstanceOf(IOException.class);
	}

	@ParameterizedTest
	@CsvSource({ "SoftwareInventoryByMachine, Software.Read", "SoftwareVulnerabilitiesByMachine, Vulnerability.Read",
			"BrowserExtensionsInventoryByMachine, Software.Read" })
	void exportsComeInPagesToo(String export, String scope) {
		var ada = this.bff.signIn(People.ADA_ADMIN).consent(scope);
		var all = ada.get("/api/machines/" + export).json().path("value").size();
		var pages = walk(ada, "/api/machines/" + export + "?pageSize=20");
		assertThat(pages).hasSize((all + 19) / 20).hasSizeGreaterThan(1);
		assertThat(pages.stream().flatMap(List::stream).distinct()).hasSize(all);
	}

	/** The rows' ids or the rows themselves, page by page, as a frontend finds them. */
	private List<List<String>> walk(Client client, String first) {
		var pages = new ArrayList<List<String>>();
		var path = first;
		while (!path.isEmpty()) {
			var page = client.get(path);
			assertThat(page.status()).as(path).isEqualTo(200);
			var json = page.json();
			pages.add(
					json.path("value").valueStream().map((row) -> row.path("id").stringValue(row.toString())).toList());
			path = json.path("@odata.nextLink").stringValue("");
			assertThat(path.isEmpty() || path.regionMatches(true, 0, first, 0, first.indexOf('?') + 1)).as(path)
				.isTrue();
		}
		return pages;
	}

}
