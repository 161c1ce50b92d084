package io.github.defenderbff.checklist;

import java.net.URI;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import io.github.defenderbff.Bff;
import io.github.defenderbff.Problems;
import io.github.defenderbff.replicas.RealRedis;
import io.github.defenderbff.sealing.TestKeys;
import io.github.sandbox.Sandbox;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The lines of the checklist that need replicas and a real Redis: one instance has the
 * old key only, the other one the new and the old.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisChecklistTests {

	private static final String MACHINE = "/api/machines/" + Machines.SERVER.id();

	private final RealRedis redis = RealRedis.shared();

	private final Sandbox sandbox;

	private final Bff old;

	private final Bff both;

	RedisChecklistTests() {
		this.redis.start();
		var addresses = Stream.generate(OwnInstance::freeAddress).limit(2).toList();
		this.sandbox = Sandbox.start(0, 0, addresses.getFirst());
		this.sandbox.entra()
			.redirectUris(addresses.stream()
				.map((address) -> address.resolve("/login/oauth2/code/defender"))
				.collect(Collectors.toSet()));
		this.old = start(addresses.getFirst(), 1);
		this.both = start(addresses.getLast(), 2, 1);
	}

	private Bff start(URI address, int... keys) {
		return OwnInstance.start(this.sandbox, address, Clock.systemUTC(), "--signin.base-url=" + address,
				"--replicas.redis-url=" + this.redis.uri(), "--sealing.keys=" + TestKeys.setting(keys));
	}

	@AfterAll
	void stop() {
		this.old.context().close();
		this.both.context().close();
		this.sandbox.close();
	}

	@BeforeEach
	void reset() {
		this.redis.clear();
		this.sandbox.entra().reset();
		this.sandbox.defender().reset();
	}

	@Test
	void line21RefreshTokenIsSealedAndGoneWithTheSession() {
		var rune = this.old.signIn(People.RUNE_RESPONDER);
		var secrets = this.sandbox.entra().secrets();
		var before = Set.copyOf(this.redis.contents());
		assertThat(before).anyMatch((text) -> text.contains("session"));
		assertThat(secrets).isNotEmpty()
			.allSatisfy((secret) -> assertThat(before).noneMatch((text) -> text.contains(secret)));
		rune.post("/logout", "");
		assertThat(this.redis.contents()).noneMatch((text) -> text.contains("session"));
	}

	@Test
	void line33SignOutAtOneForgetsWhatTheOtherKept() {
		var rune = this.old.signIn(People.RUNE_RESPONDER);
		var again = this.both.signIn(People.RUNE_RESPONDER);
		again.get(MACHINE);
		assertThat(again.get(MACHINE).header("Cache-Status")).startsWith("defender-bff; hit");
		rune.post("/logout", "");
		Awaitility.await().until(() -> !again.get(MACHINE).header("Cache-Status").startsWith("defender-bff; hit"));
	}

	@Test
	void line39SessionOfTheOldKeyIsReadAndSealedAnew() {
		var rune = this.old.signIn(People.RUNE_RESPONDER);
		assertThat(rune.at(this.both.address()).get("/api/me").status()).isEqualTo(200);
		assertThat(rune.at(this.both.address()).get(MACHINE).status()).isEqualTo(200);
		assertThat(rune.at(this.both.address()).get("/api/me").status()).as("still").isEqualTo(200);
		Problems.assertProblem(rune.get("/api/me"), 401, "session-expired");
	}

}
