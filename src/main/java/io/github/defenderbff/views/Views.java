package io.github.defenderbff.views;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.defenderbff.relay.Calls;
import io.github.defenderbff.signin.Caller;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers requests for views. */
@Component
final class Views {

	private final Calls calls;

	private final Gathering gathering;

	private final Pages pages;

	private final Duration deadline;

	private final Clock clock;

	Views(Calls calls, Gathering gathering, Pages pages, ViewProperties properties, Clock clock) {
		this.calls = calls;
		this.gathering = gathering;
		this.pages = pages;
		this.deadline = properties.deadline();
		this.clock = clock;
	}

	/**
	 * Answers the request of this thread.
	 * @param variables what the path names, checked
	 * @param names the parts that are wished for; null for all
	 */
	ResponseEntity<Page> show(View view, Map<String, String> variables, @Nullable List<String> names) {
		var until = this.clock.instant().plus(this.deadline);
		var visit = new Visit(Caller.current(), variables, this.calls.anewWished(), until, null);
		var page = this.pages.of(this.gathering.of(view.only(names), visit));
		return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "private, no-cache").eTag(page.etag()).body(page);
	}

}
