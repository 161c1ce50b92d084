package io.github.defenderbff.audit;

import java.util.List;
import java.util.Locale;

import org.slf4j.event.Level;

/**
 * What an entry is about, with its place in the categories of the Elastic Common Schema
 * 8.11.
 */
enum Action {

	/** A change was let through and is about to be sent. */
	INTENT(Level.INFO, "api", "start change"),

	/** How it ended. */
	OUTCOME(Level.INFO, "api", "end change"),

	/** A change of many devices was ordered; each of them has entries of its own. */
	BULK_RUN(Level.INFO, "api", "start change"),

	/** A call was refused here. */
	REFUSAL(Level.WARN, "api", "denied"),

	/** A read was let through. */
	READ(Level.INFO, "api", "access allowed"),

	/** A file was fetched that Defender left elsewhere. */
	DOWNLOAD(Level.INFO, "file", "access"),

	/** Somebody signed in. */
	SIGN_IN(Level.INFO, "authentication session", "start"),

	/** A sign-in was not completed. */
	SIGN_IN_FAILED(Level.WARN, "authentication", "start"),

	/** An application's token was not accepted. */
	TOKEN_REFUSED(Level.WARN, "authentication", "start"),

	/** Somebody signed out. */
	SIGN_OUT(Level.INFO, "authentication session", "end"),

	/** A session ended in any other way. */
	SESSION_END(Level.INFO, "session", "end"),

	/** Scopes that were asked for are in force. */
	CONSENT(Level.INFO, "iam", "change"),

	/** Scopes that were asked for are not. */
	CONSENT_REFUSED(Level.WARN, "iam", "change");

	private final Level level;

	private final String categories;

	private final String types;

	Action(Level level, String categories, String types) {
		this.level = level;
		this.categories = categories;
		this.types = types;
	}

	/** How the log rates it. */
	Level level() {
		return this.level;
	}

	/** {@code event.category}. */
	List<String> categories() {
		return List.of(this.categories.split(" "));
	}

	/** {@code event.type}. */
	List<String> types() {
		return List.of(this.types.split(" "));
	}

	/** {@code event.action}. */
	String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
