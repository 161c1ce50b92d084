package io.github.defenderbff.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Everything that is wrong with a role book file, told together and in the file's order.
 */
final class Mistakes {

	/** A hostile file may have any number of them. */
	private static final int TOLD = 100;

	private final String file;

	private final TreeSet<Mistake> found = new TreeSet<>();

	private long more;

	Mistakes(String file) {
		this.file = file;
	}

	/** Notes a mistake of the file as a whole. */
	void add(String sentence) {
		add(0, 0, () -> sentence);
	}

	/** Notes a mistake at an index of the text. */
	void at(String text, int index, String sentence) {
		var before = text.substring(0, index);
		var line = before.chars().filter((letter) -> letter == '\n').count();
		add((int) line + 1, index - before.lastIndexOf('\n'), () -> sentence);
	}

	void at(Mark mark, String sentence) {
		add(mark.getLine() + 1, mark.getColumn() + 1, () -> sentence);
	}

	void at(Node node, Supplier<String> sentence) {
		add(node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1, sentence);
	}

	private void add(int line, int column, Supplier<String> sentence) {
		if (this.found.size() < TOLD) {
			this.found.add(new Mistake(line, column, sentence.get()));
		}
		else {
			this.more++;
		}
	}

	boolean none() {
		return this.found.isEmpty();
	}

	/** One sentence for each, with file, line and column. */
	List<String> told() {
		var told = new ArrayList<>(this.found.stream().map((mistake) -> mistake.in(this.file)).toList());
		if (this.more > 0) {
			told.add(this.file + ": there is more to mend: %d more mistakes.".formatted(this.more));
		}
		return List.copyOf(told);
	}

	/** A word of the file as it is quoted, which cannot pass for anything else. */
	static String quoted(String word) {
		return "\"" + oneLine(word) + "\"";
	}

	/** A text without line breaks, and cut short. */
	static String oneLine(String text) {
		var plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
		return (plain.length() > 80) ? plain.substring(0, 80) + "…" : plain;
	}

	private record Mistake(int line, int column, String sentence) implements Comparable<Mistake> {

		private static final Comparator<Mistake> BY_PLACE = Comparator.comparingInt(Mistake::line)
			.thenComparingInt(Mistake::column)
			.thenComparing(Mistake::sentence);

		@Override
		public int compareTo(Mistake other) {
			return BY_PLACE.compare(this, other);
		}

		String in(String file) {
			return (this.line > 0) ? "%s:%d:%d: %s".formatted(file, this.line, this.column, this.sentence)
					: file + ": " + this.sentence;
		}

	}

}
