package io.github.defenderbff.responsecache;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The entities an operation's answer shows, or whose answers a state change makes out of
 * date. Without this annotation it is the entity that declares the operation.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface About {

	/** Entity names as in operation ids, such as {@code machines}. */
	String[] value();

}
