package io.github.defenderbff.defender;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.defenderbff.policy.Requirement;
import io.github.defenderbff.policy.Requires;
import io.github.defenderbff.relay.DefenderApi;
import io.github.defenderbff.relay.OperationName;
import io.github.defenderbff.relay.Safe;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
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

	private static final List<Class<?>> INTERFACES = interfaces();

	static Stream<Declared> all() {
		return INTERFACES.stream()
			.flatMap((type) -> Arrays.stream(type.getDeclaredMethods()).filter((method) -> !method.isSynthetic()))
			.map(Declared::of);
	}

	private static List<Class<?>> interfaces() {
		var scanner = new ClassPathScanningCandidateComponentProvider(false) {
			@Override
			protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
				return definition.getMetadata().isInterface();
			}
		};
		scanner.addIncludeFilter(new AnnotationTypeFilter(DefenderApi.class));
		return scanner.findCandidateComponents(Declared.class.getPackageName())
			.stream()
			.<Class<?>>map((definition) -> ClassUtils.resolveClassName(
					Objects.requireNonNull(definition.getBeanClassName()), Declared.class.getClassLoader()))
			.sorted(Comparator.comparing(Class::getName))
			.toList();
	}

	private static Declared of(Method method) {
		var type = exchange(method.getDeclaringClass());
		var operation = exchange(method);
		return new Declared(entity(method.getDeclaringClass()) + "." + name(method), operation.method(),
				type.url() + operation.url(), method);
	}

	private static String name(Method method) {
		var name = method.getAnnotation(OperationName.class);
		return (name != null) ? name.value() : method.getName();
	}

	private static String entity(Class<?> type) {
		var id = Objects.requireNonNull(type.getAnnotation(DefenderApi.class)).id();
		return id.isEmpty() ? StringUtils.uncapitalize(type.getSimpleName()) : id;
	}

	private static HttpExchange exchange(AnnotatedElement element) {
		return Objects.requireNonNull(AnnotatedElementUtils.findMergedAnnotation(element, HttpExchange.class));
	}

	/** The path without the forms that variables must have on our side. */
	String path() {
		return this.template.replace(":[^()]+}", "}");
	}

	Requirement requirement() {
		return Requirement.of(this.id, !"GET".equals(this.verb) && !this.method.isAnnotationPresent(Safe.class),
				Objects.requireNonNull(this.method.getAnnotation(Requires.class)));
	}

	/**
	 * An annotation of the declaration, given alone or together with others; null for
	 * none.
	 */
	<A extends Annotation> @Nullable A annotation(Class<A> type) {
		return AnnotatedElementUtils.findMergedAnnotation(this.method, type);
	}

	@Override
	public String toString() {
		return this.id;
	}

}
