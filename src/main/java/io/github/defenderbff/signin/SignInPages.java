package io.github.defenderbff.signin;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;

/** The two pages a person passes between the identity provider and the frontend. */
final class SignInPages {

	private SignInPages() {
	}

	/**
	 * Lands the browser on a page of this site before it goes on. A redirect would still
	 * count as coming from the identity provider's site, and the new session cookie,
	 * being SameSite=Strict, would not be sent with it.
	 */
	static void landing(HttpServletResponse response, ReturnPath to) throws IOException {
		var target = HtmlUtils.htmlEscape(to.value());
		page(response, HttpStatus.OK, "Signed in", """
				<meta http-equiv="refresh" content="0;url=%s">""".formatted(target), """
				<p>You are signed in. <a href="%s">Continue</a></p>""".formatted(target));
	}

	static void failed(HttpServletResponse response, HttpStatus status, String title, String detail)
			throws IOException {
		page(response, status, title, "", """
				<p>%s</p>
				<p><a href="/login">Try again</a> or go to the <a href="/">start page</a>.</p>"""
			.formatted(HtmlUtils.htmlEscape(detail)));
	}

	private static void page(HttpServletResponse response, HttpStatus status, String title, String head, String body)
			throws IOException {
		response.setStatus(status.value());
		response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.getWriter().write("""
				<!doctype html>
				<html lang="en">
				<head>
				<meta charset="utf-8">
				<meta name="viewport" content="width=device-width, initial-scale=1">
				%s
				<title>%s · Defender BFF</title>
				<link rel="stylesheet" href="/assets/app.css">
				</head>
				<body><main><h1>%s</h1>%s</main></body>
				</html>
				""".formatted(head, title, title, body));
	}

}
