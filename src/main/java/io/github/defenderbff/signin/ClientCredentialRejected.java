package io.github.defenderbff.signin;

import java.util.Set;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;

/**
 * The identity provider does not accept this service's own credential, or there is none
 * that could be sent.
 */
final class ClientCredentialRejected extends Failure {

	/** Our own code for a credential that cannot be used; the description says why. */
	static final String UNUSABLE = "client_credential_unusable";

	private static final String WRONG_PROOF = "invalid_client";

	private static final Set<String> CODES = Set.of(WRONG_PROOF, "unauthorized_client", UNUSABLE);

	ClientCredentialRejected(Throwable cause) {
		super(ProblemType.CLIENT_CREDENTIAL_REJECTED, "This service's own credential is missing, or the "
				+ "identity provider does not accept it. It is not your fault: tell the operator. Your session goes on.",
				cause);
	}

	/** Whether an error of the token endpoint means this. */
	static boolean isMeantBy(String code) {
		return CODES.contains(code);
	}

	/** Whether another proof might be accepted. */
	static boolean isOfTheProof(String code) {
		return WRONG_PROOF.equals(code);
	}

}
