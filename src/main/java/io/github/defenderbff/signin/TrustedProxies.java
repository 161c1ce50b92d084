package io.github.defenderbff.signin;

import java.util.List;

import io.github.defenderbff.problem.SettingProblem;
import org.apache.catalina.valves.RemoteIpValve;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Takes a client's address from {@code X-Forwarded-For} where a proxy that the operator
 * lists sent it. It is written down and nothing else: host, port and scheme of requests
 * are never believed, since {@code BFF_BASE_URL} says how browsers reach this service.
 */
@Component
final class TrustedProxies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

	private final List<String> networks;

	TrustedProxies(SignInProperties properties) {
		this.networks = properties.trustedProxies();
		if (!this.networks.stream().allMatch((network) -> network.contains("/"))) {
			throw notNetworks();
		}
	}

	@Override
	public void customize(TomcatServletWebServerFactory tomcat) {
		if (!this.networks.isEmpty()) {
			tomcat.addEngineValves(valve());
		}
	}

	private RemoteIpValve valve() {
		var valve = new RemoteIpValve();
		valve.setProtocolHeader(null);
		valve.setRemoteIpHeader("X-Forwarded-For");
		try {
			valve.setInternalProxies(String.join(",", this.networks));
			return valve;
		}
		catch (IllegalArgumentException _) {
			throw notNetworks();
		}
	}

	private SettingProblem notNetworks() {
		return new SettingProblem("signin.trusted-proxies has what is no network: " + this.networks + ".",
				"Set it to networks such as 10.0.0.0/8, separated by commas.");
	}

}
