package io.github.defenderbff.relay;

/** Gives the call the caller's own access token, and never another one. */
final class WithToken implements Stage {

	private final Stage next;

	WithToken(Stage next) {
		this.next = next;
	}

	@Override
	public Payload<?> answer(Call call) {
		return this.next.answer(call.with(call.caller().tokens().accessToken()));
	}

}
