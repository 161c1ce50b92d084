package io.github.defenderbff;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.defenderbff.replicas.RealRedis;
import io.github.defenderbff.sealing.TestKeys;
import io.github.sandbox.Sandbox;
import io.github.sandbox.organisation.Person;
import org.awaitility.Awaitility;

import org.springframework.boot.SpringApplication;

/**
 * Two instances of the service that share a Redis, on one sandbox.
 *
 * @param one the first
 * @param other the second
 * @param spare where a third may be
 * @param redis the address of what they share
 */
record ReplicatedBff(Bff one, Bff other, URI spare, String redis) implements AutoCloseable {

	static ReplicatedBff start() {
		RealRedis.shared().start();
		return start(RealRedis.shared().uri().toString());
	}

	static ReplicatedBff start(String redis, String... settings) {
		var all = Stream.generate(ReplicatedBff::freeAddress).limit(3).toList();
		var sandbox = Sandbox.start(0, 0, all.getFirst());
		sandbox.entra()
			.redirectUris(all.stream()
				.map((address) -> address.resolve("/login/oauth2/code/defender"))
				.collect(Collectors.toSet()));
		return new ReplicatedBff(start(sandbox, all.get(0), redis, settings),
				start(sandbox, all.get(1), redis, settings), all.get(2), redis);
	}

	private static Bff start(Sandbox sandbox, URI address, String redis, String... settings) {
		var all = Stream.concat(arguments(sandbox, address, redis), Stream.of(settings)).toArray(String[]::new);
		var context = SpringApplication.run(DefenderBff.class, all);
		return new Bff(address, sandbox, context);
	}

	private static Stream<String> arguments(Sandbox sandbox, URI address, String redis) {
		var own = Stream.of("--server.port=" + address.getPort(), "--signin.base-url=" + address,
				"--management.server.port=0", "--springdoc.api-docs.enabled=false", "--logging.level.root=INFO",
				"--replicas.redis-url=" + redis, "--sealing.keys=" + TestKeys.setting(1),
				"--responsecache.second-level=redis");
		var common = sandbox.arguments()
			.stream()
			.filter((argument) -> !argument.startsWith("--server.port=") && !argument.startsWith("--signin.base-url="));
		return Stream.concat(common, own);
	}

	private static URI freeAddress() {
		try (var socket = new ServerSocket(0)) {
			return URI.create("http://localhost:" + socket.getLocalPort());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A third instance, in a process of its own. */
	Mortal startAnother() throws IOException {
		var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		var command = Stream.concat(
				Stream.of(java, "-cp", System.getProperty("java.class.path"), DefenderBff.class.getName()),
				arguments(sandbox(), this.spare, this.redis));
		var process = new ProcessBuilder(command.toList()).redirectErrorStream(true)
			.redirectOutput(Path.of("target/mortal.log").toFile())
			.start();
		var mortal = new Mortal(this.spare, process);
		Awaitility.await().atMost(Duration.ofMinutes(3)).ignoreExceptions().until(mortal::answers);
		return mortal;
	}

	Sandbox sandbox() {
		return this.one.sandbox();
	}

	@Override
	public void close() {
		this.one.context().close();
		this.other.context().close();
		sandbox().close();
	}

	/**
	 * An instance that can be killed.
	 *
	 * @param address where it is
	 * @param process what runs it
	 */
	record Mortal(URI address, Process process) implements AutoCloseable {

		private boolean answers() {
			if (!this.process.isAlive()) {
				throw new AssertionError("The instance did not start; see target/mortal.log");
			}
			return new Client(this.address).get("/api/session").status() == 200;
		}

		Client signIn(Person person) {
			var client = new Client(this.address);
			client.signIn(person);
			return client;
		}

		/** Ends it in the middle of whatever it does. */
		void kill() {
			this.process.destroyForcibly();
		}

		@Override
		public void close() {
			kill();
		}

	}

}
