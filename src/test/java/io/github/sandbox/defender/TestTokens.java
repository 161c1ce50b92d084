package io.github.sandbox.defender;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.github.sandbox.organisation.Organisation;
import io.github.sandbox.organisation.Person;

/** Signs access tokens and publishes the key, as Entra would. */
final class TestTokens implements AutoCloseable {

	private final RSAKey key;

	private final HttpServer server;

	private TestTokens(RSAKey key, HttpServer server) {
		this.key = key;
		this.server = server;
	}

	static TestTokens start() {
		try {
			RSAKey key = new RSAKeyGenerator(2048).keyID("test").generate();
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
			server.createContext("/keys", (exchange) -> {
				exchange.sendResponseHeaders(200, keys.length);
				exchange.getResponseBody().write(keys);
				exchange.close();
			});
			server.start();
			return new TestTokens(key, server);
		}
		catch (IOException | JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	URI jwksUri() {
		return URI.create("http://127.0.0.1:%d/keys".formatted(this.server.getAddress().getPort()));
	}

	String of(Person person, String scopes) {
		return signed((claims) -> claims.claim("oid", person.objectId()).claim("scp", scopes));
	}

	String ofApplication(String... roles) {
		return signed((claims) -> claims.claim("appid", "sandbox-daemon").claim("roles", List.of(roles)));
	}

	String signed(UnaryOperator<JWTClaimsSet.Builder> changes) {
		try {
			JWTClaimsSet claims = changes
				.apply(new JWTClaimsSet.Builder().audience(Bearer.AUDIENCE)
					.claim("tid", Organisation.TENANT_ID)
					.expirationTime(Date.from(Instant.now().plusSeconds(3600))))
				.build();
			SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), claims);
			token.sign(new RSASSASigner(this.key));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
