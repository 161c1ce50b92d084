package io.github.defenderbff.policy;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.defenderbff.policy.RoleBookFile.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** A role book that is wrong says where, and what would be right. */
class RoleBookMistakeTests {

	private static final String VIEWER = "roles:\n- name: Viewer\n  privileges: [View data]\n";

	private static List<String> mistakes(String text) {
		return switch (RoleBookReader.read("book.yml", new Content.Text(text))) {
			case Reading.Sound _ -> List.of();
			case Reading.Broken(var mistakes) -> mistakes;
		};
	}

	/** Lines are parted by a semicolon in this table. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
							# nothing                                                         | book.yml: the file is empty; write the roles, or set no policy.role-book.
					- a                                                               | book.yml:1:1: the role book must have keys and values, such as roles: ….
					role: []                                                          | book.yml:1:1: the role book has the key "role", which is unknown; did you mean "roles"?
					policy: {}                                                        | book.yml:1:1: the role book has the key "policy", which is unknown; the keys are roles, device-groups, directory-roles.
					[a]: {}                                                           | book.yml:1:1: the role book has a key that is no word; the keys are roles, device-groups, directory-roles.
					roles: []                                                         | book.yml:1:1: the role book has no roles; write the portal's roles under roles.
					device-groups: []                                                 | book.yml:1:1: the role book has no roles; write the portal's roles under roles.
					roles: Viewer                                                     | book.yml:1:8: "roles" of the role book must be a list; begin each item with a dash on a line of its own.
					roles:                                                            | book.yml:1:7: "roles" of the role book must be a list; begin each item with a dash on a line of its own.
					roles: [Viewer]                                                   | book.yml:1:9: a role must have keys and values, such as name: ….
					directory-roles: modern                                           | book.yml:1:18: the role book has the directory-roles "modern"; write basic, classic, unified.
					directory-roles: [classic]                                        | book.yml:1:18: "directory-roles" of the role book must be a word or phrase here.
					roles:;- privileges: [View data]                                  | book.yml:2:3: a role has no name; write name: and what the portal calls it.
					roles:;- name:;  privileges: [View data]                          | book.yml:2:8: "name" of a role must be a word or phrase here.
					roles:;- name: A;  privilege: [View data];  includes: []          | book.yml:3:3: the role "A" has the key "privilege", which is unknown; did you mean "privileges"?
					roles:;- name: A;  privileges: [View data];  name: B              | book.yml:4:3: the role "A" has the key "name" twice; keep one of the two.
					roles:;- name: A                                                  | book.yml:2:3: the role "A" grants nothing; write its privileges, or a role under includes.
					roles:;- name: A;  privileges: []                                 | book.yml:2:3: the role "A" grants nothing; write its privileges, or a role under includes.
					roles:;- name: A;  privileges: View data                          | book.yml:3:15: "privileges" of the role "A" must be a list; begin each item with a dash on a line of its own.
					roles:;- name: A;  privileges: [Alert investigation]              | book.yml:3:16: the role "A" has the privilege "Alert investigation", which Defender does not know; did you mean "Alerts investigation"?
					roles:;- name: A;  privileges: [Fly]                              | book.yml:3:16: the role "A" has the privilege "Fly", which Defender does not know; write it as docs/role-book.md lists it.
					roles:;- name: A;  privileges: [[View data]]                      | book.yml:3:16: "privileges" of the role "A" must be a word or phrase here.
					roles:;- name: A;  includes: [B]                                  | book.yml:3:14: the role "A" includes "B", which is no role of this file; write a role of that name, or take it out.
					roles:;- name: A;  includes: [A]                                  | book.yml:3:14: roles include each other in a circle; take out one inclusion of "A" → "A".
					roles:;- name: A;  privileges: [View data];  groups: [SOC]        | book.yml:4:12: the role "A" has the group "SOC", which is no id; write the Object ID that Entra shows for the group.
					roles:;- name: A;  privileges: [View data];  groups:              | book.yml:4:10: "groups" of the role "A" must be a list; begin each item with a dash on a line of its own.
					roles:;- name: A;  privileges: [View data];  every-device: yes    | book.yml:4:17: "every-device" of the role "A" must be true or false.
					roles:;- name: A;  privileges: [View data];  directory-roles: [Security reeder] | book.yml:4:21: the role "A" has the directory role "Security reeder", which is not known; did you mean "Security Reader"?
					roles:;- name: A;  privileges: [View data];  directory-roles: [Janitor]         | book.yml:4:21: the role "A" has the directory role "Janitor", which is not known; write its template id, or one of Global Administrator, Security Administrator, Security Operator, Security Reader, Global Reader.
					roles:;- name: A;  privileges: [View data];- name: A;  privileges: [View data]  | book.yml:4:9: a role before this one has the name "A" too; every role has its own.
					""")
	void isToldWithItsPlaceAndACure(String lines, String mistake) {
		assertThat(mistakes(lines.replace(';', '\n'))).contains(mistake);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					- rank: 1                               | book.yml:5:3: a device group has no name; write name: and what the portal calls it.
					- name: D                               | book.yml:5:3: the device group "D" has no rank; write rank: and the number that the portal shows, 1 for the highest.
					- {name: D, rank: 0}                    | book.yml:5:19: the device group "D" has the rank "0"; ranks are whole numbers from 1.
					- {name: D, rank: first}                | book.yml:5:19: the device group "D" has the rank "first"; ranks are whole numbers from 1.
					- {name: D, rank: 99999999999}          | book.yml:5:19: the device group "D" has the rank "99999999999"; ranks are whole numbers from 1.
					- {name: D, rank: 1, group: []}         | book.yml:5:22: the device group "D" has the key "group", which is unknown; did you mean "groups"?
					- {name: D, rank: 1, groups: [x]}       | book.yml:5:31: the device group "D" has the group "x", which is no id; write the Object ID that Entra shows for the group.
					- {name: D, rank: 1};- {name: D, rank: 2} | book.yml:6:10: a device group before this one has the name "D" too; every group has its own.
					- {name: D, rank: 1};- {name: E, rank: 1} | book.yml:6:19: the device group "E" has the rank 1, as the device group "D" has; every group has its own.
					""")
	void isToldOfDeviceGroupsToo(String lines, String mistake) {
		assertThat(mistakes(VIEWER + "device-groups:\n" + lines.replace(';', '\n'))).containsExactly(mistake);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			roles: [             | book.yml:1:9: this is not YAML
			roles: a: b          | book.yml:1:9: this is not YAML
			roles: *nowhere      | book.yml:1:8: this is not YAML
			roles:;\t- a         | book.yml:2:1: this is not YAML
			roles: &a [*a]       | book.yml:1:8: this YAML anchor contains itself; write out what is meant.
			roles: &a [{x: [*a]}]| book.yml:1:8: this YAML anchor contains itself; write out what is meant.
			roles: [];---;b: 1   | book.yml:3:1: here begins a second YAML document; take out the line --- before it.
			""")
	void isToldOfYaml(String lines, String beginning) {
		assertThat(mistakes(lines.replace(';', '\n').replace("\\t", "\t"))).singleElement()
			.asString()
			.startsWith(beginning);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n", "---\n", "null" })
	void tellOfAnEmptyFile(String text) {
		assertThat(mistakes(text))
			.containsExactly("book.yml: the file is empty; write the roles, or set no policy.role-book.");
	}

	@Test
	void tellWhereACharacterStandsThatYamlForbids() {
		assertThat(mistakes("roles: []\n# bell \u0007"))
			.containsExactly("book.yml:2:8: this is not YAML: it has the character U+0007; take it out.");
	}

	@Test
	void areAllToldAtOnceInTheOrderOfTheFile() {
		assertThat(mistakes("""
				device-groups: [{name: D}]
				roles:
				  - name: A
				    includes: [B]
				    privileges: [Fly]
				  - name: B
				    includes: [C]
				  - name: C
				    includes: [A]
				""")).extracting((mistake) -> mistake.substring(0, mistake.indexOf(" ")))
			.containsExactly("book.yml:1:17:", "book.yml:5:18:", "book.yml:9:16:");
	}

	@Test
	void nameTheWholeCircle() {
		assertThat(mistakes("""
				roles:
				  - {name: Z, includes: [A]}
				  - {name: A, includes: [B]}
				  - {name: B, includes: [C]}
				  - {name: C, includes: [A]}
				""")).containsExactly(
				"book.yml:5:26: roles include each other in a circle; take out one inclusion of \"A\" → \"B\" → \"C\" → \"A\".");
	}

	@Test
	void quoteNothingLongAndNoLineBreaks() {
		assertThat(mistakes("roles: [{name: A, privileges: [\"x\\ny\\e" + "z".repeat(500) + "\"]}]")).singleElement()
			.asString()
			.hasSizeLessThan(250)
			.doesNotContain("\n", "\u001B");
	}

	static Stream<Arguments> hostile() {
		return Stream.of(arguments("deep", "roles: " + "[".repeat(400_000)),
				arguments("deep blocks", "a:\n".repeat(1).concat("- ".repeat(300_000))), arguments("laughs", laughs()),
				arguments("aliases", "roles: &a [{}]\n" + "x: [" + "*a,".repeat(200_000) + "]"),
				arguments("long circle", chain(15_000, 14_999)), arguments("many keys", keys(80_000)),
				arguments("many mistakes",
						"roles: [{name: A, privileges: [" + "Alert investigatio,".repeat(50_000) + "]}]"),
				arguments("one long word", "roles: [{name: A, privileges: [" + "x".repeat(1_000_000) + "]}]"),
				arguments("control characters", "roles: [\u0000]"),
				arguments("types", "roles: !!java.net.URL [http://x]"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("hostile")
	void endSoonHoweverHostileTheFile(String what, String text) {
		var mistakes = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> mistakes(text));
		assertThat(mistakes).as(what).isNotEmpty().hasSizeLessThanOrEqualTo(101);
		assertThat(mistakes).allMatch((mistake) -> mistake.length() < 3000);
	}

	@Test
	void areNotMadeOfALongChainOfInclusions() {
		var sound = chain(15_000, -1).replace("{name: R14999}", "{name: R14999, privileges: [View data]}");
		assertThatNoException().isThrownBy(() -> assertThat(mistakes(sound)).isEmpty());
	}

	/**
	 * Each role includes the next; the last includes the first when it is to be closed.
	 */
	private static String chain(int length, int closing) {
		return "roles:\n" + IntStream.range(0, length)
			.mapToObj((number) -> "- {name: R%d%s}".formatted(number,
					(number == length - 1 && number != closing) ? ""
							: ", includes: [R" + ((number + 1) % length) + "]"))
			.collect(Collectors.joining("\n"));
	}

	private static String keys(int number) {
		return IntStream.range(0, number).mapToObj((key) -> "k" + key + ": 1\n").collect(Collectors.joining());
	}

	private static String laughs() {
		return "a: &l0 [ha]\n" + IntStream.range(1, 30)
			.mapToObj((level) -> "a%1$d: &l%1$d [%2$s]\n".formatted(level, ("*l" + (level - 1) + ",").repeat(9)))
			.collect(Collectors.joining());
	}

}
