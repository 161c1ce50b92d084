package io.github.defenderbff.policy;

import io.github.defenderbff.policy.RoleBookFile.Content;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every role book, however it was garbled. */
class RoleBookLawTests {

	private static final String SOUND = """
			directory-roles: unified
			roles:
			- &v {name: Viewer, privileges: [View data], every-device: false}
			- name: Analyst
			  includes: [Viewer]
			  groups: &g [3f1e0c6a-0000-4000-8000-000000000001]
			device-groups:
			- {name: D, rank: 1, groups: *g}
			""";

	@Property(tries = 2000)
	void isReadOrItsMistakesAreToldWithTheirPlace(@ForAll @IntRange(max = 220) int place,
			@ForAll @IntRange(max = 25) int left,
			@ForAll @Chars({ ' ', '\n', '\t', '-', ':', '[', ']', '{', '}', '&', '*', '!', '|', '>', '"', '\'', '#',
					'%', '?', ',', '<', '\\', 'g', 'v', '\uFEFF', '\uD83D' }) @CharRange(from = '\0',
							to = '~') @StringLength(max = 6) String put) {
		var start = Math.min(place, SOUND.length());
		var garbled = SOUND.substring(0, start) + put + SOUND.substring(Math.min(start + left, SOUND.length()));
		switch (RoleBookReader.read("book.yml", new Content.Text(garbled))) {
			case Reading.Sound(var book) -> assertThat(book.roles()).isNotEmpty();
			case Reading.Broken(var mistakes) -> assertThat(mistakes).isNotEmpty()
				.allMatch((mistake) -> mistake.matches("book\\.yml:(\\d+:\\d+:)? \\p{Print}.*[.?]"));
		}
	}

}
