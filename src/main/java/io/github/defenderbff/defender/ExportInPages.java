package io.github.defenderbff.defender;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.defenderbff.quota.Rate;
import io.github.defenderbff.relay.OData;
import io.github.defenderbff.relay.Patience;
import io.github.defenderbff.responsecache.Fresh;
import io.github.defenderbff.responsecache.Kind;

/**
 * What all exports in pages have in common: up to 200,000 rows a page of a snapshot that
 * is made every few hours.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Rate(perMinute = 30, perHour = 1000)
@Fresh(Kind.POSTURE)
@Patience(seconds = 200)
@OData(top = OData.UNBOUNDED, skip = false, pageSize = 200_000)
@interface ExportInPages {

	/** What is said of them. */
	String DESCRIPTION = "For up to 100,000 devices; more are better exported in files. 50,000 rows a page unless "
			+ "pageSize is given. $top cuts the answer short, without a link to the rest.";

}
