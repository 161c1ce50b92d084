package io.github.defenderbff.relay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.function.Supplier;

import io.github.defenderbff.HandMovedClock;
import io.github.defenderbff.policy.TestPolicies;
import io.github.defenderbff.problem.ProblemType;
import io.github.defenderbff.responsecache.TestCaches;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static io.github.defenderbff.relay.TestCalls.GET;
import static io.github.defenderbff.relay.TestCalls.call;
import static org.assertj.core.api.Assertions.assertThat;

/** However many ask together, Defender is asked once. */
class CoalesceLawTests {

	@Property(tries = 200)
	void manyWhoMissTogetherMakeOneCall(@ForAll @IntRange(min = 1, max = 40) int together, @ForAll boolean fails) {
		var steps = new Steps();
		var clock = new HandMovedClock();
		var cache = TestCaches.empty(clock);
		var inner = new Coalesce(cache, new Keep(cache, steps));
		var path = new FromCache(cache, new Partitions(TestPolicies.withoutRoles(), cache), new Refresh(inner),
				new CacheResults(), clock, inner);
		var all = new ArrayList<Steps.Begun>();
		for (var number = 0; number < together; number++) {
			all.add(steps.begin(() -> path.answer(call(GET))));
		}
		assertThat(steps.asked).hasSize(1);
		var failure = new UpstreamFailure(ProblemType.UPSTREAM_FAILED, "an error of its own", null);
		Supplier<Payload<?>> told = () -> {
			if (fails) {
				throw failure;
			}
			return Payload.received(200, "[1]".getBytes(StandardCharsets.UTF_8), clock.instant());
		};
		steps.arrive(0, told);
		assertThat(all).allSatisfy((each) -> {
			assertThat(each.failure).isSameAs(fails ? failure : null);
			assertThat(each.body()).isEqualTo(fails ? "" : "[1]");
		});
		var later = steps.begin(() -> path.answer(call(GET)));
		assertThat(steps.asked).hasSize(fails ? 1 : 0);
		assertThat(later.isDone()).isEqualTo(!fails);
	}

}
