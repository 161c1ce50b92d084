package io.github.defenderbff.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.defenderbff.store.Form;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a browser while somebody signs in.
 *
 * @param signIns the sign-ins under way, the oldest first
 * @param demanded claims without which the last one brought no tokens; null for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BrowserDocument(List<SignInDocument> signIns, @Nullable String demanded) {

	static final Form<BrowserDocument, BrowserDocument> FORM = new Form<>(BrowserDocument.class, (document) -> document,
			(document) -> document);

	static final BrowserDocument NONE = new BrowserDocument(List.of(), null);

	private static final int MOST = 5;

	/** With one more; of too many the oldest are left out. */
	BrowserDocument with(SignInDocument added) {
		var all = Stream.concat(this.signIns.stream(), Stream.of(added)).toList();
		return new BrowserDocument(all.subList(Math.max(0, all.size() - MOST), all.size()), this.demanded);
	}

	BrowserDocument without(SignInDocument taken) {
		return new BrowserDocument(this.signIns.stream().filter((each) -> !each.equals(taken)).toList(), this.demanded);
	}

	BrowserDocument demanding(@Nullable String claims) {
		return new BrowserDocument(this.signIns, claims);
	}

	/** The sign-in that comes back with that state. */
	Optional<SignInDocument> find(@Nullable String state, boolean adminConsent, Instant now) {
		return this.signIns.stream()
			.filter((each) -> each.adminConsent() == adminConsent && each.state().equals(state))
			.filter((each) -> now.isBefore(each.ends()))
			.findFirst();
	}

}
