package io.github.defenderbff.problem;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What frontends may rely on. */
class ProblemTypeTests {

	@Test
	void areToldApartByTheirAddress() {
		assertThat(Arrays.stream(ProblemType.values()).map(ProblemType::uri)).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@EnumSource
	void haveAStableFormAnErrorStatusAndATitle(ProblemType type) {
		assertThat(type.uri().toString()).matches("urn:defender-bff:problem:[a-z]+(-[a-z]+)*");
		assertThat(type.status().isError()).isTrue();
		assertThat(type.title()).isNotBlank().doesNotEndWith(".");
	}

	@Test
	void sayWhatAFailureIs() {
		assertThat(Failure.problem(ProblemType.NOT_FOUND, "There is nothing.")).satisfies((problem) -> {
			assertThat(problem.getType()).hasToString("urn:defender-bff:problem:not-found");
			assertThat(problem.getTitle()).isEqualTo("Not found");
			assertThat(problem.getStatus()).isEqualTo(404);
			assertThat(problem.getDetail()).isEqualTo("There is nothing.");
		});
	}

}
