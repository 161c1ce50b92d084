package io.github.sandbox.entra;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.sandbox.organisation.Organisation;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;

/** Who has consented to what: administrators for everybody, people for themselves. */
final class Consents implements OAuth2AuthorizationConsentService {

	private static final Comparator<Scope> BY_NAME = Comparator.comparing(Scope::value);

	private final Organisation organisation;

	private final Set<Scope> registered;

	private final Set<Scope> adminOnly;

	private final Set<Scope> ofOrganisation = ConcurrentHashMap.newKeySet();

	private final Set<Scope> required = ConcurrentHashMap.newKeySet();

	private final Map<String, Set<Scope>> ofPeople = new ConcurrentHashMap<>();

	Consents(Organisation organisation, EntraApp app) {
		this.organisation = organisation;
		this.registered = Scope.defender(app.adminConsentedScopes());
		this.adminOnly = Scope.defender(app.adminOnlyScopes());
	}

	void clear() {
		this.ofOrganisation.clear();
		this.required.clear();
		this.ofPeople.clear();
	}

	/** Lets nobody have this scope of another resource without consent any more. */
	void require(Scope scope) {
		this.required.add(scope);
	}

	boolean isAdminOnly(Scope scope) {
		return this.adminOnly.contains(scope);
	}

	/**
	 * The scopes among the requested ones that nobody has consented to for this person.
	 */
	Set<Scope> missing(String objectId, Collection<Scope> requested) {
		return requested.stream()
			.filter((scope) -> !covers(objectId, scope))
			.collect(Collectors.toCollection(() -> new TreeSet<>(BY_NAME)));
	}

	/** Everything in force for this person on a resource, earlier consents included. */
	Set<Scope> inForce(String objectId, String resource, Collection<Scope> requested) {
		Stream<Scope> earlier = Stream.of(this.registered, this.ofOrganisation, ofPerson(objectId))
			.flatMap(Set::stream);
		return Stream.concat(earlier, requested.stream().filter((scope) -> covers(objectId, scope)))
			.filter((scope) -> scope.isOf(resource) && !scope.isDefault())
			.collect(Collectors.toCollection(() -> new TreeSet<>(BY_NAME)));
	}

	void consentForOrganisation(Collection<Scope> scopes) {
		scopes.stream().filter((scope) -> !scope.isOpenIdConnect()).forEach(this.ofOrganisation::add);
	}

	@Override
	public void save(OAuth2AuthorizationConsent consent) {
		String objectId = consent.getPrincipalName();
		Set<Scope> scopes = missing(objectId, Scope.all(consent.getScopes()));
		Map<Boolean, Set<Scope>> byAdminOnly = scopes.stream()
			.collect(Collectors.partitioningBy(this::isAdminOnly, Collectors.toSet()));
		ofPerson(objectId).addAll(byAdminOnly.getOrDefault(false, Set.of()));
		if (isAdministrator(objectId)) {
			this.ofOrganisation.addAll(byAdminOnly.getOrDefault(true, Set.of()));
		}
	}

	@Override
	public void remove(OAuth2AuthorizationConsent consent) {
		this.ofPeople.remove(consent.getPrincipalName());
	}

	@Override
	public @Nullable OAuth2AuthorizationConsent findById(String registeredClientId, String principalName) {
		return null; // the consent page always sends everything that was requested
	}

	private boolean covers(String objectId, Scope scope) {
		return (!scope.isOf(Scope.DEFENDER) && !this.required.contains(scope)) || scope.isDefault()
				|| this.registered.contains(scope) || this.ofOrganisation.contains(scope)
				|| ofPerson(objectId).contains(scope);
	}

	private boolean isAdministrator(String objectId) {
		return this.organisation.person(objectId)
			.filter((person) -> person.directoryRoles().contains(Organisation.SECURITY_ADMINISTRATOR))
			.isPresent();
	}

	private Set<Scope> ofPerson(String objectId) {
		return this.ofPeople.computeIfAbsent(objectId, (id) -> ConcurrentHashMap.newKeySet());
	}

}
