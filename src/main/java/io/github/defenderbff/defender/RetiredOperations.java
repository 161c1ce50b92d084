package io.github.defenderbff.defender;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import io.github.defenderbff.defender.entity.Examples;
import io.github.defenderbff.defender.entity.Machine;
import io.github.defenderbff.defender.request.Address;
import io.github.defenderbff.defender.request.HostName;
import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import io.github.defenderbff.relay.ODataCollection;
import io.github.defenderbff.relay.Payload;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Operations of Defender's first years that today's operations can answer. Callers are
 * told of the successor (RFC 9745, RFC 5829), and need what it needs.
 */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Retired", description = "Operations of Defender's first years, and what to use instead")
class RetiredOperations {

	/**
	 * The end of 2018, whose documentation is the last to have them; the day is inferred.
	 */
	private static final String DEPRECATED_SINCE = "@1546300800";

	private final Ips ips;

	private final Domains domains;

	private final Machines machines;

	private final JsonMapper json;

	private final Clock clock;

	RetiredOperations(Ips ips, Domains domains, Machines machines, JsonMapper json, Clock clock) {
		this.ips = ips;
		this.domains = domains;
		this.machines = machines;
		this.json = json;
		this.clock = clock;
	}

	@GetMapping("/api/ips/{ip}")
	@Operation(operationId = "ips.seen", summary = "Whether an IP address was seen in the organisation",
			description = "404 where it was not. Use ips.stats.", deprecated = true)
	Map<String, String> seen(@PathVariable @Address String ip, HttpServletResponse response) {
		succeeded(response, "/api/ips/{ip}/stats", ip);
		return seen(this.ips.stats(ip, null), "id", ip);
	}

	@GetMapping("/api/ips/{ip}/machines")
	@Operation(operationId = "ips.machines", summary = "Find devices that hold an internal IP address now",
			description = "Use machines.findByIp; for addresses on the internet, hunting.", deprecated = true)
	Payload<ODataCollection<Machine>> machines(
			@PathVariable @Address @Parameter(example = Examples.INTERNAL_ADDRESS) String ip,
			HttpServletResponse response) {
		var now = this.clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
		succeeded(response, "/api/machines/findbyip(ip='{ip}',timestamp={now})", ip, now);
		return this.machines.findByIp(ip, now);
	}

	@GetMapping("/api/domains/{domain}")
	@Operation(operationId = "domains.seen", summary = "Whether a domain was seen in the organisation",
			description = "404 where it was not. Use domains.stats.", deprecated = true)
	Map<String, String> seenDomain(@PathVariable @HostName String domain, HttpServletResponse response) {
		succeeded(response, "/api/domains/{domain}/stats", domain);
		return seen(this.domains.stats(domain, null), "host", domain);
	}

	private Map<String, String> seen(Payload<?> stats, String property, String value) {
		try (stats; var body = stats.body()) {
			if (this.json.readTree(body).path("organizationPrevalence").asLong(0) > 0) {
				return Map.of(property, value);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		throw new NeverSeen();
	}

	private static void succeeded(HttpServletResponse response, String successor, String... variables) {
		var path = UriComponentsBuilder.fromPath(successor).encode().buildAndExpand((Object[]) variables);
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setHeader("Deprecation", DEPRECATED_SINCE);
		response.setHeader(HttpHeaders.LINK, "<" + path + ">; rel=\"successor-version\"");
	}

	/** No device met it. */
	private static final class NeverSeen extends Failure {

		NeverSeen() {
			super(ProblemType.NOT_FOUND, "It was not seen in the organisation within the last 30 days.");
		}

	}

}
