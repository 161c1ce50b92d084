package io.github.defenderbff.relay;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How long Defender may take to begin its answer to an operation that is slower than
 * {@code defender.read-timeout} allows; sending a file is part of it.
 */
@Documented
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface Patience {

	/** The time in seconds. */
	int seconds();

}
