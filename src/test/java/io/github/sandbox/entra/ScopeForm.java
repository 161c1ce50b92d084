package io.github.sandbox.entra;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the token response writes its {@code scope} parameter. */
public enum ScopeForm {

	/** With the resource, as Entra does. */
	FULL {
		@Override
		Optional<String> write(Collection<Scope> scopes) {
			return Optional.of(scopes.stream().map(Scope::value).collect(Collectors.joining(" ")));
		}
	},

	/** Names only. */
	SHORT {
		@Override
		Optional<String> write(Collection<Scope> scopes) {
			return Optional.of(scopes.stream().map(Scope::name).collect(Collectors.joining(" ")));
		}
	},

	/** With the resource, everything in capitals. */
	UPPERCASE {
		@Override
		Optional<String> write(Collection<Scope> scopes) {
			return FULL.write(scopes).map((value) -> value.toUpperCase(Locale.ROOT));
		}
	},

	/** No such parameter. */
	ABSENT {
		@Override
		Optional<String> write(Collection<Scope> scopes) {
			return Optional.empty();
		}
	};

	abstract Optional<String> write(Collection<Scope> scopes);

}
