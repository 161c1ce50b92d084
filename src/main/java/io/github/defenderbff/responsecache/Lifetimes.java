package io.github.defenderbff.responsecache;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** The lifetimes that an operator set in place of the declared ones. */
@Component
public final class Lifetimes {

	private final Map<String, Other> overrides;

	Lifetimes(ResponseCacheProperties properties) {
		this.overrides = properties.lifetimes();
	}

	/** The operations that have another lifetime than they declare. */
	public Set<String> operations() {
		return this.overrides.keySet();
	}

	/** The lifetime in force for an operation that declares another one. */
	public Lifetime of(String operation, Lifetime declared) {
		var override = this.overrides.get(operation);
		return (override != null) ? override.over(declared) : declared;
	}

	/**
	 * What an operator sets; null leaves what is declared.
	 *
	 * @param fresh how long an answer is fresh; zero means that it is never stored
	 * @param whileRevalidate how long it is served while a newer one is fetched
	 * @param ifError how long it is served if no newer one can be had
	 */
	record Other(@Nullable Duration fresh, @Nullable Duration whileRevalidate, @Nullable Duration ifError) {

		Lifetime over(Lifetime declared) {
			return new Lifetime(Objects.requireNonNullElse(this.fresh, declared.fresh()),
					Objects.requireNonNullElse(this.whileRevalidate, declared.whileRevalidate()),
					Objects.requireNonNullElse(this.ifError, declared.ifError()));
		}

	}

}
