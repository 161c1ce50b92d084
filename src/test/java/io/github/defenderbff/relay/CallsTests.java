package io.github.defenderbff.relay;

import io.github.defenderbff.Bff;
import io.github.defenderbff.OnSandbox;
import io.github.defenderbff.policy.Refused;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Calls that other modules make. */
@OnSandbox
class CallsTests {

	private final Bff bff;

	private final Calls calls;

	CallsTests(Bff bff) {
		this.bff = bff;
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

	@Test
	void decidesOnWhatIsAtHandAndMakesNoCall() {
		var read = OperationCall.of("machines.get").at("id", TestCalls.MACHINE);
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.calls.require(TestCalls.caller("ada"), read));
		assertThat(this.bff.sandbox().defender().requests()).isEmpty();
	}

	@Test
	void changesAreDecidedOnWhenTheyAreMade() {
		var change = OperationCall.of("machines.isolate").at("id", TestCalls.MACHINE);
		assertThatIllegalArgumentException().isThrownBy(() -> this.calls.require(TestCalls.caller("ada"), change));
	}

	@Test
	void answersBelongToThePersonAndToWhatWasAsked() {
		var one = OperationCall.of("alerts.list").with("$top", "1");
		assertThat(this.calls.key(TestCalls.caller("ada"), one)).isEqualTo(this.calls.key(TestCalls.caller("ada"), one))
			.isNotEqualTo(this.calls.key(TestCalls.caller("bob"), one))
			.isNotEqualTo(this.calls.key(TestCalls.caller("ada"), one.with("$top", "2")));
	}

}
