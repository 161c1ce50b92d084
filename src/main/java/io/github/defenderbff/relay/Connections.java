package io.github.defenderbff.relay;

import java.io.IOException;
import java.net.ProxySelector;
import java.time.Duration;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The connections to Defender: HTTP/1.1, one for each call under way, used again and
 * limited in number. Nothing is done that was not asked for: no redirect, no second try,
 * no cookie, no authentication, no compression, no upgrade.
 */
final class Connections {

	/** Connections that were idle for longer are looked at before they are used again. */
	private static final TimeValue IDLE = TimeValue.ofSeconds(1);

	/** So that a change of addresses is noticed. */
	private static final TimeValue LIFETIME = TimeValue.ofMinutes(5);

	private static final TimeValue LONGEST_IDLE = TimeValue.ofSeconds(30);

	private Connections() {
	}

	static CloseableHttpClient open(UpstreamProperties upstream, CallProperties calls) {
		return HttpClients.custom()
			.setConnectionManager(pool(upstream.connectTimeout(), calls.maxConnections()))
			.setRequestExecutor(new Executor(timeout(upstream.readTimeout())))
			.setProxySelector(ProxySelector.getDefault())
			.setUserAgent("defender-bff")
			.evictExpiredConnections()
			.disableAuthCaching()
			.disableAutomaticRetries()
			.disableConnectionState()
			.disableContentCompression()
			.disableCookieManagement()
			.disableRedirectHandling()
			.build();
	}

	private static HttpClientConnectionManager pool(Duration connectTimeout, int maximum) {
		return PoolingHttpClientConnectionManagerBuilder.create()
			.setMaxConnTotal(maximum)
			.setMaxConnPerRoute(maximum)
			.setTlsSocketStrategy(DefaultClientTlsStrategy.createSystemDefault())
			.setDefaultConnectionConfig(ConnectionConfig.custom()
				.setConnectTimeout(timeout(connectTimeout))
				.setValidateAfterInactivity(IDLE)
				.setTimeToLive(LIFETIME)
				.build())
			.build();
	}

	/** How a request is made whose answer must begin after that time at the latest. */
	static RequestConfig request(Duration patience, Duration connectTimeout) {
		return RequestConfig.custom()
			.setResponseTimeout(timeout(patience))
			.setConnectionRequestTimeout(timeout(connectTimeout))
			.setConnectionKeepAlive(LONGEST_IDLE)
			.setAuthenticationEnabled(false)
			.setProtocolUpgradeEnabled(false)
			.build();
	}

	/** A time that is over at once is none at all for the client. */
	private static Timeout timeout(Duration duration) {
		return Timeout.ofMilliseconds(Math.max(1, duration.toMillis()));
	}

	/** Has its own patience with answers that have begun. */
	private static final class Executor extends HttpRequestExecutor {

		private final Timeout silence;

		Executor(Timeout silence) {
			this.silence = silence;
		}

		@Override
		public ClassicHttpResponse execute(ClassicHttpRequest request, HttpClientConnection connection,
				HttpResponseInformationCallback callback, HttpContext context) throws IOException, HttpException {
			var response = super.execute(request, connection, callback, context);
			connection.setSocketTimeout(this.silence);
			return response;
		}

	}

}
