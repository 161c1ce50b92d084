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
	MALFORMED_REQUEST(HttpStatus.BAD_REQUEST, "Request cannot be read",
			"The body is not the JSON object or the form it should be, or the path has characters that are not allowed.",
			"Correct the request."),

	/** A path variable, query parameter or OData option is missing, unknown or wrong. */
	INVALID_PARAMETER(HttpStatus.BAD_REQUEST, "Invalid parameter",
			"A path variable or query parameter is wrong, missing or unknown; `parameter`, `errors` or `detail` says which.",
			"Correct the request."),

	/** The body is readable, but a property is missing or wrong. */
	INVALID_BODY(HttpStatus.BAD_REQUEST, "Invalid request body",
			"A property is missing or wrong; `errors` has a `pointer` and a `detail` for each.",
			"Show `errors` at the fields."),

	/** Defender refused the request as wrong; see {@code code}. */
	UPSTREAM_REJECTED_REQUEST(HttpStatus.BAD_REQUEST, "Defender rejected the request",
			"Defender did not accept it; `code` says why, such as `ODataError` or `ActiveRequestAlreadyExists`.",
			"Correct it, or wait for the action that runs."),

	/** The header Idempotency-Key is missing or malformed. */
	IDEMPOTENCY_KEY_REQUIRED(HttpStatus.BAD_REQUEST, "Idempotency key required",
			"The request has no header `Idempotency-Key` of 8 to 128 letters, digits and `-_.:`. Nothing was done.",
			"Send a new UUID with each order, and the same one when you repeat it."),

	/** The sign-in did not complete. */
	SIGN_IN_FAILED(HttpStatus.BAD_REQUEST, "Sign-in failed",
			"A sign-in did not complete. People see a page; scripts see this.", "Offer `login_url`."),

	/** A session cookie and an Authorization header in one request. */
	TWO_CALLERS(HttpStatus.BAD_REQUEST, "Two callers in one request",
			"The request has a session cookie, which is a person's, and an `Authorization` header, which is an application's.",
			"Send one of them."),

	/** Nobody is signed in. */
	NOT_SIGNED_IN(HttpStatus.UNAUTHORIZED, "Not signed in", "There is no session.", "Go to `login_url`."),

	/** There was a session, and it has ended. */
	SESSION_EXPIRED(HttpStatus.UNAUTHORIZED, "Session expired",
			"There was a session, and it ended; or Defender no longer takes the token.", "Go to `login_url`."),

	/** The sign-in is not recent or not strong enough for this. */
	STEP_UP_REQUIRED(HttpStatus.UNAUTHORIZED, "Step-up required",
			"The session lives, but the person must prove again who they are: the operation demands a recent sign-in, or Defender or the identity provider a stronger one.",
			"Go to `login_url` with `returnTo`, then let the person confirm the action again."),

	/** The Authorization header has no token that an application may call with. */
	INVALID_TOKEN(HttpStatus.UNAUTHORIZED, "Token not accepted",
			"An application's call has no acceptable token: it cannot be verified, has expired, is a person's, or was not issued for this service; `detail` says more once its signature is good.",
			"Get a new token; if that does not help, tell the operator."),

	/** A sign-in brought what was demanded, and it is demanded again. */
	STEP_UP_INSUFFICIENT(HttpStatus.FORBIDDEN, "Step-up did not help",
			"The person signed in as Defender demanded, and Defender demands the same again. The session lives, without access to Defender.",
			"Show `detail`. Do not go to `login_url` by yourself; a person may try it once more."),

	/** Consent was asked for and declined. */
	CONSENT_DECLINED(HttpStatus.FORBIDDEN, "Consent declined",
			"Somebody was asked to consent and said no; `scopes` says to what. The session is as it was.",
			"Show `detail`. Ask again only when the person wants it."),

	/** Only an administrator can consent. */
	ADMIN_CONSENT_REQUIRED(HttpStatus.FORBIDDEN, "Consent of an administrator required",
			"The identity provider lets only an administrator consent; `scopes` says to what. The session is as it was.",
			"Give `admin_consent_url` to an administrator."),

	/** Nobody consented to a scope of another resource than Defender. */
	CONSENT_REQUIRED(HttpStatus.FORBIDDEN, "Consent required",
			"What was asked for takes a token of another resource than Defender, such as Microsoft Graph, and nobody consented to `scopes` yet, or the identity provider wants to see the person for them. The session is as it was.",
			"Offer `consent_url`, or give `admin_consent_url` to an administrator."),

	/** A consent was completed and did not bring what it was for. */
	SCOPE_NOT_GRANTED(HttpStatus.FORBIDDEN, "Scope not granted",
			"A consent was completed, and `scopes` are not in force all the same. There is a new session without them.",
			"Give `admin_consent_url` to an administrator, or go on without."),

	/** The request comes from another site. */
	CROSS_SITE_REQUEST(HttpStatus.FORBIDDEN, "Cross-site request refused",
			"Another site's page made the request; or any page, with a token.",
			"Call from the same origin, with the session cookie."),

	/** The CSRF token is missing or wrong. */
	CSRF_TOKEN_INVALID(HttpStatus.FORBIDDEN, "CSRF token missing or wrong",
			"The CSRF header is missing or is not the cookie's value.", "Read the cookie again, repeat once."),

	/** The caller may not do this; see {@code reasons}. */
	PERMISSION_DENIED(HttpStatus.FORBIDDEN, "Permission denied",
			"Something is known to be missing; `reasons` says what.", "Show the reasons."),

	/** It could not be proven that the caller may do this; see {@code reasons}. */
	PERMISSION_UNPROVEN(HttpStatus.FORBIDDEN, "Permission not proven",
			"A change whose permission could not be proven; `reasons` says what is unknown.", "Show the reasons."),

	/** An application asked for what belongs to a session. */
	PEOPLE_ONLY(HttpStatus.FORBIDDEN, "For people only", "An application asked for what belongs to a person's session.",
			"Do without it; applications have no session."),

	/** Defender refused although this service would have permitted it. */
	REFUSED_UPSTREAM(HttpStatus.FORBIDDEN, "Refused by Defender",
			"Defender refused although nothing known here spoke against it.", "Show the reason and `target`."),

	/** There is no such thing, or the caller may not see it. */
	NOT_FOUND(HttpStatus.NOT_FOUND, "Not found",
			"There is no such thing, or it belongs to a device that is not exposed to the person.",
			"Say both; they cannot be told apart."),

	/** It is not known where administrators consent. */
	ADMIN_CONSENT_UNAVAILABLE(HttpStatus.NOT_FOUND, "No address for an administrator's consent",
			"The provider is not Entra, and the setting `signin.admin-consent-uri` is missing.", "Tell the operator."),

	/** A link to a file is worth nothing any more. */
	DOWNLOAD_GONE(HttpStatus.GONE, "Download link used up",
			"The link to a file was used already, is too old, or was given to another session.",
			"Ask for another link, where this one came from."),

	/** Defender had this operation once and has it no longer; see {@code successor}. */
	OPERATION_RETIRED(HttpStatus.GONE, "Operation retired",
			"Defender no longer has this operation; `successor` names the one that answers today, where there is one.",
			"Call the successor; `Link` has its address, unless that needs an id."),

	/** The path exists, the method does not. */
	METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "Method not allowed", "The path has no such method.",
			"Correct the request."),

	/** None of the accepted media types can be served. */
	NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "Not acceptable", "`Accept` does not admit JSON.",
			"Send `Accept: application/json`."),

	/** The body is larger than allowed. */
	BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "Request body too large",
			"The body has more than 2 MB, or the file more than 20 MB.", "Send less."),

	/** The body's media type is not understood. */
	UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Unsupported media type",
			"The body is not `application/json`, or not `multipart/form-data` where a file is sent.",
			"Correct the request."),

	/** The idempotency key was used for something else. */
	IDEMPOTENCY_KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT, "Idempotency key used before",
			"The person sent the same `Idempotency-Key` with another body or to another path within 24 hours. Nothing was done.",
			"Send a new key with a new order."),

	/** One session asks this service too often. */
	TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "Too many requests",
			"One session asked this service itself too often, whatever for. Nothing was changed.",
			"Wait `Retry-After` seconds, and ask less often."),

	/** One session has as many streams open as it may. */
	TOO_MANY_STREAMS(HttpStatus.TOO_MANY_REQUESTS, "Too many streams",
			"The session has as many streams open as one may have.",
			"Close a stream that is not looked at; share one between tabs."),

	/**
	 * Nothing is left of a shared limit; see {@code cause}, {@code limit}, Retry-After.
	 */
	QUOTA_EXHAUSTED(HttpStatus.TOO_MANY_REQUESTS, "Quota exhausted",
			"Of a limit that everybody in the tenant shares nothing is left for this call; `cause` says why and `limit` which, or `code` and `target` come from Defender.",
			"Wait `Retry-After` seconds."),

	/** One person would change too many devices in an hour. */
	BULK_LIMIT_REACHED(HttpStatus.TOO_MANY_REQUESTS, "Too many devices in an hour",
			"One person would change more devices through bulk operations in an hour than may be; `per_hour`, `left` and `wanted` say how many. Nothing was done.",
			"Name no more than `left` devices, or wait `Retry-After` seconds, where there is one."),

	/** Something went wrong here. */
	INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "Internal error", "A fault here.", "Report the correlation id."),

	/** Defender answered with an error of its own. */
	UPSTREAM_FAILED(HttpStatus.BAD_GATEWAY, "Defender failed", "Defender answered with an error of its own.",
			"Reads: try again in a moment. Changes: look first."),

	/** Defender could not be reached. */
	UPSTREAM_UNREACHABLE(HttpStatus.BAD_GATEWAY, "Defender unreachable", "Defender could not be reached.",
			"Reads: try again in a moment. Changes: look first."),

	/** Defender's answer makes no sense. */
	UPSTREAM_ANSWER_INVALID(HttpStatus.BAD_GATEWAY, "Defender's answer is invalid",
			"Defender's answer is not JSON, too large to be read, or links elsewhere.", "Report it."),

	/** An answer is passed on while it arrives, so it cannot be part of another one. */
	UPSTREAM_ANSWER_TOO_LARGE(HttpStatus.BAD_GATEWAY, "Answer too large for a view",
			"Part of a view would be larger than `defender.held-answer`; the answer itself is sound.",
			"Call the part's `href`, narrower if that is possible."),

	/** The identity provider could not be reached. */
	IDENTITY_PROVIDER_UNREACHABLE(HttpStatus.SERVICE_UNAVAILABLE, "Identity provider unreachable",
			"A token could not be renewed, or a sign-in not begun.", "Try again in a moment."),

	/** Sessions cannot be read. */
	SESSION_STORE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Sessions cannot be read",
			"The store in which sessions are kept does not answer. Nobody was signed out.",
			"Wait `Retry-After` seconds and try again."),

	/** A change cannot be written down, and is not made. */
	AUDIT_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Audit unavailable",
			"A change could not be written to the audit, so it was not made; reading goes on.",
			"Say that nothing was changed. Try again in a moment, then tell the operator."),

	/** The identity provider refuses this service itself. */
	CLIENT_CREDENTIAL_REJECTED(HttpStatus.SERVICE_UNAVAILABLE, "Credential of this service rejected",
			"This service's own credential is missing, or the identity provider does not accept it; it may have expired.",
			"Tell the operator. Trying again does not help."),

	/** Defender failed too often and is left alone for a moment. */
	UPSTREAM_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Defender is left alone",
			"Defender failed too often just now, so for a moment nothing is sent to it; nothing was changed.",
			"Wait `Retry-After` seconds."),

	/** As many calls to Defender are under way as may be. */
	UPSTREAM_BUSY(HttpStatus.SERVICE_UNAVAILABLE, "Too many calls to Defender",
			"As many calls to Defender are under way as this service makes together; nothing was changed.",
			"Wait `Retry-After` seconds."),

	/** No stream can be opened here now. */
	STREAMS_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "No stream to be had",
			"This instance has as many streams open as it may, or is about to stop.",
			"Wait `Retry-After` seconds and open it again; ask now and then meanwhile."),

	/** Defender did not answer in time. */
	UPSTREAM_TIMEOUT(HttpStatus.GATEWAY_TIMEOUT, "Defender did not answer in time",
			"Defender did not answer in time. A change may have been made.",
			"Look whether it was, before you repeat it.");

	private final HttpStatus status;

	private final String title;

	private final String cause;

	private final String nextStep;

	private final URI uri;

	ProblemType(HttpStatus status, String title, String cause, String nextStep) {
		this.status = status;
		this.title = title;
		this.cause = cause;
		this.nextStep = nextStep;
		this.uri = URI.create("urn:defender-bff:problem:" + slug());
	}

	/** The HTTP status this problem is answered with. */
	public HttpStatus status() {
		return this.status;
	}

	/** The short, constant summary. */
	public String title() {
		return this.title;
	}

	/** What brings it about, and which members say more, in Markdown. */
	public String cause() {
		return this.cause;
	}

	/** What a frontend does about it, in Markdown. */
	public String nextStep() {
		return this.nextStep;
	}

	/** The last part of the identifier, such as {@code not-found}. */
	public String slug() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The stable identifier a frontend may switch on. */
	public URI uri() {
		return this.uri;
	}

}
