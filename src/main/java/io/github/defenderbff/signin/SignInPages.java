package io.github.defenderbff.signin;

import java.io.IOException;
import java.util.List;

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

	/** Tells what did not work, and where to go from there. */
	static void failed(HttpServletResponse response, HttpStatus status, String title, String detail, List<Link> links)
			throws IOException {
		var text = new StringBuilder("<p>%s</p>\n<ul>\n".formatted(HtmlUtils.htmlEscape(detail)));
		links.forEach((link) -> text.append("<li><a href=\"%s\">%s</a></li>\n"
			.formatted(HtmlUtils.htmlEscape(link.address()), HtmlUtils.htmlEscape(link.text()))));
		page(response, status, HtmlUtils.htmlEscape(title), "", text.append("</ul>").toString());
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

	/**
	 * A way on from a page.
	 *
	 * @param address where it leads, on this service
	 * @param text what a person reads
	 */
	record Link(String address, String text) {

		static final Link START = new Link("/", "Go to the start page");

	}

}
