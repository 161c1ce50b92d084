package io.github.defenderbff.relay;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

import com.sun.management.OperatingSystemMXBean;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

import org.springframework.util.unit.DataSize;

/**
 * What a call of 1.5 KB costs with each HTTP client, on virtual threads: time, bytes, and
 * the processor time of all but the server, which every iteration prints.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 4)
@Fork(value = 1, jvmArgsAppend = "-Djmh.executor=VIRTUAL")
public class HttpClientBenchmark {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final LongAdder calls = new LongAdder();

	private long processorTime;

	private FixedAnswerServer server;

	private Client client;

	@Param({ "JDK_ASYNC", "JDK", "APACHE", "JETTY" })
	private Kind kind = Kind.JDK;

	@Param({ "0", "50" })
	private int latency;

	public HttpClientBenchmark() {
		try {
			this.server = new FixedAnswerServer(Duration.ZERO);
			this.client = () -> InputStream.nullInputStream();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Setup
	public void open() throws Exception {
		this.server = new FixedAnswerServer(Duration.ofMillis(this.latency));
		this.client = this.kind.open(URI.create(this.server.address() + "/api/machines"));
	}

	@Setup(Level.Iteration)
	public void begin() {
		this.calls.reset();
		this.processorTime = processorTime();
	}

	@TearDown(Level.Iteration)
	public void end() {
		var count = Math.max(1, this.calls.sum());
		System.out.printf("%.1f us of processor per call, ", (processorTime() - this.processorTime) / 1e3 / count);
	}

	private long processorTime() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime()
				- this.server.processorTime();
	}

	@Benchmark
	@Threads(1)
	public int one() throws Exception {
		return call();
	}

	@Benchmark
	@Threads(256)
	public int many() throws Exception {
		return call();
	}

	private int call() throws Exception {
		this.calls.increment();
		try (var body = this.client.get()) {
			return body.readNBytes(1_000_000).length;
		}
	}

	interface Client {

		InputStream get() throws Exception;

	}

	/** The clients. */
	public enum Kind {

		/** The JDK's, never blocked by a call. */
		JDK_ASYNC {
			@Override
			Client open(URI address) {
				var http = jdk().build();
				var request = request(address);
				return () -> http.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
					.get(30, TimeUnit.SECONDS)
					.body();
			}
		},

		/** The JDK's. */
		JDK {
			@Override
			Client open(URI address) {
				var http = jdk().executor(Executors.newVirtualThreadPerTaskExecutor()).build();
				var request = request(address);
				return () -> http.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
			}
		},

		/** Apache's, classic. */
		APACHE {
			@Override
			@SuppressWarnings("resource")
			Client open(URI address) {
				var upstream = new UpstreamProperties(URI.create("https://api.security.microsoft.com"), address,
						PATIENCE, PATIENCE, DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), DataSize.ofMegabytes(1));
				var http = Connections.open(upstream, TestCallProperties.places(256, 64, PATIENCE));
				var config = Connections.request(PATIENCE, PATIENCE);
				return () -> {
					var request = new HttpGet(address);
					request.setConfig(config);
					request.addHeader("Authorization", "Bearer a-token");
					request.addHeader("Accept", "application/json");
					var response = http.executeOpen(null, request, null);
					return response.getEntity().getContent();
				};
			}
		},

		/** Jetty's. */
		JETTY {
			@Override
			@SuppressWarnings("resource")
			Client open(URI address) throws Exception {
				var http = new org.eclipse.jetty.client.HttpClient();
				http.setExecutor(new VirtualThreadPool());
				http.setMaxConnectionsPerDestination(300);
				http.setFollowRedirects(false);
				http.start();
				http.getContentDecoderFactories().clear();
				return () -> {
					var listener = new InputStreamResponseListener();
					http.newRequest(address)
						.headers((headers) -> headers.put("Authorization", "Bearer a-token")
							.put("Accept", "application/json"))
						.send(listener);
					listener.get(30, TimeUnit.SECONDS);
					return listener.getInputStream();
				};
			}
		};

		abstract Client open(URI address) throws Exception;

		private static HttpClient.Builder jdk() {
			return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
		}

		private static HttpRequest request(URI address) {
			return HttpRequest.newBuilder(address)
				.header("Authorization", "Bearer a-token")
				.header("Accept", "application/json")
				.build();
		}

	}

}
