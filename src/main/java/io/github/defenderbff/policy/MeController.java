package io.github.defenderbff.policy;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.defenderbff.signin.Caller;
import io.github.defenderbff.signin.DirectoryRoles;
import io.github.defenderbff.signin.Evidence;
import io.github.defenderbff.signin.Grant;
import io.github.defenderbff.signin.Groups;
import io.github.defenderbff.signin.Person;
import io.github.defenderbff.signin.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells callers who they are here. */
@RestController
@Tag(name = "Me", description = "Who I am and what I may do, with the reasons.")
class MeController {

	private final CurrentRoleBook roleBook;

	MeController(CurrentRoleBook roleBook) {
		this.roleBook = roleBook;
	}

	@GetMapping("/api/me")
	@Operation(operationId = "me.get", summary = "Who I am, and what is known of my rights")
	ResponseEntity<Me> me() {
		var me = switch (Caller.current()) {
			case Caller.Delegated(var person, var evidence, var _) -> Me.of(person, evidence, this.roleBook.get());
			case Caller.Application application -> Me.of(application);
		};
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(me);
	}

	/**
	 * The caller: a person, or an application without one.
	 *
	 * @param person who it is; null for an application
	 * @param application which one it is; null for a person
	 * @param roles the Defender roles the role book gives a person, or an application's
	 * application roles
	 * @param groups the person's Entra groups, by object id
	 * @param directoryRoles the person's Entra directory roles, by template id
	 * @param deviceGroups the device groups a person is exposed to
	 * @param grant the delegated permissions in force
	 * @param authenticatedAt when the person last proved who they are, where the identity
	 * provider says so
	 */
	@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Me(@Nullable Person person, @Nullable ApplicationId application, List<String> roles, @Nullable Part groups,
			@Nullable Part directoryRoles, @Nullable Part deviceGroups, @Nullable Part grant,
			@Nullable Instant authenticatedAt) {

		static Me of(Person person, Evidence evidence, RoleBook book) {
			return new Me(person, null, book.rolesOf(evidence), Part.of(evidence.groups()),
					Part.of(evidence.directoryRoles()), Part.exposure(book, evidence), Part.of(evidence.grant()),
					evidence.authenticatedAt());
		}

		static Me of(Caller.Application application) {
			return new Me(null, new ApplicationId(application.tenantId(), application.clientId()),
					application.roles().stream().sorted().toList(), null, null, null, null, null);
		}

	}

	/**
	 * An application that calls for itself.
	 *
	 * @param tenantId its tenant
	 * @param clientId its client id
	 */
	@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
	record ApplicationId(String tenantId, String clientId) {

	}

	/**
	 * A part of what is known of a person.
	 *
	 * @param state known or unknown; unknown never means none
	 * @param values the values, where known
	 * @param asOf when the identity provider said so, where known
	 * @param why why it is not known
	 */
	@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Part(String state, @Nullable List<String> values, @Nullable Instant asOf, @Nullable String why) {

		static Part of(Groups groups) {
			return switch (groups) {
				case Groups.Known(var ids, var asOf) -> known(ids, asOf);
				case Groups.Unknown(var why) -> unknown(why);
			};
		}

		static Part of(DirectoryRoles roles) {
			return switch (roles) {
				case DirectoryRoles.Known(var ids, var asOf) -> known(ids, asOf);
				case DirectoryRoles.Unknown(var why) -> unknown(why);
			};
		}

		static Part of(Grant grant) {
			return switch (grant) {
				case Grant.Known(var scopes, var asOf) -> known(scopes.stream().map(Scope::value).toList(), asOf);
				case Grant.Unknown _ -> unknown("the identity provider did not state the consented scopes");
			};
		}

		/** One device group of which it is not known makes all of them unknown. */
		static Part exposure(RoleBook book, Evidence evidence) {
			var answers = book.exposure(evidence);
			var unknown = answers.values().stream().filter(Answer::isUnknown).findFirst();
			if (unknown.isPresent() && unknown.get() instanceof Answer.Unknown(var why)) {
				return unknown(why);
			}
			return new Part("known",
					answers.entrySet()
						.stream()
						.filter((group) -> group.getValue().isYes())
						.map(Map.Entry::getKey)
						.toList(),
					null, null);
		}

		private static Part known(Collection<String> values, Instant asOf) {
			return new Part("known", values.stream().sorted().toList(), asOf, null);
		}

		private static Part unknown(String why) {
			return new Part("unknown", null, null, why);
		}

	}

}
