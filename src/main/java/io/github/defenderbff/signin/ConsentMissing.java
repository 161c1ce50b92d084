package io.github.defenderbff.signin;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;

/**
 * The identity provider gives no token for another resource than Defender before somebody
 * consented to its scopes, or signed in for them. The session goes on as it was.
 */
final class ConsentMissing extends Failure {

	ConsentMissing(Resource resource, ConsentOffers.Offer offer, Throwable cause) {
		super(ProblemType.CONSENT_REQUIRED, "This takes a sign-in with consent to "
				+ String.join(", ", resource.qualified()) + ". Nothing was changed.", cause);
		member("scopes", resource.qualified());
		if (offer.consentUrl() != null) {
			member("consent_url", offer.consentUrl());
		}
		if (offer.adminConsentUrl() != null) {
			member("admin_consent_url", offer.adminConsentUrl());
		}
	}

}
