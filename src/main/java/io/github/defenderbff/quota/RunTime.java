package io.github.defenderbff.quota;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Defender's limits for how long the calls of an operation may run, all people together;
 * in seconds. Source: the operation's page.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RunTime {

	/** One call. */
	int longest();

	/** All calls of an hour. */
	int perHour();

	/** All calls of a day. */
	int perDay();

}
