package io.github.defenderbff.relay;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.service.annotation.HttpExchange;

/**
 * An interface that declares what Defender offers for one entity. It is at once the
 * client of Defender, the controller that frontends call, and the API documentation; its
 * operations are named after the interface and the method, such as
 * {@code machines.isolate}. They answer JSON, and a caller who accepts none is told so
 * before Defender is asked.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RestController
@HttpExchange(accept = MediaType.APPLICATION_JSON_VALUE)
public @interface DefenderApi {

	/** The path, the same on Defender's side and on ours. */
	@AliasFor(annotation = HttpExchange.class, attribute = "url")
	String value();

	/**
	 * The first part of its operations' ids; none means the interface's name with a small
	 * first letter.
	 */
	String id() default "";

}
