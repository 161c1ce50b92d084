package io.github.defenderbff.relay;

import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.defenderbff.policy.Privilege;
import io.github.defenderbff.signin.Scope;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells in short which operations there are and what each asks, the same to everybody.
 */
@RestController
@Tag(name = "Me", description = "Who I am and what I may do, with the reasons.")
class CatalogueController {

	private final Supplier<Catalogue> catalogue;

	CatalogueController(Operations operations) {
		this.catalogue = SingletonSupplier.of(() -> new Catalogue(operations.methods()
			.entrySet()
			.stream()
			.map((declared) -> Entry.of(declared.getKey(), declared.getValue()))
			.sorted(Comparator.comparing(Entry::operation))
			.toList()));
	}

	@GetMapping("/api/operations")
	@io.swagger.v3.oas.annotations.Operation(operationId = "operations.list", summary = "Which operations there are",
			description = "In short: their names for people, and what each requires. It is the same for everybody.")
	ResponseEntity<Catalogue> operations() {
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(this.catalogue.get());
	}

	/**
	 * The operations.
	 *
	 * @param operations one entry for each, ordered by id
	 */
	@Schema(name = "OperationCatalogue")
	record Catalogue(List<Entry> operations) {

	}

	/**
	 * One operation.
	 *
	 * @param operation its id
	 * @param summary what it does, for people
	 * @param tag what it is about
	 * @param stateChange whether it changes anything in Defender
	 * @param anyScope delegated permissions, any of which suffices; none for applications
	 * only
	 * @param anyPrivilege privileges, any of which suffices; none if none is needed
	 */
	@Schema(name = "OperationEntry")
	record Entry(@Schema(example = "machines.isolate") String operation, String summary, String tag,
			@JsonProperty("state_change") boolean stateChange, @JsonProperty("any_scope") List<String> anyScope,
			@JsonProperty("any_privilege") List<Privilege> anyPrivilege) {

		private static Entry of(Method method, Operation operation) {
			var documented = Objects.requireNonNull(method.getAnnotation(io.swagger.v3.oas.annotations.Operation.class),
					operation::id);
			var tag = Objects.requireNonNull(method.getDeclaringClass().getAnnotation(Tag.class), operation::id);
			var requirement = operation.requirement();
			return new Entry(operation.id(), documented.summary(), tag.name(), operation.stateChange(),
					requirement.anyScope().stream().map(Scope::value).toList(), requirement.anyPrivilege());
		}

	}

}
