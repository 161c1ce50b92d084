package io.github.sandbox.defender;

import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.nimbusds.jwt.JWTClaimsSet;
import io.github.sandbox.organisation.DeviceGroup;
import io.github.sandbox.organisation.Organisation;
import io.github.sandbox.organisation.Person;
import io.github.sandbox.organisation.Privilege;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bearer token: signature, expiry, audience and tenant, then the person it
 * names.
 */
final class Bearer {

	static final String AUDIENCE = "https://api.securitycenter.microsoft.com";

	private static final String PREFIX = "Bearer ";

	private final Organisation organisation;

	private final Signatures signatures;

	private final Clock clock;

	Bearer(Organisation organisation, Supplier<URI> jwksUri, Clock clock) {
		this.organisation = organisation;
		this.signatures = new Signatures(jwksUri);
		this.clock = clock;
	}

	Identity identify(@Nullable String authorization) {
		try {
			if (authorization == null || !authorization.startsWith(PREFIX)) {
				throw Refusal.unauthorized("No bearer token was sent.");
			}
			JWTClaimsSet claims = this.signatures.verified(authorization.substring(PREFIX.length()));
			requireCurrent(claims);
			return caller(claims);
		}
		catch (Refusal refusal) {
			return new Identity.Unknown(refusal);
		}
		catch (ParseException _) {
			return new Identity.Unknown(Refusal.unauthorized("The token cannot be read."));
		}
	}

	private void requireCurrent(JWTClaimsSet claims) throws ParseException {
		if (claims.getExpirationTime() == null
				|| !claims.getExpirationTime().toInstant().isAfter(this.clock.instant())) {
			throw Refusal.unauthorized("The token has expired.");
		}
		if (!claims.getAudience().contains(AUDIENCE)) {
			throw Refusal.unauthorized("The token is for another audience.");
		}
		if (!Organisation.TENANT_ID.equals(claims.getStringClaim("tid"))) {
			throw Refusal.unauthorized("The token is from another tenant.");
		}
	}

	private Caller caller(JWTClaimsSet claims) throws ParseException {
		@Nullable String scopes = claims.getStringClaim("scp");
		@Nullable String standard = claims.getStringClaim("scope");
		if (scopes == null && standard == null) {
			return application(claims);
		}
		return person(claims, (scopes != null) ? Set.copyOf(words(scopes)) : shortNames(words(standard)));
	}

	/**
	 * Providers other than Entra write the scopes into {@code scope} (RFC 9068), and all
	 * of them in full.
	 */
	private static Set<String> shortNames(List<String> names) {
		return names.stream()
			.filter((name) -> name.startsWith(AUDIENCE + "/"))
			.map((name) -> name.substring(AUDIENCE.length() + 1))
			.collect(Collectors.toUnmodifiableSet());
	}

	private static List<String> words(@Nullable String text) {
		return List.of(String.valueOf(text).strip().split("\\s+"));
	}

	private Caller person(JWTClaimsSet claims, Set<String> scopes) throws ParseException {
		Person person = this.organisation.person(String.valueOf(claims.getStringClaim("oid")))
			.orElseThrow(() -> Refusal.forbidden("The user does not exist in the tenant."));
		return new Caller(person.objectId(), person.userPrincipalName(),
				new Caller.Grant(false, scopes, texts(claims, "acrs")), this.organisation.grantsOf(person),
				this.organisation.deviceGroupsOf(person));
	}

	private Caller application(JWTClaimsSet claims) throws ParseException {
		@Nullable String version1 = claims.getStringClaim("appid");
		String id = (version1 != null) ? version1 : String.valueOf(claims.getStringClaim("azp"));
		return new Caller(id, id, new Caller.Grant(true, texts(claims, "roles"), texts(claims, "acrs")),
				EnumSet.allOf(Privilege.class),
				this.organisation.deviceGroups().stream().map(DeviceGroup::displayName).collect(Collectors.toSet()));
	}

	private static Set<String> texts(JWTClaimsSet claims, String name) throws ParseException {
		@Nullable List<String> texts = claims.getStringListClaim(name);
		return (texts != null) ? Set.copyOf(texts) : Set.of();
	}

}
