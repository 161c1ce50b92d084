package io.github.defenderbff.quota;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/** What Defender may still be asked, shared by all people. */
@Component
public final class Quota {

	private final Map<String, Gate> gates = new ConcurrentHashMap<>();

	private final Families families;

	private final Ledger ledger;

	private final QuotaProperties properties;

	private final Watch watch;

	private final Left left;

	private final Counter taken;

	private final Counter waited;

	private final Counter refused;

	Quota(Families families, Ledger ledger, QuotaProperties properties, Watch watch, MeterRegistry meters) {
		this.families = families;
		this.ledger = ledger;
		this.properties = properties;
		this.watch = watch;
		this.left = new Left(meters, watch);
		this.taken = counter(meters, "taken");
		this.waited = counter(meters, "waited");
		this.refused = counter(meters, "refused");
	}

	/**
	 * Takes one call, after a short wait where that helps.
	 * @throws QuotaExhausted if nothing is left; it says when there will be
	 */
	public Pass take(Demand demand) {
		var gate = gate(this.families.of(demand.operation()));
		this.left.show(gate);
		var claim = new Claim(demand.who(), this.properties.weight(demand.who().id()), demand.urgent(),
				gate.family().longestRun());
		var turn = gate.enter(claim, demand.patient());
		return switch (turn.verdict()) {
			case Verdict.Taken taken -> {
				(turn.waited() ? this.waited : this.taken).increment();
				yield new Pass(gate, taken, this.watch.clock());
			}
			case Verdict.Wait wait -> {
				this.refused.increment();
				throw new QuotaExhausted(gate.family().operation(), wait);
			}
		};
	}

	private static Counter counter(MeterRegistry meters, String outcome) {
		return Counter.builder("quota.calls")
			.tag("outcome", outcome)
			.description("Calls that asked for a place in a budget")
			.register(meters);
	}

	private Gate gate(Family family) {
		return this.gates.computeIfAbsent(family.operation(),
				(_) -> new Gate(family, this.ledger, this.properties, this.watch));
	}

	/**
	 * How much of each limit is used, of operations of which any is, or that are paused.
	 */
	public List<QuotaReport> report() {
		return this.families.all()
			.stream()
			.map(this::gate)
			.map(QuotaReport::of)
			.filter(QuotaReport::saysAnything)
			.toList();
	}

}
