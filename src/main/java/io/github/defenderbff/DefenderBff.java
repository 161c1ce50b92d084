package io.github.defenderbff;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Defender BFF. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DefenderBff {

	public static void main(String[] args) {
		SpringApplication.run(DefenderBff.class, args);
	}

}
