package io.github.defenderbff.responsecache;

import java.util.Set;

import io.github.defenderbff.signin.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What a stored answer has to do with: what makes it out of date is found by these.
 *
 * @param about the entities it shows
 * @param machine the machine it is limited to, in small letters; null where it may show
 * any
 * @param askedBy who had Defender asked, although others may share the answer
 */
public record Tags(Set<String> about, @Nullable String machine, Subject askedBy) {

	public Tags {
		about = Set.copyOf(about);
	}

}
