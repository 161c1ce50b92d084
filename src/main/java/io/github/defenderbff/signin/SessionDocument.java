package io.github.defenderbff.signin;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.defenderbff.store.Form;
import org.jspecify.annotations.Nullable;

/**
 * A session as it is written down. Its JSON outlives releases: a replica of the next
 * version reads what this one wrote, so a name here is never used for something else.
 *
 * @param version of the document; one that is not known is not read
 * @param person who signed in
 * @param grant the scopes in force
 * @param groups the person's groups
 * @param roles the person's directory roles
 * @param authenticatedAt when the person last proved who they are
 * @param tokens the tokens
 * @param signedInAt when the session began
 * @param providerSession the session at the identity provider ({@code sid})
 * @param loginHint what spares the account picker
 * @param browser what the browser called itself at sign-in
 * @param stepUp what the tokens must bring
 * @param groupsElsewhere whether the groups are to be asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SessionDocument(int version, Person person, Told grant, Told groups, Told roles,
		@Nullable Instant authenticatedAt, TokensDocument tokens, Instant signedInAt, @Nullable String providerSession,
		@Nullable String loginHint, @Nullable String browser, Step stepUp, boolean groupsElsewhere) {

	static final Form<SessionRecord, SessionDocument> FORM = new Form<>(SessionDocument.class, SessionDocument::of,
			SessionDocument::read);

	private static final int VERSION = 1;

	private static SessionDocument of(SessionRecord record) {
		var evidence = record.evidence();
		return new SessionDocument(VERSION, record.person(), Told.of(evidence.grant()), Told.of(evidence.groups()),
				Told.of(evidence.directoryRoles()), evidence.authenticatedAt(), TokensDocument.of(record.tokens()),
				record.signedInAt(), record.origin().providerSession(), record.loginHint(), record.origin().browser(),
				Step.of(record.stepUp()), record.groupsElsewhere());
	}

	private SessionRecord read() {
		if (this.version != VERSION) {
			throw new IllegalArgumentException("version " + this.version);
		}
		var evidence = new Evidence(this.grant.asGrant(), this.groups.asGroups(), this.roles.asRoles(),
				this.authenticatedAt);
		return new SessionRecord(this.person, evidence, this.tokens.read(), this.signedInAt, this.loginHint,
				this.stepUp.read(), this.groupsElsewhere, new SessionOrigin(this.providerSession, this.browser));
	}

	/**
	 * What the identity provider said, or why it is not known.
	 *
	 * @param values what it said; null where that is not known
	 * @param asOf when it said so; null where it did not
	 * @param why why it is not known; null where it is, or nobody said
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Told(@Nullable Set<String> values, @Nullable Instant asOf, @Nullable String why) {

		private static Told of(Grant grant) {
			return (grant instanceof Grant.Known(var scopes, var asOf))
					? new Told(scopes.stream().map(Scope::value).collect(Collectors.toSet()), asOf, null)
					: new Told(null, null, null);
		}

		private static Told of(Groups groups) {
			return switch (groups) {
				case Groups.Known(var ids, var asOf) -> new Told(ids, asOf, null);
				case Groups.Unknown(var why) -> new Told(null, null, why);
			};
		}

		private static Told of(DirectoryRoles roles) {
			return switch (roles) {
				case DirectoryRoles.Known(var ids, var asOf) -> new Told(ids, asOf, null);
				case DirectoryRoles.Unknown(var why) -> new Told(null, null, why);
			};
		}

		/** A scope of another version is none that this one could need. */
		private Grant asGrant() {
			if (this.values == null || this.asOf == null) {
				return new Grant.Unknown();
			}
			var scopes = EnumSet.noneOf(Scope.class);
			this.values.forEach((value) -> Scope.named(value).ifPresent(scopes::add));
			return new Grant.Known(scopes, this.asOf);
		}

		private Groups asGroups() {
			return (this.values != null && this.asOf != null) ? new Groups.Known(this.values, this.asOf)
					: new Groups.Unknown(reason());
		}

		private DirectoryRoles asRoles() {
			return (this.values != null && this.asOf != null) ? new DirectoryRoles.Known(this.values, this.asOf)
					: new DirectoryRoles.Unknown(reason());
		}

		private String reason() {
			return (this.why != null) ? this.why : "nobody said";
		}

	}

	/**
	 * How far the session has come with claims that were demanded.
	 *
	 * @param state none, asked, signed-in, pending or in-vain
	 * @param claims the claims
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Step(String state, @Nullable String claims) {

		private static Step of(StepUp stepUp) {
			var claims = stepUp.claims();
			return new Step(switch (stepUp) {
				case StepUp.None _ -> "none";
				case StepUp.Asked(var _, var bySignIn) -> bySignIn ? "signed-in" : "asked";
				case StepUp.Pending _ -> "pending";
				case StepUp.InVain _ -> "in-vain";
			}, (claims != null) ? claims.json() : null);
		}

		private StepUp read() {
			return switch (this.state) {
				case "none" -> new StepUp.None();
				case "asked" -> new StepUp.Asked(demanded(), false);
				case "signed-in" -> new StepUp.Asked(demanded(), true);
				case "in-vain" -> new StepUp.InVain(demanded());
				case "pending" -> new StepUp.Pending((this.claims != null) ? new Claims(this.claims) : null);
				default -> throw new IllegalArgumentException("state " + this.state);
			};
		}

		private Claims demanded() {
			if (this.claims == null) {
				throw new IllegalArgumentException("no claims");
			}
			return new Claims(this.claims);
		}

	}

}
