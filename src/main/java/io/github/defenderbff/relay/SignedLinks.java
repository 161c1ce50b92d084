package io.github.defenderbff.relay;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that answers download links which need no sign-in: whoever has one has the
 * file. They are never stored or logged, lose the extra pair of quotes some come in, and
 * people get links of this service in their place.
 */
@Documented
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface SignedLinks {

}
