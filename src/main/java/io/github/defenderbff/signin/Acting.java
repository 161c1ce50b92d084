package io.github.defenderbff.signin;

/** For whom something is done that no request of theirs is under way for. */
final class Acting {

	static final ScopedValue<Caller> FOR = ScopedValue.newInstance();

	private Acting() {
	}

}
