package io.github.defenderbff;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import io.github.sandbox.Sandbox;
import io.github.sandbox.organisation.Alerts;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;

/**
 * How much memory open streams cost: an instance in a process of its own, before and
 * after so many are open.
 */
final class LiveMemory {

	private static final int PER_SESSION = 20;

	private final URI address;

	private final Process process;

	private final AtomicLong bytes = new AtomicLong();

	private LiveMemory(URI address, Process process) {
		this.address = address;
		this.process = process;
	}

	/**
	 * Measures and prints.
	 * @param arguments how many streams
	 */
	static void main(String[] arguments) throws Exception {
		var streams = Integer.parseInt(arguments[0]);
		var address = freeAddress();
		try (var sandbox = Sandbox.start(0, 0, address)) {
			sandbox.defender().actionTiming(Duration.ZERO, Duration.ofHours(1));
			var process = start(sandbox, streams);
			try {
				new LiveMemory(address, process).measure(streams);
			}
			finally {
				process.destroy();
				process.waitFor();
			}
		}
	}

	private static Process start(Sandbox sandbox, int streams) throws IOException {
		var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		var command = Stream
			.of(Stream.of(java, "-Xmx1g", "-cp", System.getProperty("java.class.path"), DefenderBff.class.getName()),
					sandbox.arguments().stream(),
					Stream.of("--management.server.port=0", "--logging.level.root=INFO", "--live.streams=" + streams))
			.flatMap((each) -> each)
			.toList();
		return new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(Path.of("target/live-memory.log").toFile())
			.start();
	}

	private static URI freeAddress() throws IOException {
		try (var socket = new ServerSocket(0)) {
			return URI.create("http://localhost:" + socket.getLocalPort());
		}
	}

	private void measure(int streams) throws Exception {
		awaitStart();
		var sessions = new ArrayList<Client>();
		for (var session = 0; session < streams / PER_SESSION; session++) {
			var client = new Client(this.address);
			client.signIn(People.RUNE_RESPONDER);
			sessions.add(client);
		}
		var action = scan(sessions.getFirst());
		var paths = List.of("/api/live/machineactions/" + action, "/api/live/alerts", "/api/live/permissions");
		for (var warm = 0; warm < 300; warm++) {
			sessions.get(warm % sessions.size()).stream(paths.get(warm % paths.size())).body().close();
		}
		Thread.sleep(Duration.ofSeconds(35));
		var before = memory("idle");
		var open = open(sessions, paths);
		Thread.sleep(Duration.ofSeconds(45));
		var after = memory(open + " streams");
		Files.writeString(Path.of("target/live-memory.histogram"), jcmd("GC.class_histogram"));
		System.out.println("difference of resident memory: " + (after - before) / 1024 + " MB");
		var read = this.bytes.get();
		comment(sessions.getFirst());
		Thread.sleep(Duration.ofSeconds(5));
		System.out.println("bytes told of one alert to all: " + (this.bytes.get() - read));
		memory("after an alert");
	}

	private void awaitStart() throws Exception {
		for (var attempt = 0; attempt < 600; attempt++) {
			try {
				new Client(this.address).get("/api/session");
				return;
			}
			catch (AssertionError _) {
				Thread.sleep(100);
			}
		}
		throw new AssertionError("It did not start; see target/live-memory.log");
	}

	private static String scan(Client client) {
		return client
			.post("/api/machines/" + Machines.NORTH_WORKSTATION.id() + "/runAntiVirusScan",
					"{\"Comment\":\"odd\",\"ScanType\":\"Quick\"}")
			.json()
			.path("id")
			.stringValue("");
	}

	private static void comment(Client client) {
		client.send("PATCH", "/api/alerts/" + Alerts.SERVER_ALERT.id(), "{\"comment\":\"told to all\"}", "X-XSRF-TOKEN",
				client.csrfToken());
	}

	/** The connections of all streams are one client's, which reads what comes. */
	private long open(List<Client> sessions, List<String> paths) {
		var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
		var number = 0;
		var opened = new ArrayList<CompletableFuture<Integer>>();
		for (var session : sessions) {
			var cookie = "session=" + session.cookie("session").orElseThrow();
			for (var index = 0; index < PER_SESSION; index++) {
				var path = paths.get(number++ % paths.size());
				var request = HttpRequest.newBuilder(this.address.resolve(path)).header("Cookie", cookie).build();
				opened.add(http.sendAsync(request, BodyHandlers.ofPublisher()).thenApply((response) -> {
					response.body().subscribe(new Reader(this.bytes));
					return response.statusCode();
				}));
			}
			opened.getLast().join();
		}
		return opened.stream().map(CompletableFuture::join).filter((status) -> status == 200).count();
	}

	/** Resident memory in kB, after a collection. */
	private long memory(String when) throws Exception {
		var id = this.process.pid();
		jcmd("GC.run");
		Thread.sleep(2000);
		var status = Files.readAllLines(Path.of("/proc/" + id + "/status"));
		var resident = status.stream().filter((line) -> line.startsWith("VmRSS")).findFirst().orElseThrow();
		var threads = status.stream().filter((line) -> line.startsWith("Threads")).findFirst().orElseThrow();
		var heap = jcmd("GC.heap_info").lines().filter((line) -> line.contains("used")).findFirst().orElse("");
		System.out.println(when + ": " + resident + ", " + threads + "," + heap);
		return Long.parseLong(resident.replaceAll("\\D", ""));
	}

	private String jcmd(String command) throws Exception {
		var program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
		var jcmd = new ProcessBuilder(program, Long.toString(this.process.pid()), command).start();
		return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
	}

	/** Reads as fast as it can. */
	private record Reader(AtomicLong bytes) implements Flow.Subscriber<List<ByteBuffer>> {

		@Override
		public void onSubscribe(Flow.Subscription subscription) {
			subscription.request(Long.MAX_VALUE);
		}

		@Override
		public void onNext(List<java.nio.ByteBuffer> item) {
			item.forEach((buffer) -> this.bytes.addAndGet(buffer.remaining()));
		}

		@Override
		public void onError(Throwable throwable) {
		}

		@Override
		public void onComplete() {
		}

	}

}
