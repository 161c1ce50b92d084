package io.github.defenderbff;

import io.github.defenderbff.Client.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** What every problem has, whatever went wrong. */
public final class Problems {

	private Problems() {
	}

	/** Fails unless the answer is this problem, complete and quotable. */
	public static void assertProblem(Answer answer, int status, String type) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(status);
		assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
		var problem = answer.json();
		assertThat(problem.path("type").stringValue("")).isEqualTo("urn:defender-bff:problem:" + type);
		assertThat(problem.path("title").stringValue("")).isNotBlank();
		assertThat(problem.path("status").intValue(0)).isEqualTo(status);
		assertThat(problem.path("correlation_id").stringValue("")).matches("[0-9a-f]{32}")
			.isEqualTo(answer.header("X-Correlation-Id"));
	}

}
