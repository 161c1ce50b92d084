package io.github.defenderbff.policy;

import java.time.Clock;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The role book of the configured file, which is watched, or none. */
@Configuration(proxyBeanMethods = false)
class RoleBookConfiguration {

	@Bean
	CurrentRoleBook currentRoleBook(RoleBookProperties properties, ApplicationEventPublisher events, Clock clock) {
		var path = properties.roleBook();
		return (path != null) ? new RoleBookInForce(new RoleBookFile(path), events, clock) : () -> RoleBook.NONE;
	}

	@Bean
	RoleBookWatch roleBookWatch(CurrentRoleBook roleBook, RoleBookProperties properties) {
		return new RoleBookWatch(roleBook, properties.roleBookCheck());
	}

	@Bean
	RoleBookHealth roleBookHealthIndicator(CurrentRoleBook roleBook) {
		return new RoleBookHealth(roleBook);
	}

}
