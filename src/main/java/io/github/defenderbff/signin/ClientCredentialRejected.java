package io.github.defenderbff.signin;

import java.util.Set;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;

/** The identity provider does not accept this service's own credential. */
final class ClientCredentialRejected extends Failure {

	private static final Set<String> CODES = Set.of("invalid_client", "unauthorized_client");

	ClientCredentialRejected(Throwable cause) {
		super(ProblemType.CLIENT_CREDENTIAL_REJECTED, "The identity provider does not accept this service's own "
				+ "credential. It is not your fault: tell the operator. Your session goes on.", cause);
	}

	/** Whether an error of the token endpoint means this. */
	static boolean isMeantBy(String code) {
		return CODES.contains(code);
	}

}
