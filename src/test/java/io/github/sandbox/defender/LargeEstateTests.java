package io.github.sandbox.defender;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

import io.github.sandbox.organisation.Machine;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Long lists and how their pages are linked. */
class LargeEstateTests extends LookAlikeTest {

	private static final String LIST = "/api/machines";

	@Test
	void grownEstateHasThreePagesUntilReset() throws IOException {
		this.defender.grow(25_000);
		TestClient vera = as(People.VERA_VIEWER);
		Set<String> ids = new HashSet<>();
		String path = LIST;
		int pages = 0;
		for (; !path.isEmpty(); pages++) {
			long start = System.nanoTime();
			TestClient.Response response = vera.get(path);
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
			JsonNode page = response.json();
			page.path("value").forEach((machine) -> ids.add(machine.path("id").asString()));
			path = page.path("@odata.nextLink").asString("");
		}
		assertThat(pages).isEqualTo(3);
		assertThat(ids).hasSize(25_018);
		this.defender.reset();
		assertThat(vera.get(LIST).json().path("value").size()).isEqualTo(18);
	}

	@Test
	void furtherMachinesAreMachinesLikeOthers() throws IOException {
		this.defender.grow(300);
		Machine last = Machines.furtherNorth(300).getLast();
		TestClient vera = as(People.VERA_VIEWER);
		assertThat(vera.get(LIST + "/" + last.id()).text("/computerDnsName"))
			.isEqualTo("nh-ws-n-10300.nordhavn.example");
		assertThat(vera.get(LIST + "/" + last.id() + "/software").status()).isEqualTo(200);
		assertThat(last.lastIpAddress()).isEqualTo("10.3.40.70");
		assertThat(vera.get("/api/users/%s/machines".formatted(last.accounts().getFirst().name())).text("/value/0/id"))
			.isEqualTo(last.id());
	}

	@ParameterizedTest
	@EnumSource
	void nextLinkIsWordedAsAsked(NextLinkStyle style) throws IOException {
		this.defender.nextLinks(style);
		this.defender.pageSize(30);
		String link = as(People.ADA_ADMIN).get(LIST + "?$filter=osPlatform+ne+'x'").text("/@odata.nextLink");
		assertThat(link).contains("$filter=osPlatform+ne+%27x%27&" + switch (style) {
			case SKIP_TOKEN -> "$skiptoken=";
			case SKIP, VERSIONED, OTHER_DEFENDER_HOST, FOREIGN_HOST -> "$skip=30";
		}).startsWith(switch (style) {
			case SKIP, SKIP_TOKEN -> this.defender.baseUri() + "/api/machines?";
			case VERSIONED -> this.defender.baseUri() + "/api/v1.0/machines?";
			case OTHER_DEFENDER_HOST -> "https://wdatpapi-eus-prd.securitycenter.windows.com/api/machines?";
			case FOREIGN_HOST -> "https://defender.attacker.example/api/machines?";
		});
		if (link.startsWith(this.defender.baseUri().toString())) {
			assertThat(as(People.ADA_ADMIN).get(link).json().path("value").size()).isEqualTo(10);
		}
	}

	@Test
	void skipTokenCannotBeGuessed() throws IOException {
		assertThat(as(People.ADA_ADMIN).get(LIST + "?$skiptoken=30").text("/error/code")).isEqualTo("ODataError");
	}

}
