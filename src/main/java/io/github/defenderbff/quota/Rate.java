package io.github.defenderbff.quota;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Defender's limit for an operation, where it is not the usual {@value #USUAL_PER_MINUTE}
 * calls a minute and {@value #USUAL_PER_HOUR} an hour. Source: "Limitations" of each
 * page.
 */
@Documented
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface Rate {

	/** The usual limit per minute. */
	int USUAL_PER_MINUTE = 100;

	/** The usual limit per hour. */
	int USUAL_PER_HOUR = 1500;

	/** No limit of that kind is documented. */
	int UNSTATED = 0;

	/** Calls per minute, or {@link #UNSTATED}. */
	int perMinute();

	/** Calls per hour, or {@link #UNSTATED}. */
	int perHour();

}
