package io.github.defenderbff;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands the browser to tests; it is started once and closed after the last of them. */
final class RunningChromium implements ExecutionCondition, ParameterResolver {

	private static final Logger log = LoggerFactory.getLogger(RunningChromium.class);

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (Chromium.installed() || "true".equals(System.getenv("CI"))) {
			return ConditionEvaluationResult.enabled("In CI a missing Chromium is a failure");
		}
		log.warn(Chromium.MISSING);
		return ConditionEvaluationResult.disabled(Chromium.MISSING);
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Chromium.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return context.getRoot()
			.getStore(Namespace.create(RunningChromium.class))
			.computeIfAbsent(Chromium.class, (_) -> Chromium.start(), Chromium.class);
	}

}
