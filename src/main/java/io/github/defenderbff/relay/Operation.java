package io.github.defenderbff.relay;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.defenderbff.policy.Requirement;
import io.github.defenderbff.policy.Requires;
import io.github.defenderbff.quota.CountedAs;
import io.github.defenderbff.quota.Limits;
import io.github.defenderbff.quota.Metered;
import io.github.defenderbff.quota.Rate;
import io.github.defenderbff.quota.RunTime;
import io.github.defenderbff.responsecache.About;
import io.github.defenderbff.responsecache.Fresh;
import io.github.defenderbff.responsecache.Kind;
import io.github.defenderbff.responsecache.Lifetime;
import io.github.defenderbff.responsecache.Lifetimes;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.util.StringUtils;
import org.springframework.web.service.annotation.HttpExchange;

/**
 * One endpoint of Defender's, as its annotated method declares it.
 *
 * @param id the id, such as {@code machines.isolate}
 * @param method the HTTP method
 * @param path the path template, the same on Defender's side and on ours
 * @param requirement what it asks of a caller
 * @param limits how often Defender may be asked
 * @param lifetime how long an answer may be served again
 * @param about the entities it shows or changes
 * @param odata the OData options it takes; null for none
 * @param answer what is special about its answer
 * @param patience how long an answer may take to begin; null for the usual time
 * @param detour where else it is answered; null for by Defender
 * @param guardrail what the operator allows of it; null for whatever Defender does
 */
record Operation(String id, HttpMethod method, String path, Requirement requirement, Limits limits, Lifetime lifetime,
		Set<String> about, @Nullable OData odata, Answer answer, @Nullable Duration patience, @Nullable Detour detour,
		@Nullable Guardrail guardrail) {

	private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

	/** One that Defender answers, and nobody else limits. */
	Operation(String id, HttpMethod method, String path, Requirement requirement, Limits limits, Lifetime lifetime,
			Set<String> about, @Nullable OData odata, Answer answer, @Nullable Duration patience) {
		this(id, method, path, requirement, limits, lifetime, about, odata, answer, patience, null, null);
	}

	/** Reads a declaration. */
	static Operation of(Method method, Lifetimes lifetimes) {
		var api = method.getDeclaringClass();
		var root = Objects.requireNonNull(AnnotatedElementUtils.findMergedAnnotation(api, HttpExchange.class),
				api::getName);
		var named = Objects.requireNonNull(api.getAnnotation(DefenderApi.class), api::getName).id();
		var entity = named.isEmpty() ? StringUtils.uncapitalize(api.getSimpleName()) : named;
		var name = method.getAnnotation(OperationName.class);
		var id = entity + "." + ((name != null) ? name.value() : method.getName());
		var exchange = Objects.requireNonNull(AnnotatedElementUtils.findMergedAnnotation(method, HttpExchange.class),
				id);
		var requires = Objects.requireNonNull(method.getAnnotation(Requires.class),
				() -> id + " does not declare what it requires");
		var httpMethod = HttpMethod.valueOf(exchange.method());
		var stateChange = !HttpMethod.GET.equals(httpMethod) && !method.isAnnotationPresent(Safe.class);
		return new Operation(id, httpMethod, template(root.url() + exchange.url()),
				Requirement.of(id, stateChange, requires),
				Limits.of(find(method, Rate.class), find(method, RunTime.class), find(method, CountedAs.class)),
				lifetime(method, httpMethod, id, lifetimes), about(method, entity), find(method, OData.class),
				Answer.of(method), patience(method));
	}

	/** The path without the patterns that only our own routing needs. */
	private static String template(String path) {
		return path.replaceAll("\\{(\\w+):[^}]+}", "{$1}");
	}

	/** The names of the path variables, in the order of the path. */
	List<String> pathVariables() {
		return VARIABLE.matcher(this.path).results().map((result) -> result.group(1)).toList();
	}

	private static Lifetime lifetime(Method method, HttpMethod httpMethod, String id, Lifetimes lifetimes) {
		var get = HttpMethod.GET.equals(httpMethod);
		if (!(get || method.isAnnotationPresent(Safe.class)) || find(method, SignedLinks.class) != null) {
			return Lifetime.NONE;
		}
		var fresh = find(method, Fresh.class);
		var usual = get ? Kind.RECORDS : Kind.QUERIES;
		return lifetimes.of(id, ((fresh != null) ? fresh.value() : usual).lifetime());
	}

	private static Set<String> about(Method method, String entity) {
		var about = method.getAnnotation(About.class);
		return (about != null) ? Set.of(about.value()) : Set.of(entity);
	}

	/** Annotations may be given together, under another one's name. */
	private static <A extends Annotation> @Nullable A find(Method method, Class<A> annotation) {
		return AnnotatedElementUtils.findMergedAnnotation(method, annotation);
	}

	private static @Nullable Duration patience(Method method) {
		var patience = find(method, Patience.class);
		return (patience != null) ? Duration.ofSeconds(patience.seconds()) : null;
	}

	/** Whether it changes anything in Defender. */
	boolean stateChange() {
		return this.requirement.stateChange();
	}

	/** Whether answers may be stored, if the operator does not forbid it. */
	boolean mayBeStored() {
		return !stateChange() && !this.answer.signedLinks();
	}

	/** What the quota counts it as. */
	Metered metered() {
		return new Metered(Objects.requireNonNullElse(this.limits.of(), this.id), this.limits, stateChange());
	}

	/** The same with another patience. */
	Operation within(Duration time) {
		return new Operation(this.id, this.method, this.path, this.requirement, this.limits, this.lifetime, this.about,
				this.odata, this.answer, time, this.detour, this.guardrail);
	}

	/** The same, answered elsewhere; consent is asked for with the token for that. */
	Operation by(Detour way) {
		return new Operation(this.id, this.method, this.path, this.requirement.consentedElsewhere(), this.limits,
				this.lifetime, this.about, this.odata, this.answer, this.patience, way, this.guardrail);
	}

	/** The same with an operator's rules; a shorter run needs less patience. */
	Operation within(Guardrail rules) {
		var run = this.limits.run();
		var saved = (run != null) ? run.longest().minus(rules.longest()) : Duration.ZERO;
		return new Operation(this.id, this.method, this.path, this.requirement, this.limits.runningFor(rules.longest()),
				this.lifetime, this.about, this.odata, this.answer,
				(this.patience != null) ? this.patience.minus(saved) : null, this.detour, rules);
	}

	/** Whether answers may be stored. */
	boolean storable() {
		return this.lifetime.stores();
	}

	/**
	 * What is special about an answer.
	 *
	 * @param signedLinks whether it holds links that need no sign-in
	 * @param credentials the properties that hold credentials, in small letters
	 */
	record Answer(boolean signedLinks, Set<String> credentials) {

		/** An answer with nothing special. */
		static final Answer PLAIN = new Answer(false, Set.of());

		Answer {
			credentials = Set.copyOf(credentials);
		}

		private static Answer of(Method method) {
			var redacted = method.getAnnotation(Redacted.class);
			return new Answer(find(method, SignedLinks.class) != null,
					(redacted == null) ? Set.of()
							: Arrays.stream(redacted.value())
								.map((name) -> name.toLowerCase(Locale.ROOT))
								.collect(Collectors.toUnmodifiableSet()));
		}

		/** Whether it passes without anybody looking into it. */
		boolean isPlain() {
			return equals(PLAIN);
		}

	}

}
