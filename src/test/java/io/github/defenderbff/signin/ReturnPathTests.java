package io.github.defenderbff.signin;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Where a browser may go after sign-in. */
class ReturnPathTests {

	@ParameterizedTest
	@ValueSource(strings = { "/", "/machines", "/machines?filter=a%20b&next=https://example.com/", "/machines#top",
			"/search?q=%5C", "/path:with:colons", "/%C3%A4", "/@someone", "/a%20b", "/%E6%B0%B4", "/logins",
			"/machines/login", "/v1.0/...", "/?returnTo=/login/../%6Cogin;x", "/%28a%7Cb%29" })
	void isAPathOnThisService(String value) {
		assertThat(ReturnPath.of(value).value()).isEqualTo(value);
	}

	@ParameterizedTest
	@NullAndEmptySource
	void isHomeUnlessSaid(@Nullable String value) {
		assertThat(ReturnPath.of(value)).isEqualTo(ReturnPath.HOME);
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "/a\\b",
			"https://evil.example", "https:/evil.example", "javascript:alert(1)", "evil.example", "@evil.example",
			" /machines", "/\t/evil.example", "/\n", "/\r\nSet-Cookie: a=b", "/%2F/evil.example", "/%2Fevil.example",
			"/%5Cevil.example", "/%09/evil.example", "/a%0D%0Ab", "/a b", "/%", "/a//b", "/login",
			"/LOGIN/consent?scope=Machine.Offboard", "/..//evil.example", "?a=b", "#top", "" + '\u0000' })
	void isNeverAnotherSite(String value) {
		assertThatExceptionOfType(ReturnPath.NotAReturnPath.class).isThrownBy(() -> ReturnPath.of(value));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/login", "/login/", "/LOGIN", "/Login/Consent", "/login?a=b", "/login#a",
			"/login/consent?scope=Machine.Offboard", "/x/../login/consent?scope=Machine.Offboard", "/./login/consent",
			"/../login", "/login/../login", "/%6Cogin/consent", "/%6cogin", "/lo%67in", "/%4Cogin", "/%25%36Cogin",
			"/%256Cogin", "/%2E/login", "/x/%2e%2e/login", "/x/.%2e/login", "/x%2F..%2Flogin", "/login;x",
			"/login;x/consent", "/;x/login", "/login%3Bx", "/login%3bx/consent", "/..", "/a/.", "/a/../b", "/%7Ea",
			"/%30" })
	void isNeverTheSignInHoweverItIsWritten(String value) {
		assertThatExceptionOfType(ReturnPath.NotAReturnPath.class).isThrownBy(() -> ReturnPath.of(value));
	}

	@Test
	void isNotLongerThanAnAddressMayBe() {
		assertThat(ReturnPath.of("/" + "a".repeat(2047)).value()).hasSize(2048);
		assertThatExceptionOfType(ReturnPath.NotAReturnPath.class)
			.isThrownBy(() -> ReturnPath.of("/" + "a".repeat(2048)));
	}

}
