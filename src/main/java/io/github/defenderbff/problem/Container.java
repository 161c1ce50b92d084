package io.github.defenderbff.problem;

import org.apache.catalina.core.StandardHost;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets the container speak in problems, and leaves encoded slashes for the firewall to
 * refuse.
 */
@Configuration(proxyBeanMethods = false)
class Container {

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsFromTheContainer() {
		return (tomcat) -> {
			tomcat.addContextCustomizers((context) -> {
				if (context.getParent() instanceof StandardHost host) {
					host.setErrorReportValveClass(BadRequestLine.class.getName());
				}
			});
			tomcat.addConnectorCustomizers((connector) -> connector.setEncodedSolidusHandling("passthrough"));
		};
	}

}
