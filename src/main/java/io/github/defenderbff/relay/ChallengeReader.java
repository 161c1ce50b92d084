package io.github.defenderbff.relay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Reads the challenges of one {@code WWW-Authenticate} field from left to right. */
final class ChallengeReader {

	private static final String TOKEN = "!#$%&'*+-.^_`|~";

	private static final String TOKEN_68 = "-._~+/";

	private static final char END = 0;

	private final String field;

	private final List<AuthenticationChallenge> read = new ArrayList<>();

	private final Map<String, String> parameters = new HashMap<>();

	private @Nullable String scheme;

	private int position;

	private ChallengeReader(String field) {
		this.field = field;
	}

	/** The challenges; of a field that cannot be read to its end, those before. */
	static List<AuthenticationChallenge> read(String field) {
		var reader = new ChallengeReader(field);
		while (reader.readNext()) {
			reader.skip(",");
		}
		reader.finish();
		return reader.read;
	}

	/** A word is a scheme, unless an equals sign makes it a parameter's name. */
	private boolean readNext() {
		skip(",");
		var word = word(TOKEN);
		if (word == null) {
			return false;
		}
		if (skip("") == '=') {
			return readParameter(word);
		}
		finish();
		this.scheme = word;
		skipToken68();
		return true;
	}

	private boolean readParameter(String name) {
		this.position++;
		var value = (skip("") == '"') ? quoted() : word(TOKEN + "/=");
		if (value == null) {
			return false;
		}
		this.parameters.putIfAbsent(name.toLowerCase(Locale.ROOT), value);
		return true;
	}

	private void finish() {
		if (this.scheme != null) {
			this.read.add(new AuthenticationChallenge(this.scheme.toLowerCase(Locale.ROOT), this.parameters));
		}
		this.parameters.clear();
	}

	/** Passes blanks and these characters; the answer is the one that follows. */
	private char skip(String besides) {
		while (this.position < this.field.length()
				&& (" \t" + besides).indexOf(this.field.charAt(this.position)) >= 0) {
			this.position++;
		}
		return (this.position < this.field.length()) ? this.field.charAt(this.position) : END;
	}

	private @Nullable String word(String besides) {
		var start = this.position;
		while (this.position < this.field.length() && isOf(this.field.charAt(this.position), besides)) {
			this.position++;
		}
		return (this.position > start) ? this.field.substring(start, this.position) : null;
	}

	private static boolean isOf(char character, String besides) {
		return (character < 128 && Character.isLetterOrDigit(character)) || besides.indexOf(character) >= 0;
	}

	/** One word may follow a scheme in place of parameters. */
	private void skipToken68() {
		skip("");
		var start = this.position;
		word(TOKEN_68);
		skip("=");
		var next = skip("");
		if (next != ',' && next != END) {
			this.position = start;
		}
	}

	private @Nullable String quoted() {
		var value = new StringBuilder();
		for (var index = this.position + 1; index < this.field.length(); index++) {
			var character = this.field.charAt(index);
			if (character == '"') {
				this.position = index + 1;
				return value.toString();
			}
			if (character == '\\' && index + 1 < this.field.length()) {
				character = this.field.charAt(++index);
			}
			value.append(character);
		}
		return null;
	}

}
