package io.github.defenderbff.policy;

import java.util.List;
import java.util.function.Supplier;

/**
 * What a question is about.
 *
 * @param name what the path names, such as a device id; empty when it is asked in general
 * @param evidence for the devices that are named; asked for only when nothing else speaks
 * against it, since it may cost a call to Defender
 */
public record Targets(String name, Supplier<List<DeviceEvidence>> evidence) {

	/** Nothing in particular. */
	public static final Targets NONE = new Targets("", List::of);

	/** Something whose devices need no evidence. */
	public static Targets named(String name) {
		return new Targets(name, List::of);
	}

}
