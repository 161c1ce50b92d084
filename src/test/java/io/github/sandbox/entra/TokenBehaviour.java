package io.github.sandbox.entra;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/** How the token endpoint behaves at the moment, and what it was asked. */
final class TokenBehaviour {

	/** How the token endpoint fails. */
	sealed interface Failure {

		/** An answer with this status. */
		record Status(int status) implements Failure {
		}

		/** A connection that breaks in the middle of the answer. */
		record Outage() implements Failure {
		}

	}

	private final Queue<TokenRequest> requests = new ConcurrentLinkedQueue<>();

	private final Set<String> demanded = ConcurrentHashMap.newKeySet();

	private final Set<String> withheld = ConcurrentHashMap.newKeySet();

	private final Set<String> refusedResources = ConcurrentHashMap.newKeySet();

	private volatile Set<String> omittedClaims = Set.of();

	private volatile UnaryOperator<String> idTokens = UnaryOperator.identity();

	private volatile boolean rotating;

	private volatile ScopeForm scopeForm = ScopeForm.FULL;

	private volatile @Nullable Duration lifetime;

	private volatile @Nullable Failure failure;

	private volatile Duration delay = Duration.ZERO;

	private volatile Set<String> appRoles = DefenderRoles.ALL;

	void reset() {
		this.requests.clear();
		this.demanded.clear();
		this.withheld.clear();
		this.refusedResources.clear();
		this.rotating = false;
		this.omittedClaims = Set.of();
		this.idTokens = UnaryOperator.identity();
		this.scopeForm = ScopeForm.FULL;
		this.lifetime = null;
		this.failure = null;
		this.delay = Duration.ZERO;
		this.appRoles = DefenderRoles.ALL;
	}

	void received(TokenRequest request) {
		this.requests.add(request);
	}

	List<TokenRequest> requests() {
		return List.copyOf(this.requests);
	}

	void demandClaims(String objectId) {
		this.demanded.add(objectId);
	}

	void claimsPresented(String objectId) {
		this.demanded.remove(objectId);
	}

	boolean demandsClaims(String objectId) {
		return this.demanded.contains(objectId);
	}

	void withhold(String scopeShortName) {
		this.withheld.add(scopeShortName.toLowerCase(Locale.ROOT));
	}

	boolean withholds(Scope scope) {
		return this.withheld.contains(scope.name().toLowerCase(Locale.ROOT));
	}

	void refuseResource(String resource) {
		this.refusedResources.add(Scope.of(resource + "/.default").resource());
	}

	boolean refusesResource(String resource) {
		return this.refusedResources.contains(resource);
	}

	void rotateRefreshTokens(boolean on) {
		this.rotating = on;
	}

	boolean rotatesRefreshTokens() {
		return this.rotating;
	}

	void omitClaims(Set<String> names) {
		this.omittedClaims = Set.copyOf(names);
	}

	Set<String> omittedClaims() {
		return this.omittedClaims;
	}

	void idTokens(UnaryOperator<String> change) {
		this.idTokens = change;
	}

	UnaryOperator<String> idTokens() {
		return this.idTokens;
	}

	void scopeForm(ScopeForm scopeForm) {
		this.scopeForm = scopeForm;
	}

	ScopeForm scopeForm() {
		return this.scopeForm;
	}

	void accessTokenLifetime(Duration lifetime) {
		this.lifetime = lifetime;
	}

	/**
	 * The lifetime of the next access token: 60 to 90 minutes at random unless it was
	 * set.
	 */
	Duration accessTokenLifetime() {
		Duration fixed = this.lifetime;
		return (fixed != null) ? fixed : Duration.ofSeconds(ThreadLocalRandom.current().nextLong(3600, 5401));
	}

	void fail(@Nullable Failure failure) {
		this.failure = failure;
	}

	@Nullable Failure failure() {
		return this.failure;
	}

	void delay(Duration delay) {
		this.delay = delay;
	}

	Duration delay() {
		return this.delay;
	}

	void appRoles(Set<String> appRoles) {
		this.appRoles = Set.copyOf(appRoles);
	}

	Set<String> appRoles() {
		return this.appRoles;
	}

}
