package io.github.defenderbff.problem;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a start that cannot succeed with one sentence instead of a stack trace. */
final class SettingProblemAnalyzer extends AbstractFailureAnalyzer<SettingProblem> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, SettingProblem cause) {
		return new FailureAnalysis(cause.getMessage(), cause.action(), rootFailure);
	}

}
