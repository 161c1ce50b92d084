package io.github.sandbox.defender;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Every response action ordered so far, oldest first. */
final class Actions {

	private final Clock clock;

	private final AtomicLong numbers = new AtomicLong();

	private final Map<String, Action> actions = new LinkedHashMap<>();

	private volatile ActionStates states = ActionStates.DEFAULT;

	Actions(Clock clock) {
		this.clock = clock;
	}

	void states(ActionStates states) {
		this.states = states;
	}

	synchronized void clear() {
		this.actions.clear();
	}

	synchronized void add(Action action) {
		this.actions.put(action.id(), action);
	}

	synchronized List<Action> all() {
		return new ArrayList<>(this.actions.values());
	}

	synchronized Action find(String id) {
		return Optional.ofNullable(this.actions.get(id))
			.orElseThrow(() -> Refusal.notFound("Machine action %s was not found.".formatted(id)));
	}

	/**
	 * Starts an action, unless one of its kind is running on the device and a repeat is
	 * not allowed.
	 */
	synchronized Action start(Entity machine, Action.Order order, String requestor) {
		Optional<Action> running = running(order.kind(), machine.text("id"));
		if (running.isPresent() && order.kind().repeat() == ActionKind.Repeat.REFUSED) {
			throw order.kind().refusedRepeat();
		}
		if (running.isPresent() && order.kind().repeat() == ActionKind.Repeat.PENDING_ONE) {
			return running.get();
		}
		String id = "ac000000-0000-4000-8000-%012d".formatted(this.numbers.incrementAndGet());
		return put(new Action(id, machine, order, requestor, this.clock.instant(), Optional.empty()));
	}

	synchronized Action cancel(Action action, String requestor, String comment) {
		if (!this.states.runningAt(this.clock.instant(), action)) {
			throw Refusal.badRequest("BadRequest",
					"The action is %s and cannot be cancelled.".formatted(status(action)));
		}
		return put(action.cancelled(new Action.Cancellation(requestor, comment, this.clock.instant())));
	}

	String status(Action action) {
		return this.states.statusAt(this.clock.instant(), action);
	}

	boolean succeeded(Action action) {
		return status(action).equals(ActionStates.SUCCEEDED);
	}

	/**
	 * Whether the first kind of action took effect on the device later than the second,
	 * its opposite.
	 */
	boolean inForce(ActionKind kind, ActionKind opposite, String machineId) {
		return all().reversed()
			.stream()
			.filter((action) -> action.concerns(kind, machineId) || action.concerns(opposite, machineId))
			.filter(this::succeeded)
			.findFirst()
			.map((action) -> action.order().kind() == kind)
			.orElse(false);
	}

	Entity entity(Action action) {
		Instant now = this.clock.instant();
		return ActionView.of(action, this.states.statusAt(now, action), this.states.lastChangeAt(now, action));
	}

	private Action put(Action action) {
		this.actions.put(action.id(), action);
		return action;
	}

	private Optional<Action> running(ActionKind kind, String machineId) {
		return this.actions.values()
			.stream()
			.filter((action) -> action.concerns(kind, machineId))
			.filter((action) -> this.states.runningAt(this.clock.instant(), action))
			.findFirst();
	}

}
