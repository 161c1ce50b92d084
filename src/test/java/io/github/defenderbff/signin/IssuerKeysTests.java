package io.github.defenderbff.signin;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.http.client.MockClientHttpResponse;
import org.springframework.test.web.client.ExpectedCount;
import org.springframework.test.web.client.MockRestServiceServer;
import org.springframework.test.web.client.match.MockRestRequestMatchers;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * How often an issuer is asked for its keys, and what is said while it does not answer.
 */
class IssuerKeysTests {

	private static final String ISSUER = "https://sts.windows.net/7f1c2a3e/";

	private final AtomicInteger asked = new AtomicInteger();

	private volatile boolean away;

	private volatile String metadata = "{\"issuer\":\"" + ISSUER + "\",\"jwks_uri\":\"https://keys.example.com/keys\"}";

	private final String keys;

	private final JWKSource<SecurityContext> source;

	IssuerKeysTests() throws JOSEException {
		this.keys = new JWKSet(new RSAKeyGenerator(2048).keyID("known").generate()).toString();
		var builder = RestClient.builder();
		var server = MockRestServiceServer.bindTo(builder).ignoreExpectOrder(true).build();
		answer(server, "https://sts.windows.net/7f1c2a3e/.well-known/openid-configuration", () -> this.metadata);
		answer(server, "https://keys.example.com/keys", () -> this.keys);
		this.source = IssuerKeys.of(ISSUER, builder.build());
	}

	private void answer(MockRestServiceServer server, String address, Supplier<String> body) {
		server.expect(ExpectedCount.manyTimes(), MockRestRequestMatchers.requestTo(address)).andRespond((_) -> {
			this.asked.incrementAndGet();
			var response = new MockClientHttpResponse(body.get().getBytes(StandardCharsets.UTF_8),
					this.away ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK);
			response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
			return response;
		});
	}

	private @Nullable JWK find(String id) throws KeySourceException {
		var found = this.source.get(new JWKSelector(new JWKMatcher.Builder().keyID(id).build()), null);
		return found.isEmpty() ? null : found.getFirst();
	}

	@Test
	void areAskedForWithTheFirstTokenAndKept() throws KeySourceException {
		assertThat(this.asked).hasValue(0);
		for (var token = 0; token < 20; token++) {
			assertThat(find("known")).isNotNull();
		}
		assertThat(this.asked).as("metadata and keys").hasValue(2);
	}

	@Test
	void unknownKeyIsLookedForOnceAndThenJustUnknown() throws KeySourceException {
		for (var token = 0; token < 20; token++) {
			assertThat(find("unknown")).isNull();
		}
		assertThat(this.asked).as("metadata once, keys twice").hasValue(3);
		assertThat(find("known")).isNotNull();
	}

	@Test
	void nobodyIsUnknownWhileTheIssuerIsAway() {
		this.away = true;
		for (var token = 0; token < 20; token++) {
			assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> find("known"));
		}
		assertThat(this.asked).as("it is not asked for every token").hasValueLessThanOrEqualTo(2);
	}

	@Test
	void keysThatAreKnownServeWhileTheIssuerIsAway() throws KeySourceException {
		assertThat(find("known")).isNotNull();
		this.away = true;
		assertThat(find("unknown")).isNull();
		assertThat(find("known")).isNotNull();
	}

	@Test
	void metadataOfAnotherIssuerIsNotBelieved() {
		this.metadata = "{\"issuer\":\"https://sts.windows.net/7f1c2a3e\",\"jwks_uri\":\"https://keys.example.com/keys\"}";
		assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> find("known"));
		assertThat(this.asked).hasValue(1);
	}

}
