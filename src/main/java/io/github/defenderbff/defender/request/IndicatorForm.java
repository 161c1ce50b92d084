package io.github.defenderbff.defender.request;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** What a value of each type of indicator looks like. Source: ti-indicator.md. */
@SuppressWarnings("ImmutableEnumChecker") // patterns and method references are
enum IndicatorForm {

	FILE_SHA1("FileSha1", "40 hexadecimal characters", matching(Sha1.REGEXP)),
	FILE_SHA256("FileSha256", "64 hexadecimal characters", matching("[0-9a-fA-F]{64}")),
	FILE_MD5("FileMd5", "32 hexadecimal characters", matching("[0-9a-fA-F]{32}")),
	CERTIFICATE_THUMBPRINT("CertificateThumbprint", "40 hexadecimal characters", matching(Sha1.REGEXP)),
	IP_ADDRESS("IpAddress", "one IPv4 or IPv6 address, not a range", Address.Literal::is),
	DOMAIN_NAME("DomainName", "a host name without scheme or path", matching(HostName.REGEXP)),
	URL("Url", "a URL without spaces, such as https://parcel-tracking.example/label",
			matching("(?i:https?://)?[^\\s/?#@:]+(:\\d{1,5})?([/?#]\\S*)?"));

	private final String type;

	private final String words;

	private final Predicate<String> form;

	IndicatorForm(String type, String words, Predicate<String> form) {
		this.type = type;
		this.words = words;
		this.form = form;
	}

	private static Predicate<String> matching(String regexp) {
		return Pattern.compile(regexp).asMatchPredicate();
	}

	/** The form of a type's values; empty when there is no such type. */
	static Optional<IndicatorForm> of(@Nullable String type) {
		return Arrays.stream(values()).filter((form) -> form.type.equals(type)).findFirst();
	}

	/** Whether the value looks like one of this type. */
	boolean fits(String value) {
		return this.form.test(value);
	}

	/** What a wrong value is told. */
	String rule() {
		return "indicatorValue must be " + this.words + ", for " + this.type;
	}

}
