package io.github.defenderbff;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;

/** Debian's Chromium, driven by Playwright; nothing is downloaded. */
final class Chromium implements AutoCloseable {

	private static final Path PROGRAM = Path.of("/usr/bin/chromium");

	static final String MISSING = "The browser tests need " + PROGRAM
			+ ". Install it: apt-get update && apt-get install -y chromium";

	private final Playwright playwright;

	private final Browser browser;

	private Chromium(Playwright playwright, Browser browser) {
		this.playwright = playwright;
		this.browser = browser;
	}

	static boolean installed() {
		return Files.isExecutable(PROGRAM);
	}

	static Chromium start() {
		if (!installed()) {
			throw new IllegalStateException(MISSING);
		}
		var playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		var browser = playwright.chromium()
			.launch(new LaunchOptions().setExecutablePath(PROGRAM)
				.setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
						"--disable-background-networking", "--disable-component-update", "--disable-sync")));
		return new Chromium(playwright, browser);
	}

	/** A tab that shares nothing with others, as a fresh profile does. */
	Tab open(URI address) {
		return new Tab(address, this.browser);
	}

	@Override
	public void close() {
		this.browser.close();
		this.playwright.close();
	}

}
