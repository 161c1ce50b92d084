package io.github.defenderbff.responsecache;

import java.util.List;

import io.github.defenderbff.signin.Person;
import io.github.defenderbff.signin.Subject;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What an entry is found by. */
class KeyTests {

	private static Key key(String tenant, String person, String operation, String parameters) {
		return new Key(new Partition.Own(new Subject(Subject.Kind.PERSON, tenant, person)), operation, parameters);
	}

	@Test
	void isEqualOnlyWhenEveryPartIs() {
		var key = key("t", "p", "o", "a");
		assertThat(key).isEqualTo(key("t", "p", "o", "a")).hasSameHashCodeAs(key("t", "p", "o", "a"));
		assertThat(List.of(key("T", "p", "o", "a"), key("t", "P", "o", "a"), key("t", "p", "O", "a"),
				key("t", "p", "o", "A"), key("p", "t", "o", "a"), key("tp", "", "o", "a")))
			.doesNotContain(key);
	}

	@Test
	void isAPersonsOwnWhateverTheyAreCalled() {
		var person = new Partition.Own(new Subject(Subject.Kind.PERSON, "t", "id"));
		assertThat(person).isEqualTo(new Partition.Own(new Person("t", "id", "Ada", "ada@example.com").subject()))
			.isEqualTo(new Partition.Own(new Person("t", "id", "Ada Lovelace", "lovelace@example.com").subject()))
			.isNotEqualTo(new Partition.Own(new Subject(Subject.Kind.PERSON, "t", "other")))
			.isNotEqualTo(new Partition.Own(new Subject(Subject.Kind.PERSON, "other", "id")))
			.isNotEqualTo(new Partition.Own(new Subject(Subject.Kind.APPLICATION, "t", "id")));
	}

}
