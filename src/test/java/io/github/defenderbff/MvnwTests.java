package io.github.defenderbff;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the shell checks of the wrapper, which every newcomer's first command depends on.
 */
class MvnwTests {

	@Test
	@DisabledOnOs(value = OS.WINDOWS, disabledReason = "mvnw is for POSIX shells; Windows has mvnw.cmd")
	void fetchesChecksAndRunsThePinnedMaven() throws Exception {
		var process = new ProcessBuilder("sh", "src/test/sh/mvnw-test").redirectErrorStream(true).start();
		var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
	}

}
