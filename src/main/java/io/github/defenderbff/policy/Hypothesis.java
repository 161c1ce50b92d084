package io.github.defenderbff.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.github.defenderbff.problem.InvalidBody;
import io.github.defenderbff.signin.DirectoryRoles;
import io.github.defenderbff.signin.Evidence;
import io.github.defenderbff.signin.Grant;
import io.github.defenderbff.signin.Groups;
import io.github.defenderbff.signin.Scope;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A person who need not exist, as an administrator describes them.
 *
 * @param scopes what they consented to, by short names; null means all scopes
 * @param roles roles of the role book that they hold, however they got them; null means
 * none but those their groups give
 * @param groups object ids of their Entra groups; null means none
 * @param directoryRoles template ids of their Entra directory roles; null means none
 * @param deviceGroups the device groups whose rules a device matches; it belongs to the
 * highest-ranked of them. Null means that no device in particular is meant
 * @param operations the operations asked about; null means all
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@Schema(example = "{\"scopes\": [\"Machine.Read\", \"Machine.Isolate\"], \"roles\": [\"Responder\"], "
		+ "\"device_groups\": [\"Servers\"]}")
record Hypothesis(@Nullable @Size(max = MOST, message = TOO_MANY) List<@NotNull String> scopes,
		@Nullable @Size(max = MOST, message = TOO_MANY) List<@NotNull String> roles,
		@Nullable @Size(max = MOST,
				message = TOO_MANY) List<@NotNull @Pattern(regexp = GUID, message = NO_GUID) String> groups,
		@Nullable @Size(max = MOST,
				message = TOO_MANY) List<@NotNull @Pattern(regexp = GUID, message = NO_GUID) String> directoryRoles,
		@Nullable @Size(max = MOST, message = TOO_MANY) List<@NotNull String> deviceGroups,
		@Nullable @Size(max = MOST, message = TOO_MANY) List<@NotNull String> operations) {

	private static final int MOST = 500;

	private static final String GUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

	private static final String NO_GUID = "must be an id such as 194ae4cb-b126-40b2-bd5b-6091b380977d";

	private static final String TOO_MANY = "must not have more than 500 items";

	/**
	 * Marks the roles that are held for the sake of the question; no group id is like it.
	 */
	private static final String HELD = "held for the question";

	/** The role book in which the hypothetical roles are held. */
	RoleBook in(RoleBook book) {
		var held = Set.copyOf(orEmpty(this.roles));
		var roles = book.roles().stream().map((role) -> held.contains(role.name()) ? role.alsoHeldBy(HELD) : role);
		return new RoleBook(roles.toList(), List.copyOf(book.deviceGroups()));
	}

	Evidence evidence(Instant now) {
		var ids = new HashSet<>(lower(this.groups));
		ids.add(HELD);
		var consented = (this.scopes == null) ? Set.of(Scope.values())
				: Set.copyOf(this.scopes.stream().map(Scope::named).flatMap(Optional::stream).toList());
		return new Evidence(new Grant.Known(consented, now), new Groups.Known(ids, now),
				new DirectoryRoles.Known(lower(this.directoryRoles), now), now);
	}

	/** The device meant; empty for none in particular. */
	Optional<DeviceGroup> deviceGroup(RoleBook book) {
		return book.highestRanked(orEmpty(this.deviceGroups));
	}

	boolean asksAbout(Requirement requirement) {
		return this.operations == null || this.operations.contains(requirement.operation());
	}

	/**
	 * Refuses names that nothing has: the answer would be about somebody else.
	 * @throws InvalidBody if there are any
	 */
	void check(RoleBook book, Requirements requirements) {
		var wrong = new ArrayList<InvalidBody.Wrong>();
		var roles = book.roles().stream().map(Role::name).toList();
		var deviceGroups = book.deviceGroups().stream().map(DeviceGroup::name).toList();
		unknown("scopes", this.scopes, (name) -> Scope.named(name).isPresent(), wrong);
		unknown("roles", this.roles, roles::contains, wrong);
		unknown("device_groups", this.deviceGroups, deviceGroups::contains, wrong);
		unknown("operations", this.operations, (name) -> requirements.of(name).isPresent(), wrong);
		InvalidBody.throwUnlessEmpty(wrong);
	}

	private static void unknown(String property, @Nullable List<String> names, Predicate<String> known,
			List<InvalidBody.Wrong> wrong) {
		var given = orEmpty(names);
		for (var index = 0; index < given.size(); index++) {
			if (!known.test(given.get(index))) {
				wrong.add(new InvalidBody.Wrong("#/" + property + "/" + index, "is not known here"));
			}
		}
	}

	private static Set<String> lower(@Nullable List<String> ids) {
		return orEmpty(ids).stream().map((id) -> id.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
	}

	private static List<String> orEmpty(@Nullable List<String> names) {
		return Objects.requireNonNullElse(names, List.of());
	}

}
