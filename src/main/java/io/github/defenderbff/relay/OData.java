package io.github.defenderbff.relay;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The OData options an operation takes through its {@link ODataQuery} parameter. Anything
 * else is refused before it costs a call; only {@code $skiptoken}, which next links hold,
 * is taken wherever there are pages. Source: "OData queries" of each page.
 */
@Documented
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface OData {

	/**
	 * The properties {@code $filter} may use; none means that there is no
	 * {@code $filter}.
	 */
	String[] filter() default {};

	/** The largest {@code $top}; zero means that there is no {@code $top}. */
	int top() default 10_000;

	/** A {@link #top()} that has no documented maximum. */
	int UNBOUNDED = Integer.MAX_VALUE;

	/** Whether {@code $skip} is taken. */
	boolean skip() default true;

	/**
	 * The values {@code $expand} may have; none means that there is no {@code $expand}.
	 */
	String[] expand() default {};

	/** The largest {@code pageSize}; zero means that there is no {@code pageSize}. */
	int pageSize() default 0;

	/** Whether Defender answers 404 where the list is empty. */
	boolean emptyIsNotFound() default false;

}
