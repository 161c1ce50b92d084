package io.github.sandbox.entra;

import org.springframework.web.util.HtmlUtils;

/**
 * The frame of every page: plain HTML with its style inside, no scripts, light and dark.
 */
final class Page {

	private static final String STYLE = """
			:root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --paper: #f4f6f8; --card: #fff;
			  --line: #d0d7de; --accent: #0b5cad; --on-accent: #fff; --note: #fff4d6; --note-ink: #5c4300; }
			@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9da7b1; --paper: #0f1419;
			  --card: #1a2028; --line: #39424e; --accent: #6cb2ff; --on-accent: #06121f; --note: #3a2f12;
			  --note-ink: #ffe2a0; } }
			* { box-sizing: border-box; }
			body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
			.sandbox { margin: 0; padding: .5rem 1rem; background: var(--note); color: var(--note-ink);
			  text-align: center; font-size: .9rem; }
			main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
			h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem; }
			p { margin: 0 0 1rem; } .soft, dt { color: var(--soft); }
			ul { list-style: none; margin: 1rem 0; padding: 0; display: grid; gap: .75rem; }
			.person { display: block; width: 100%; padding: .9rem 1rem; text-align: left; font: inherit;
			  color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: .6rem;
			  cursor: pointer; overflow-wrap: anywhere; }
			.person:hover { border-color: var(--accent); }
			.person span { display: block; } .name { font-weight: 600; font-size: 1.05rem; }
			.facts { font-size: .9rem; color: var(--soft); margin-top: .35rem; }
			.card { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: 1rem;
			  overflow-wrap: anywhere; }
			.scopes { gap: .5rem; } .scopes code, .code { font-size: .85rem; color: var(--soft); display: block; }
			.actions { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1.25rem; }
			.action { font: inherit; padding: .6rem 1.2rem; border-radius: .5rem; border: 1px solid var(--line);
			  background: var(--card); color: inherit; cursor: pointer; }
			.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
			a { color: var(--accent); }
			:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
			iframe { border: 0; width: 1px; height: 1px; position: absolute; left: -10px; }
			""";

	private static final String FRAME = """
			<!doctype html>
			<html lang="en">
			<head>
			<meta charset="utf-8">
			<meta name="viewport" content="width=device-width, initial-scale=1">
			<title>%1$s - sandbox sign-in, not Microsoft</title>
			<style>%2$s</style>
			%3$s</head>
			<body>
			<p class="sandbox" role="note">This is a <strong>sandbox</strong> that imitates a sign-in service.
			It is not Microsoft, and no password is asked for.</p>
			<main>
			<h1>%1$s</h1>
			%4$s</main>
			</body>
			</html>
			""";

	private Page() {
	}

	/** A page with this title; the body is HTML. */
	static String render(String title, String body) {
		return FRAME.formatted(escape(title), STYLE, "", body);
	}

	/** A page that moves on to another address by itself after two seconds. */
	static String renderAndMoveOn(String title, String body, String address) {
		String refresh = "<meta http-equiv=\"refresh\" content=\"2;url=%s\">%n".formatted(escape(address));
		return FRAME.formatted(escape(title), STYLE, refresh, body);
	}

	/** A hidden form field. */
	static String hidden(String name, String value) {
		return "<input type=\"hidden\" name=\"%s\" value=\"%s\">%n".formatted(escape(name), escape(value));
	}

	/** Text made safe for an element or a quoted attribute. */
	static String escape(String text) {
		return HtmlUtils.htmlEscape(text);
	}

}
