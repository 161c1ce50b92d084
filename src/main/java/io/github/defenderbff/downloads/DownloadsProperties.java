package io.github.defenderbff.downloads;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.github.defenderbff.problem.SettingProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How files are fetched that Defender leaves elsewhere.
 *
 * @param hosts where they may be fetched from: host names, and with {@code *.} before it,
 * all below one
 * @param time how long a link of ours can be used
 * @param longest how long a file may take
 * @param mostAtOnce how many may be fetched at the same time
 */
@ConfigurationProperties("downloads")
record DownloadsProperties(@DefaultValue( {
		"*.blob.core.windows.net", "*.blob.core.usgovcloudapi.net",
		"*.securitycenter.windows.com" }) List<String> hosts, @DefaultValue("10m") Duration time,
		@DefaultValue("30m") Duration longest, @DefaultValue("20") int mostAtOnce){

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

	DownloadsProperties {
		hosts = hosts.stream().map((host) -> host.toLowerCase(Locale.ROOT)).toList();
		if (!time.isPositive() || !longest.isPositive() || mostAtOnce < 1) {
			throw new SettingProblem("downloads.time, downloads.longest or downloads.most-at-once is not positive.",
					"Remove the setting for the default.");
		}
	}

	/** Whether anything is fetched from there: over TLS, but for this machine itself. */
	boolean allow(@Nullable URI link) {
		if (link == null || link.getHost() == null || link.getScheme() == null || link.getRawUserInfo() != null) {
			return false;
		}
		var host = link.getHost().toLowerCase(Locale.ROOT);
		var scheme = link.getScheme().toLowerCase(Locale.ROOT);
		return ("https".equals(scheme) || ("http".equals(scheme) && LOOPBACK.contains(host)))
				&& this.hosts.stream().anyMatch((allowed) -> covers(allowed, host));
	}

	private static boolean covers(String allowed, String host) {
		return allowed.startsWith("*.") ? host.endsWith(allowed.substring(1)) && host.length() > allowed.length() - 1
				: host.equals(allowed);
	}

}
