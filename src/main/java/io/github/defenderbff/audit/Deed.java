package io.github.defenderbff.audit;

import java.util.List;

import io.github.defenderbff.signin.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody wants done.
 *
 * @param subject who wants it
 * @param operation what, as an operation's id
 * @param path the path of the call on this service, without its query; null where the
 * operation says it all
 * @param targets what the body names: devices by their ids, or a file by its name
 */
public record Deed(Subject subject, String operation, @Nullable String path, List<String> targets) {

	public Deed {
		targets = List.copyOf(targets);
	}

}
