package io.github.defenderbff.defender;

import java.util.Collections;
import java.util.List;
import java.util.Set;

import io.github.defenderbff.defender.entity.Examples;
import io.github.defenderbff.defender.request.IndicatorBatchDelete;
import io.github.defenderbff.defender.request.IndicatorImportRequest;
import io.github.defenderbff.defender.request.IndicatorRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What an indicator may look for, and how many at a time. */
@NullMarked
class IndicatorRequestTests {

	private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

	@Test
	void addressesAreToldFromEndlessTextAtOnce() {
		var endless = new IndicatorRequest(":".repeat(1_000_000) + "x", "IpAddress", "Block", null, "a", "b", null,
				null, null, null, null, null);
		assertThat(VALIDATOR.validate(endless)).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			FileSha1              | 0b1d9f3c57a2e6480c5f7a9b1e3d2c4f6a8b0e15
			FileMd5               | 0B1D9F3C57A2E6480C5F7A9B1E3D2C4F
			CertificateThumbprint | 0b1d9f3c57a2e6480c5f7a9b1e3d2c4f6a8b0e15
			IpAddress             | 203.0.113.24
			IpAddress             | 2001:db8::1
			DomainName            | parcel-tracking.example
			Url                   | https://parcel-tracking.example/label?id=1
			Url                   | HTTP://parcel-tracking.example
			Url                   | parcel-tracking.example/label
			""")
	void takesValuesThatFitTheirType(String type, String value) {
		assertThat(VALIDATOR.validate(indicator(type, value, "Block", null))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					FileSha1              | 0b1d9f3c                         | 40 hexadecimal characters, for FileSha1
					FileSha256            | 0b1d9f3c57a2e6480c5f7a9b1e3d2c4f | 64 hexadecimal characters, for FileSha256
					FileMd5               | berthplanner.exe                 | 32 hexadecimal characters, for FileMd5
					CertificateThumbprint | 0b 1d 9f                         | 40 hexadecimal characters, for CertificateThumbprint
					IpAddress             | 203.0.113.0/24                   | one IPv4 or IPv6 address, not a range, for IpAddress
					IpAddress             | 2001:db8::/32                    | one IPv4 or IPv6 address, not a range, for IpAddress
					IpAddress             | 203.0.113                        | one IPv4 or IPv6 address, not a range, for IpAddress
					IpAddress             | 203.0.113.256                    | one IPv4 or IPv6 address, not a range, for IpAddress
					IpAddress             | fe80::1%eth0                     | one IPv4 or IPv6 address, not a range, for IpAddress
					IpAddress             | [2001:db8::1]                    | one IPv4 or IPv6 address, not a range, for IpAddress
					IpAddress             | ::::                             | one IPv4 or IPv6 address, not a range, for IpAddress
					DomainName            | https://parcel-tracking.example  | a host name without scheme or path, for DomainName
					DomainName            | parcel-tracking.example/label    | a host name without scheme or path, for DomainName
					Url                   | parcel tracking                  | a URL without spaces, such as https://parcel-tracking.example/label, for Url
					Url                   | https:///label                   | a URL without spaces, such as https://parcel-tracking.example/label, for Url
					""")
	void tellsWhichFormAValueOfTheTypeHas(String type, String value, String form) {
		assertThat(VALIDATOR.validate(indicator(type, value, "Block", null))).singleElement().satisfies((violation) -> {
			assertThat(violation.getMessage()).isEqualTo("indicatorValue must be " + form);
			assertThat(violation.getPropertyPath()).hasToString("indicatorValue");
		});
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			Audit, true, true
			Audit, false, false
			Audit, -, false
			Block, -, true
			AlertAndBlock, false, true
			""")
	void auditNeedsAnAlert(String action, @Nullable Boolean generateAlert, boolean taken) {
		var violations = VALIDATOR.validate(indicator("FileSha1", Examples.SHA1, action, generateAlert));
		assertThat(violations).extracting((violation) -> violation.getPropertyPath() + ": " + violation.getMessage())
			.isEqualTo(taken ? List.of() : List.of("generateAlert: generateAlert must be true for Audit"));
	}

	@Test
	void tellsEverythingThatIsMissingOrWrongInAnIndicator() {
		assertThat(violations("{}")).extracting(ConstraintViolation::getMessage)
			.hasSize(5)
			.allSatisfy((message) -> assertThat(message).contains(" is mandatory: "));
		assertThat(violations("""
				{"indicatorValue": "a", "indicatorType": "Sha1", "action": "block", "title": "a", "description": "b",
				 "severity": "Critical", "expirationTime": "tomorrow", "rbacGroupNames": [""]}"""))
			.allSatisfy((violation) -> assertThat(violation.getMessage())
				.startsWith(violation.getPropertyPath().iterator().next().getName() + " must "))
			.hasSize(5);
	}

	@Test
	void tellsWhichIndicatorOfAnImportIsWrong() {
		var good = indicator("FileSha1", Examples.SHA1, "Block", null);
		var bad = indicator("FileSha1", "a", "Audit", null);
		assertThat(VALIDATOR.validate(new IndicatorImportRequest(List.of(good, bad))))
			.extracting((violation) -> violation.getPropertyPath().toString())
			.containsExactlyInAnyOrder("indicators[1].indicatorValue", "indicators[1].generateAlert");
	}

	@Test
	void importsAndDeletesAtMost500Indicators() {
		var indicators = Collections.nCopies(501, indicator("FileSha1", Examples.SHA1, "Block", null));
		assertThat(VALIDATOR.validate(new IndicatorImportRequest(indicators)))
			.extracting(ConstraintViolation::getMessage)
			.containsExactly("Indicators must hold at most 500 indicators");
		assertThat(VALIDATOR.validate(new IndicatorImportRequest(indicators.subList(0, 500)))).isEmpty();
		var ids = Collections.nCopies(501, Examples.INDICATOR);
		assertThat(VALIDATOR.validate(new IndicatorBatchDelete(ids))).extracting(ConstraintViolation::getMessage)
			.containsExactly("IndicatorIds must hold at most 500 indicator ids");
		assertThat(VALIDATOR.validate(new IndicatorBatchDelete(ids.subList(0, 500)))).isEmpty();
	}

	private static IndicatorRequest indicator(String type, String value, String action,
			@Nullable Boolean generateAlert) {
		return new IndicatorRequest(value, type, action, null, "Title", "Why", null, null, null, null, null,
				generateAlert);
	}

	private static Set<ConstraintViolation<Object>> violations(String body) {
		return VALIDATOR.validate((Object) JsonMapper.shared().readValue(body, IndicatorRequest.class));
	}

}
