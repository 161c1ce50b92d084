package io.github.defenderbff.responsecache;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How long an operation's answer may be served without asking Defender again. Without
 * this annotation a read shows {@link Kind#RECORDS}, or is of {@link Kind#QUERIES} where
 * it is sent by POST; a state change is never stored.
 */
@Documented
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface Fresh {

	/** How quickly what it shows changes. */
	Kind value();

}
