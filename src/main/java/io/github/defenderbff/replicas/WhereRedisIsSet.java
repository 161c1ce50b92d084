package io.github.defenderbff.replicas;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Lets nothing of Redis be made where no Redis is set. */
final class WhereRedisIsSet implements Condition {

	static final String URL = "replicas.redis-url";

	static boolean isSet(Environment environment) {
		return StringUtils.hasText(environment.getProperty(URL));
	}

	@Override
	public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
		return isSet(context.getEnvironment());
	}

}
