package io.github.defenderbff.responsecache;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How long an operation's answer may be served without asking Defender again. Without
 * this annotation a read is fresh for {@value #USUAL} seconds; a state change is never
 * stored.
 */
@Documented
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface Fresh {

	/** The usual lifetime in seconds. */
	int USUAL = 30;

	/**
	 * The lifetime in seconds; zero means that the answer is never stored.
	 */
	int seconds();

}
