package io.github.defenderbff.signin;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.client.endpoint.AbstractOAuth2AuthorizationGrantRequest;
import org.springframework.security.oauth2.client.endpoint.NimbusJwtClientAuthenticationParametersConverter;
import org.springframework.security.oauth2.client.endpoint.NimbusJwtClientAuthenticationParametersConverter.JwtClientAuthenticationContext;
import org.springframework.util.MultiValueMap;

/**
 * Certificates whose private keys sign an assertion for each request (RFC 7523): one, or
 * two while one takes the place of the other. Of two the newer one is tried first.
 */
final class ClientCertificates implements ClientCredential {

	/** All is served, and somebody should look. */
	private static final Status DEGRADED = new Status("DEGRADED");

	/** How long before the last certificate expires somebody should look. */
	static final Duration AHEAD = Duration.ofDays(14);

	/** How long an assertion is good for; it is used at once. */
	private static final Duration LIFETIME = Duration.ofMinutes(5);

	private static final Logger log = LoggerFactory.getLogger(ClientCertificates.class);

	private final List<ClientCertificateFile> files;

	private final Clock clock;

	private final AtomicReference<Instant> warned = new AtomicReference<>(Instant.MIN);

	ClientCertificates(List<Path> paths, Clock clock) {
		this.files = paths.stream().map(ClientCertificateFile::new).toList();
		this.clock = clock;
		warnAhead(inOrder());
	}

	@Override
	public <T extends AbstractOAuth2AuthorizationGrantRequest> List<Converter<T, MultiValueMap<String, String>>> proofs() {
		return IntStream.range(0, this.files.size()).mapToObj(this::<T>proof).toList();
	}

	private <T extends AbstractOAuth2AuthorizationGrantRequest> Converter<T, MultiValueMap<String, String>> proof(
			int place) {
		var assertions = new NimbusJwtClientAuthenticationParametersConverter<T>((_) -> inUse(place).key());
		assertions.setJwtClientAssertionCustomizer(this::complete);
		return (request) -> Objects.requireNonNull(assertions.convert(request));
	}

	private void complete(JwtClientAuthenticationContext<?> assertion) {
		var now = this.clock.instant();
		assertion.getHeaders().type("JWT");
		assertion.getClaims().issuedAt(now).notBefore(now).expiresAt(now.plus(LIFETIME));
	}

	private ClientCertificate inUse(int place) {
		var certificates = inOrder();
		warnAhead(certificates);
		return certificates.get(place);
	}

	/** Those that are valid now, then the newest, first. */
	private List<ClientCertificate> inOrder() {
		var now = this.clock.instant();
		return this.files.stream()
			.map(ClientCertificateFile::current)
			.sorted(Comparator.comparing((ClientCertificate each) -> each.isValidAt(now))
				.thenComparing(ClientCertificate::notBefore)
				.reversed())
			.toList();
	}

	/** Once a day. */
	private void warnAhead(List<ClientCertificate> certificates) {
		var now = this.clock.instant();
		var last = last(certificates);
		if (!isNear(last, now)) {
			return;
		}
		var before = this.warned.get();
		if (before.isBefore(now.minus(Duration.ofDays(1))) && this.warned.compareAndSet(before, now)) {
			log.warn("No client certificate is valid after {}. Without another one nobody can sign in then", last);
		}
	}

	private static Instant last(List<ClientCertificate> certificates) {
		return certificates.stream().map(ClientCertificate::notAfter).max(Comparator.naturalOrder()).orElseThrow();
	}

	private static boolean isNear(Instant last, Instant now) {
		return now.plus(AHEAD).isAfter(last);
	}

	/**
	 * An expired certificate is no reason to take this service away: it is the same for
	 * all replicas, and who is signed in goes on until their tokens end.
	 */
	@Override
	public Health health() {
		var near = isNear(last(inOrder()), this.clock.instant());
		var broken = this.files.stream().anyMatch((file) -> file.mistake() != null);
		return Health.status((near || broken) ? DEGRADED : Status.UP)
			.withDetail("kind", "certificate")
			.withDetail("certificates", this.files.stream().map(ClientCertificates::details).toList())
			.build();
	}

	private static Map<String, Object> details(ClientCertificateFile file) {
		var certificate = file.current();
		var details = new LinkedHashMap<String, Object>();
		details.put("file", file.path().toString());
		details.put("sha256", certificate.thumbprint());
		details.put("notBefore", certificate.notBefore());
		details.put("notAfter", certificate.notAfter());
		var mistake = file.mistake();
		if (mistake != null) {
			details.put("mistake", mistake);
		}
		return details;
	}

}
