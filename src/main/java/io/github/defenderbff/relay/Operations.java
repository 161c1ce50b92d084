package io.github.defenderbff.relay;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.defenderbff.policy.Requirement;
import io.github.defenderbff.policy.Requirements;
import io.github.defenderbff.problem.SettingProblem;
import io.github.defenderbff.quota.Metered;
import io.github.defenderbff.quota.MeteredOperations;
import io.github.defenderbff.responsecache.Lifetimes;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.service.registry.HttpServiceProxyRegistry;

/** All operations, read from the interfaces that declare them. */
@Component
final class Operations implements Requirements, MeteredOperations, SmartInitializingSingleton {

	private final Lifetimes lifetimes;

	private final ObjectProvider<Detour> detours;

	private final ObjectProvider<Guardrail> guardrails;

	private final Map<Method, Operation> byMethod = new ConcurrentHashMap<>();

	private final Supplier<List<Operation>> declared;

	private final Supplier<Map<String, Operation>> named;

	private final Supplier<List<Requirement>> requirements;

	private final Supplier<Map<String, Requirement>> byId;

	Operations(ObjectProvider<HttpServiceProxyRegistry> registry, Lifetimes lifetimes, ObjectProvider<Detour> detours,
			ObjectProvider<Guardrail> guardrails) {
		this.lifetimes = lifetimes;
		this.detours = detours;
		this.guardrails = guardrails;
		this.declared = SingletonSupplier.of(() -> read(registry.getObject()));
		this.named = SingletonSupplier
			.of(() -> declared().stream().collect(Collectors.toUnmodifiableMap(Operation::id, Function.identity())));
		this.requirements = SingletonSupplier.of(() -> declared().stream().map(Operation::requirement).toList());
		this.byId = SingletonSupplier.of(() -> all().stream()
			.collect(Collectors.toUnmodifiableMap(Requirement::operation, Function.identity())));
	}

	private List<Operation> read(HttpServiceProxyRegistry registry) {
		return registry.getGroupNames()
			.stream()
			.flatMap((group) -> registry.getClientTypesInGroup(group).stream())
			.filter((type) -> type.isAnnotationPresent(DefenderApi.class))
			.flatMap((type) -> Arrays.stream(type.getDeclaredMethods()))
			.map(this::of)
			.sorted(Comparator.comparing(Operation::id))
			.toList();
	}

	/** Finds settings that are misspelt, or would have no effect. */
	@Override
	public void afterSingletonsInstantiated() {
		if (this.lifetimes.operations().isEmpty()) {
			return;
		}
		var stored = declared().stream().filter(Operation::mayBeStored).map(Operation::id).toList();
		this.lifetimes.operations().stream().filter((name) -> !stored.contains(name)).findFirst().ifPresent((name) -> {
			throw new SettingProblem(
					"responsecache.lifetimes names '" + name + "', which is no operation whose answers are stored.",
					"Use operation ids of reads as in /v3/api-docs, such as machines.list, in square brackets: "
							+ "responsecache.lifetimes.[machines.list].fresh=10s.");
		});
	}

	/** The operation that the method declares. */
	Operation of(Method method) {
		return this.byMethod.computeIfAbsent(method, (declared) -> asSet(Operation.of(declared, this.lifetimes)));
	}

	/** As the operator wants it. */
	private Operation asSet(Operation declared) {
		var here = this.guardrails.stream()
			.filter((rules) -> rules.operation().equals(declared.id()))
			.reduce(declared, Operation::within, (_, last) -> last);
		return this.detours.stream()
			.filter((way) -> way.operation().equals(declared.id()))
			.reduce(here, Operation::by, (_, last) -> last);
	}

	/**
	 * The operation of that id.
	 * @throws IllegalArgumentException if there is none
	 */
	Operation named(String id) {
		var operation = this.named.get().get(id);
		if (operation == null) {
			throw new IllegalArgumentException("There is no operation " + id);
		}
		return operation;
	}

	/** All operations, ordered by id. */
	List<Operation> declared() {
		return this.declared.get();
	}

	/** All operations, by the methods that declare them. */
	Map<Method, Operation> methods() {
		declared();
		return Map.copyOf(this.byMethod);
	}

	@Override
	public List<Metered> metered() {
		return declared().stream().map(Operation::metered).toList();
	}

	@Override
	public List<Requirement> all() {
		return this.requirements.get();
	}

	@Override
	public Optional<Requirement> of(String operation) {
		return Optional.ofNullable(this.byId.get().get(operation));
	}

}
