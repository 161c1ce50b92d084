package io.github.defenderbff.relay;

import io.github.defenderbff.Bff;
import io.github.defenderbff.OnSandbox;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Calls that other modules make. */
@OnSandbox
class CallsTests {

	private final Calls calls;

	CallsTests(Bff bff) {
		this.calls = bff.context().getBean(Calls.class);
	}

	@Test
	void operationThatDoesNotExistIsAMistakeOfTheModule() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.calls.make(TestCalls.caller("ada"), OperationCall.of("machines.paint")));
	}

	@Test
	void pathVariablesAreThoseOfTheOperation() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.calls.make(TestCalls.caller("ada"), OperationCall.of("machines.get")));
		assertThatIllegalArgumentException().isThrownBy(() -> this.calls.make(TestCalls.caller("ada"),
				OperationCall.of("machines.get").at("id", TestCalls.MACHINE).at("other", "x")));
	}

}
