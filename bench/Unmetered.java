import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

import org.springframework.boot.SpringApplication;

/**
 * Starts the service with budgets that are never used up: for them an hour passes between
 * any two calls.
 */
final class Unmetered {

	private Unmetered() {
	}

	static void main(String[] arguments) throws ReflectiveOperationException {
		var application = new SpringApplication(Class.forName("io.github.defenderbff.DefenderBff"));
		application.addInitializers((context) -> context
			.addBeanFactoryPostProcessor((beans) -> beans.getBeanDefinition("quota")
				.getConstructorArgumentValues()
				.addGenericArgumentValue(hurried())));
		application.run(arguments);
	}

	private static Clock hurried() {
		var hours = new java.util.concurrent.atomic.AtomicLong();
		InstantSource source = () -> Instant.now().plus(Duration.ofHours(hours.incrementAndGet()));
		return source.withZone(ZoneOffset.UTC);
	}

}
