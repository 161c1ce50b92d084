package io.github.defenderbff.defender;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.defenderbff.policy.Requirement;
import io.github.defenderbff.policy.Requires;
import org.jspecify.annotations.NullMarked;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.service.annotation.HttpExchange;

/**
 * An operation as an interface of this module declares it.
 *
 * @param id the operation's id
 * @param verb the HTTP method
 * @param template the path, as Spring reads it
 * @param method the declaration
 */
@NullMarked
record Declared(String id, String verb, String template, Method method) {

	private static final List<Class<?>> INTERFACES = List.of(Machines.class, MachineActions.class, Alerts.class);

	static Stream<Declared> all() {
		return INTERFACES.stream()
			.flatMap((type) -> Arrays.stream(type.getDeclaredMethods()).filter((method) -> !method.isSynthetic()))
			.map(Declared::of);
	}

	static Stream<String> entities() {
		return INTERFACES.stream().map(Declared::entity);
	}

	private static Declared of(Method method) {
		var type = exchange(method.getDeclaringClass());
		var operation = exchange(method);
		return new Declared(entity(method.getDeclaringClass()) + "." + method.getName(), operation.method(),
				type.url() + operation.url(), method);
	}

	private static String entity(Class<?> type) {
		return StringUtils.uncapitalize(type.getSimpleName());
	}

	private static HttpExchange exchange(AnnotatedElement element) {
		return Objects.requireNonNull(AnnotatedElementUtils.findMergedAnnotation(element, HttpExchange.class));
	}

	/** The path without the forms that variables must have on our side. */
	String path() {
		return this.template.replace(":[^()]+}", "}");
	}

	Requirement requirement() {
		return Requirement.of(this.id, !"GET".equals(this.verb),
				Objects.requireNonNull(this.method.getAnnotation(Requires.class)));
	}

	@Override
	public String toString() {
		return this.id;
	}

}
