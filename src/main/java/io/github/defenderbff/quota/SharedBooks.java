package io.github.defenderbff.quota;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Books that several instances of this service write in, one for each family. What is in
 * them is for this module alone to read. Safe for use by several threads.
 */
public interface SharedBooks {

	/**
	 * Reads the book of a family.
	 * @param family what it is called
	 * @param known what was last read or written here; null for nothing
	 * @return what is in it, or what is known if that is still so; null while the books
	 * cannot be reached, which nobody waits for
	 */
	@Nullable Page read(String family, @Nullable Page known);

	/**
	 * Writes the book of a family.
	 * @param before what was read
	 * @param text what to write
	 * @param keep after this it may be forgotten
	 * @return what is in it now; empty if somebody else wrote since, or the books cannot
	 * be reached
	 */
	Optional<Page> write(String family, Page before, byte[] text, Duration keep);

	/**
	 * What was found in a book.
	 *
	 * @param versions what tells this from what anybody else writes
	 * @param number how often it was written
	 * @param text what it says; empty where nothing was ever written
	 * @param ahead how far the clock that all go by is ahead of the one of this instance
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Page(List<String> versions, long number, byte[] text, Duration ahead) {

		public Page {
			versions = List.copyOf(versions);
		}

		/** The same, read when the clocks differed by so much. */
		public Page at(Duration difference) {
			return new Page(this.versions, this.number, this.text, difference);
		}

	}

}
