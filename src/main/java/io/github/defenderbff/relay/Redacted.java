package io.github.defenderbff.relay;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation whose answer shows credentials that other people set. They are replaced by
 * null, at any depth, before anybody sees or stores the answer.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Redacted {

	/** The names of the properties that hold credentials, in any case. */
	String[] value();

}
