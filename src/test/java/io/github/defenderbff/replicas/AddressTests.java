package io.github.defenderbff.replicas;

import java.util.Objects;

import io.github.defenderbff.problem.SettingProblem;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SslVerifyMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Which addresses lead to a cluster, and which nowhere. */
class AddressTests {

	@ParameterizedTest
	@ValueSource(strings = { "redis://host", "rediss://user:password@host:7000/3", "redis-sentinel://one,other:7#bff",
			"rediss-sentinel://user:password@one:26379,other/0#bff" })
	void addressOfOneServerIsAsLettuceReadsIt(String url) {
		var address = Address.of(url);
		assertThat(address.layout()).isEqualTo(Layout.ONE_SERVER);
		assertThat(address.uris()).containsExactly(RedisURI.create(url));
	}

	@Test
	void clusterHasOneOrMoreHosts() {
		var address = Address.of("redis-cluster://one:7000,other");
		assertThat(address.layout()).isEqualTo(Layout.CLUSTER);
		assertThat(address.uris()).extracting(RedisURI::getHost).containsExactly("one", "other");
		assertThat(address.uris()).extracting(RedisURI::getPort).containsExactly(7000, 6379);
		assertThat(address.uris()).extracting(RedisURI::isSsl).containsOnly(false);
		assertThat(Address.of("redis-cluster://one/0").uris()).hasSize(1);
	}

	@Test
	void everyHostOfAClusterHasTheSameUserAndTls() {
		assertThat(Address.of("rediss-cluster://user:p%40ss@one:7000,other?verifyPeer=CA").uris()).hasSize(2)
			.allSatisfy((uri) -> {
				assertThat(uri.isSsl()).isTrue();
				assertThat(uri.getVerifyMode()).isEqualTo(SslVerifyMode.CA);
				var credentials = Objects.requireNonNull(uri.getCredentialsProvider().resolveCredentials().block());
				assertThat(credentials.getUsername()).isEqualTo("user");
				assertThat(new String(credentials.getPassword())).isEqualTo("p@ss");
			});
		assertThat(Address.of("rediss-cluster://one").uris()).extracting(RedisURI::getVerifyMode)
			.containsExactly(SslVerifyMode.FULL);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://secret@host", "redis-cluster://", "redis-cluster://,", "redis-cluster://secret@",
			"redis-cluster://:secret@one,,other", "redis-cluster://one:secret", "REDIS-CLUSTER://secret", "secret",
			"redis-cluster-sentinel://secret", "redis-cluster://secret one" })
	void whatIsNoAddressIsRefusedAndNotTold(String url) {
		assertThatExceptionOfType(SettingProblem.class).isThrownBy(() -> Address.of(url))
			.withMessage("REDIS_URL is not the address of a Redis.")
			.withNoCause();
	}

	@Test
	void severalHostsAreNoSingleServer() {
		assertThatExceptionOfType(SettingProblem.class).isThrownBy(() -> Address.of("redis://:secret@one,other"))
			.withMessage("REDIS_URL has several hosts, and is not the address of a cluster.");
	}

	@Test
	void clusterHasNoDatabases() {
		assertThatExceptionOfType(SettingProblem.class).isThrownBy(() -> Address.of("redis-cluster://:secret@one/3"))
			.withMessage("REDIS_URL has a database, and a cluster has none but 0.");
	}

}
