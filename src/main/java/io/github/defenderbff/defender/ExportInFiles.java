package io.github.defenderbff.defender;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.defenderbff.quota.Rate;
import io.github.defenderbff.relay.SignedLinks;

/** What all exports in files have in common: few calls, and links as the answer. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Rate(perMinute = 5, perHour = 20)
@SignedLinks
@interface ExportInFiles {

	/** What is said of them. */
	String DESCRIPTION = "The answer holds links to gzip files with one JSON object a line. The links need no sign-in: "
			+ "do not store them.";

}
