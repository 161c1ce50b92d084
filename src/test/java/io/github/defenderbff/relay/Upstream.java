package io.github.defenderbff.relay;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The end of a path: remembers what reached it, and answers as a test says. */
final class Upstream implements Stage {

	final List<Call> calls = new CopyOnWriteArrayList<>();

	private volatile Stage answer = (_) -> TestCalls.answered(200, "{}");

	void answers(Stage next) {
		this.answer = next;
	}

	void fails(RuntimeException failure) {
		this.answer = (_) -> {
			throw failure;
		};
	}

	@Override
	public Payload<?> answer(Call call) {
		this.calls.add(call);
		return this.answer.answer(call);
	}

}
