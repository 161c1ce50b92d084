package io.github.defenderbff.problem;

import java.net.URI;
import java.util.Locale;

import org.springframework.http.HttpStatus;

/**
 * The kinds of failure a frontend can meet, each with a stable {@code type} URI, a status
 * and a title (RFC 9457 section 3.1).
 */
public enum ProblemType {

	/** The body is not what its media type says. */
	MALFORMED_REQUEST(HttpStatus.BAD_REQUEST, "Request cannot be read"),

	/** A path variable, query parameter or OData option is missing, unknown or wrong. */
	INVALID_PARAMETER(HttpStatus.BAD_REQUEST, "Invalid parameter"),

	/** The body is readable, but a property is missing or wrong. */
	INVALID_BODY(HttpStatus.BAD_REQUEST, "Invalid request body"),

	/** Defender refused the request as wrong; see {@code code}. */
	UPSTREAM_REJECTED_REQUEST(HttpStatus.BAD_REQUEST, "Defender rejected the request"),

	/** The sign-in did not complete. */
	SIGN_IN_FAILED(HttpStatus.BAD_REQUEST, "Sign-in failed"),

	/** Nobody is signed in. */
	NOT_SIGNED_IN(HttpStatus.UNAUTHORIZED, "Not signed in"),

	/** There was a session, and it has ended. */
	SESSION_EXPIRED(HttpStatus.UNAUTHORIZED, "Session expired"),

	/** The request comes from another site. */
	CROSS_SITE_REQUEST(HttpStatus.FORBIDDEN, "Cross-site request refused"),

	/** The CSRF token is missing or wrong. */
	CSRF_TOKEN_INVALID(HttpStatus.FORBIDDEN, "CSRF token missing or wrong"),

	/** The caller may not do this; see {@code reasons}. */
	PERMISSION_DENIED(HttpStatus.FORBIDDEN, "Permission denied"),

	/** It could not be proven that the caller may do this; see {@code reasons}. */
	PERMISSION_UNPROVEN(HttpStatus.FORBIDDEN, "Permission not proven"),

	/** Defender refused although this service would have permitted it. */
	REFUSED_UPSTREAM(HttpStatus.FORBIDDEN, "Refused by Defender"),

	/** There is no such thing, or the caller may not see it. */
	NOT_FOUND(HttpStatus.NOT_FOUND, "Not found"),

	/** The path exists, the method does not. */
	METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "Method not allowed"),

	/** None of the accepted media types can be served. */
	NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "Not acceptable"),

	/** The body is larger than allowed. */
	BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "Request body too large"),

	/** The body's media type is not understood. */
	UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Unsupported media type"),

	/** The shared budget for Defender is used up; see {@code limit} and Retry-After. */
	QUOTA_EXHAUSTED(HttpStatus.TOO_MANY_REQUESTS, "Quota exhausted"),

	/** Something went wrong here. */
	INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "Internal error"),

	/** Defender answered with an error of its own. */
	UPSTREAM_FAILED(HttpStatus.BAD_GATEWAY, "Defender failed"),

	/** Defender could not be reached. */
	UPSTREAM_UNREACHABLE(HttpStatus.BAD_GATEWAY, "Defender unreachable"),

	/** Defender's answer makes no sense. */
	UPSTREAM_ANSWER_INVALID(HttpStatus.BAD_GATEWAY, "Defender's answer is invalid"),

	/** The identity provider could not be reached. */
	IDENTITY_PROVIDER_UNREACHABLE(HttpStatus.SERVICE_UNAVAILABLE, "Identity provider unreachable"),

	/** Defender did not answer in time. */
	UPSTREAM_TIMEOUT(HttpStatus.GATEWAY_TIMEOUT, "Defender did not answer in time");

	private final HttpStatus status;

	private final String title;

	private final URI uri;

	ProblemType(HttpStatus status, String title) {
		this.status = status;
		this.title = title;
		this.uri = URI.create("urn:defender-bff:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
	}

	/** The HTTP status this problem is answered with. */
	public HttpStatus status() {
		return this.status;
	}

	/** The short, constant summary. */
	public String title() {
		return this.title;
	}

	/** The stable identifier a frontend may switch on. */
	public URI uri() {
		return this.uri;
	}

}
