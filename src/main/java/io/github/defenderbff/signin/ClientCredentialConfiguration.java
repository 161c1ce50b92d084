package io.github.defenderbff.signin;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one client credential that is configured, whose health is told under its name. */
@Configuration(proxyBeanMethods = false)
class ClientCredentialConfiguration {

	@Bean
	ClientCredential clientCredential(ClientCredentialProperties settings, SignInProperties signIn, Clock clock) {
		if (!settings.clientCertificate().isEmpty()) {
			return new ClientCertificates(settings.clientCertificate(), clock);
		}
		var tokenFile = settings.federatedTokenFile();
		return (tokenFile != null) ? new ClientTokenFile(tokenFile, clock) : new ClientSecret(signIn.secure());
	}

}
