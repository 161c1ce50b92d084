package io.github.defenderbff.signin;

import java.nio.file.Path;
import java.util.List;

import io.github.defenderbff.problem.SettingProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * With what this service proves to the identity provider who it is, if not with the
 * secret of its registration.
 *
 * @param clientCertificate PEM files with a certificate and its private key, or
 * directories with {@code tls.crt} and {@code tls.key}; two at most
 * @param federatedTokenFile the file with the token of a Kubernetes service account; null
 * for none
 */
@ConfigurationProperties("signin")
record ClientCredentialProperties(@DefaultValue List<Path> clientCertificate, @Nullable Path federatedTokenFile) {

	ClientCredentialProperties {
		clientCertificate = List.copyOf(clientCertificate);
		if (clientCertificate.size() > 2) {
			throw new SettingProblem("ENTRA_CLIENT_CERTIFICATE names more than two certificates.",
					"Leave the one in use and the one that is to take its place.");
		}
	}

}
