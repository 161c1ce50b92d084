package io.github.defenderbff.downloads;

import java.io.IOException;
import java.time.Duration;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;

import org.springframework.stereotype.Component;

/**
 * Where the files are. Nothing is sent along: no token, no cookie, no header of a
 * browser; and no redirect is followed to anywhere else.
 */
@Component
final class Storage implements AutoCloseable {

	private static final Timeout CONNECT = Timeout.ofSeconds(5);

	private static final Timeout SILENCE = Timeout.ofSeconds(30);

	private final CloseableHttpClient http;

	private final Bulkhead places;

	Storage(DownloadsProperties properties) {
		this.places = Bulkhead.of("downloads",
				BulkheadConfig.custom()
					.maxConcurrentCalls(properties.mostAtOnce())
					.maxWaitDuration(Duration.ZERO)
					.build());
		this.http = HttpClients.custom()
			.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
				.setMaxConnTotal(properties.mostAtOnce())
				.setMaxConnPerRoute(properties.mostAtOnce())
				.setDefaultConnectionConfig(
						ConnectionConfig.custom().setConnectTimeout(CONNECT).setSocketTimeout(SILENCE).build())
				.setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(SILENCE).build())
				.build())
			.useSystemProperties()
			.setUserAgent("defender-bff")
			.disableAuthCaching()
			.disableAutomaticRetries()
			.disableContentCompression()
			.disableCookieManagement()
			.disableRedirectHandling()
			.build();
	}

	/** Takes a place; false if there is none. */
	boolean takePlace() {
		return this.places.tryAcquirePermission();
	}

	void leavePlace() {
		this.places.onComplete();
	}

	/** The answer, to be closed by whoever asks. */
	ClassicHttpResponse fetch(HttpGet request) throws IOException {
		return this.http.executeOpen(null, request, null);
	}

	@Override
	public void close() throws IOException {
		this.http.close();
	}

}
