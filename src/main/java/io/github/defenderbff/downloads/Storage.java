package io.github.defenderbff.downloads;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import io.github.defenderbff.signin.Subject;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Where the files are. Nothing is sent along: no token, no cookie, no header of a
 * browser; and no redirect is followed to anywhere else.
 */
@Component
final class Storage implements AutoCloseable {

	private static final Timeout CONNECT = Timeout.ofSeconds(5);

	private static final Timeout SILENCE = Timeout.ofSeconds(30);

	private static final int BEGIN = 8192;

	private final CloseableHttpClient http;

	private final Bulkhead places;

	private final Map<Subject, Integer> taken = new ConcurrentHashMap<>();

	private final int mostOfOne;

	private final Duration longest;

	Storage(DownloadsProperties properties) {
		this.mostOfOne = Math.max(1, properties.mostAtOnce() / 4);
		this.longest = properties.longest();
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

	/**
	 * A place to pass a file on from; one person has a quarter of them at most.
	 * @throws TooMany if there is none
	 */
	Place place(Subject who) {
		if (this.taken.merge(who, 1, Integer::sum) > this.mostOfOne || !this.places.tryAcquirePermission()) {
			forget(who);
			throw new TooMany();
		}
		return new Place(who);
	}

	private void forget(Subject who) {
		this.taken.computeIfPresent(who, (_, number) -> (number == 1) ? null : number - 1);
	}

	@Override
	public void close() throws IOException {
		this.http.close();
	}

	/** A place, to be given back. */
	final class Place implements AutoCloseable {

		private final Subject who;

		private Place(Subject who) {
			this.who = who;
		}

		/** Passes a file on; whoever reads too slowly is cut off in the end. */
		void pass(Download download, HttpServletResponse response) throws IOException {
			var request = new HttpGet(download.link());
			var end = Thread.ofVirtual().name("download").start(() -> cancelLater(request));
			try (var answer = Storage.this.http.executeOpen(null, request, null)) {
				pass(answer, download, response);
			}
			catch (IOException ex) {
				if (response.isCommitted()) {
					throw ex;
				}
				throw new Unreachable();
			}
			finally {
				end.interrupt();
				request.cancel();
			}
		}

		private void cancelLater(HttpGet request) {
			try {
				Thread.sleep(Storage.this.longest);
				request.cancel();
			}
			catch (InterruptedException _) {
				Thread.currentThread().interrupt();
			}
		}

		/** Its beginning is there before anything is told of it. */
		private static void pass(ClassicHttpResponse answer, Download download, HttpServletResponse response)
				throws IOException {
			var entity = answer.getEntity();
			if (answer.getCode() != HttpStatus.OK.value() || entity == null) {
				throw new NotThere();
			}
			var file = entity.getContent();
			var begin = file.readNBytes(BEGIN);
			response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
			response.setHeader(HttpHeaders.CONTENT_DISPOSITION, download.attachment());
			response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
			if (entity.getContentLength() >= 0) {
				response.setContentLengthLong(entity.getContentLength());
			}
			response.getOutputStream().write(begin);
			response.flushBuffer();
			file.transferTo(response.getOutputStream());
		}

		@Override
		public void close() {
			Storage.this.places.onComplete();
			forget(this.who);
		}

	}

	/** Defender's own link is worth nothing any more. */
	private static final class NotThere extends Failure {

		NotThere() {
			super(ProblemType.UPSTREAM_FAILED,
					"The file is not, or no longer, where Defender left it. Ask for another link.");
		}

	}

	/** Where the file is, nobody answers. */
	private static final class Unreachable extends Failure {

		Unreachable() {
			super(ProblemType.UPSTREAM_UNREACHABLE,
					"The file could not be fetched from where Defender left it. Ask for another link.");
		}

	}

	/** As many are being fetched as may be. */
	static final class TooMany extends Failure {

		TooMany() {
			super(ProblemType.UPSTREAM_BUSY,
					"Too many files are being fetched. The link is still good; try again in a moment.");
			header(HttpHeaders.RETRY_AFTER, "5");
		}

	}

}
