package io.github.defenderbff.bulk;

import java.time.Duration;
import java.util.Optional;

import io.github.defenderbff.policy.DeviceReference;
import io.github.defenderbff.policy.Devices;
import io.github.defenderbff.signin.Caller;
import io.github.defenderbff.signin.SessionCallers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What runs need of other modules. */
@Configuration(proxyBeanMethods = false)
class BulkConfiguration {

	private static final Logger log = LoggerFactory.getLogger(BulkConfiguration.class);

	/** Evidence is fresh for half a minute. */
	private static final Duration FORESIGHT = Duration.ofSeconds(25);

	/** An application has no session that could end. */
	@Bean
	KnownCallers knownCallers(SessionCallers sessions) {
		return (caller) -> switch (caller) {
			case Caller.Delegated person -> sessions.now(person);
			case Caller.Application application -> Optional.of(application);
		};
	}

	@Bean
	Foresight foresight(Devices devices) {
		return (caller, progress, pace) -> {
			if (caller instanceof Caller.Delegated && pace.isDue(FORESIGHT)) {
				look(devices, caller, progress);
			}
		};
	}

	private static void look(Devices devices, Caller caller, Progress progress) {
		try {
			var machines = progress.waiting().stream().map(DeviceReference.Machine::new).toList();
			Caller.as(caller, () -> devices.evidence(machines));
		}
		catch (RuntimeException ex) {
			log.debug("Each call looks for its device", ex);
		}
	}

}
