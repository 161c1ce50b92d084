package io.github.defenderbff.relay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.github.defenderbff.audit.Audit;
import io.github.defenderbff.audit.TestAudits;
import io.github.defenderbff.policy.Devices;
import io.github.defenderbff.policy.TestPolicies;
import io.github.defenderbff.responsecache.Key;
import io.github.defenderbff.responsecache.Partition;
import io.github.defenderbff.responsecache.TestCaches;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.util.unit.DataSize;

/**
 * What a hit costs from the decision on, and its key; and how fast a list passes whose
 * next link is rewritten, 5 MB an operation.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class HitBenchmark {

	private static final String ROW = "{\"id\":\"1e5bc9d7e413ddd7902c2932e418702b84d0cc07\",\"osPlatform\":\"Windows11\","
			+ "\"computerDnsName\":\"web-1.nordhavn.example\",\"healthStatus\":\"Active\",\"riskScore\":\"None\"},";

	private static final byte[] LIST = ("{\"@odata.context\":\"https://api.security.microsoft.com/api/$metadata\","
			+ "\"value\":[" + ROW.repeat(5_000_000 / ROW.length()) + "{}],"
			+ "\"@odata.nextLink\":\"https://api.security.microsoft.com/api/machines?$skip=10000\"}")
		.getBytes(StandardCharsets.UTF_8);

	private final Call call = new Call(TestCalls.GET, TestCalls.caller("ada"), Map.of("id", TestCalls.MACHINE),
			new TreeMap<>(Map.of("$filter", "riskScore eq 'High'", "$top", "50")), null, Terms.USUAL, null, null, null);

	private final Stage path = path();

	private final NextLinks links = new NextLinks(
			new UpstreamProperties(URI.create("https://api.security.microsoft.com"), null, Duration.ofSeconds(1),
					Duration.ofSeconds(1), DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), DataSize.ofMegabytes(1)));

	private static Stage path() {
		((Logger) LoggerFactory.getLogger(Audit.READS)).setLevel(Level.OFF);
		var cache = TestCaches.empty(Clock.systemUTC());
		var policy = TestPolicies.withoutRoles();
		Stage path = new Keep(cache, (_) -> TestCalls.answered(200, "{}", Clock.systemUTC().instant()));
		path = new FromCache(cache, new Partitions(policy, cache), new Refresh(path), new CacheResults(),
				Clock.systemUTC(), path);
		return new Authorize(policy, new StaticListableBeanFactory().getBeanProvider(Devices.class), TestAudits.audit(),
				path);
	}

	@Benchmark
	public int key() {
		return new Key(new Partition.Own(this.call.caller().subject()), "machines.get", this.call.parameters())
			.hashCode();
	}

	@Benchmark
	public Object decisionAndLookUp() {
		return this.path.answer(this.call);
	}

	@Benchmark
	public long rewriteLinkWhileReading() throws IOException {
		try (var list = this.links.rewrite(new ByteArrayInputStream(LIST))) {
			return list.transferTo(OutputStream.nullOutputStream());
		}
	}

}
