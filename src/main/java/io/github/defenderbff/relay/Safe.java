package io.github.defenderbff.relay;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that changes nothing although its method is not GET, as a hunting query
 * sent by POST (RFC 9110 section 9.2.1). Its answers are stored as those of other reads
 * are, for equal bodies.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Safe {

}
