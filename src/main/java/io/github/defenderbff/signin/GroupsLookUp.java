package io.github.defenderbff.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.defenderbff.problem.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the groups of a session whose ID token does not list them: looked up in the
 * background, and again from time to time.
 */
final class GroupsLookUp {

	private static final Logger log = LoggerFactory.getLogger(GroupsLookUp.class);

	private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

	/** As old as an ID token may become. */
	private static final Duration AFTER_SUCCESS = Duration.ofHours(1);

	private final LiveSession session;

	private final GroupsSource source;

	private final Clock clock;

	private CompletableFuture<Void> underway = CompletableFuture.completedFuture(null);

	private Instant due;

	GroupsLookUp(LiveSession session, GroupsSource source, Clock clock) {
		this.session = session;
		this.source = source;
		this.clock = clock;
		this.due = (session.record().evidence().groups() instanceof Groups.Known(var _, var asOf))
				? asOf.plus(AFTER_SUCCESS) : Instant.EPOCH;
	}

	/** Looks the groups up if it is time to; nobody waits for it. */
	synchronized CompletableFuture<Void> start() {
		var now = this.clock.instant();
		if (this.underway.isDone() && !now.isBefore(this.due)) {
			this.due = now.plus(AFTER_FAILURE);
			this.underway = CompletableFuture.runAsync(this::lookUp, (task) -> Thread.ofVirtual().start(task));
		}
		return this.underway;
	}

	/**
	 * Waits, but not for long, where nothing is known yet and somebody is being asked.
	 */
	void await() {
		var lookUp = start();
		if (isKnown()) {
			return;
		}
		try {
			lookUp.get(GraphGroups.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException | ExecutionException _) {
			// what is not known by now stays unknown for this call
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private void lookUp() {
		switch (ask()) {
			case Groups.Known known -> {
				succeeded();
				this.session.learn(known);
			}
			case Groups.Unknown unknown -> {
				log.warn("The groups of {} are not known: {}", this.session.record().person().objectId(),
						unknown.why());
				if (!isKnown()) {
					this.session.learn(unknown);
				}
			}
		}
	}

	private Groups ask() {
		try {
			return this.source.groupsOf(this.session);
		}
		catch (Failure _) {
			return Groups.Unknown.overage("the identity provider gave no token for Graph");
		}
	}

	private synchronized void succeeded() {
		this.due = this.clock.instant().plus(AFTER_SUCCESS);
	}

	private boolean isKnown() {
		return this.session.record().evidence().groups() instanceof Groups.Known;
	}

}
