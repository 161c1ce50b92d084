package io.github.defenderbff.bench;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Spring Cloud Gateway Server MVC with the caller's own token; its routes are settings. */
@SpringBootApplication
class Gateway {

	static void main(String[] arguments) {
		SpringApplication.run(Gateway.class, arguments);
	}

}
