package io.github.defenderbff.bulk;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;

/** What can be done to many devices, under Defender's own names. */
enum BulkOperation {

	ISOLATE("isolate"), UNISOLATE("unisolate"), RESTRICT("restrictCodeExecution"),

	UNRESTRICT("unrestrictCodeExecution"), SCAN("runAntiVirusScan"), COLLECT("collectInvestigationPackage"),

	TAG("tag");

	private final String word;

	BulkOperation(String word) {
		this.word = word;
	}

	/**
	 * The one of that name.
	 * @throws Failure if there is none
	 */
	static BulkOperation named(String name) {
		return Arrays.stream(values())
			.filter((each) -> each.word.equals(name))
			.findFirst()
			.orElseThrow(UnknownOperation::new);
	}

	/** The operation's id. */
	String id() {
		return "machines." + this.word;
	}

	/** Whether Defender keeps a comment with it. */
	boolean takesComment() {
		return this != TAG;
	}

	/** What its body has besides a comment. */
	List<Property> properties() {
		return switch (this) {
			case ISOLATE -> List.of(new Property("IsolationType", "Full|Selective|UnManagedDevice", false));
			case SCAN -> List.of(new Property("ScanType", "Quick|Full", true));
			case TAG -> List.of(new Property("Value", ".*\\S.*", true), new Property("Action", "Add|Remove", true));
			case UNISOLATE, RESTRICT, UNRESTRICT, COLLECT -> List.of();
		};
	}

	/**
	 * A property of a body.
	 *
	 * @param name as Defender spells it
	 * @param values a pattern of what it may be
	 * @param mandatory whether it must be there
	 */
	record Property(String name, String values, boolean mandatory) {

		boolean takes(String value) {
			return Pattern.matches(this.values, value);
		}

		/** What it must be, in words. */
		String rule() {
			return this.name.equals("Value") ? "must not be blank" : "must be " + this.values.replace("|", " or ");
		}

	}

	/** It cannot be done to many devices, or not at all. */
	private static final class UnknownOperation extends Failure {

		UnknownOperation() {
			super(ProblemType.INVALID_PARAMETER, "The operation must be one of "
					+ Arrays.stream(values()).map((each) -> each.word).collect(Collectors.joining(", ")) + ".");
			member("parameter", "operation");
		}

	}

}
