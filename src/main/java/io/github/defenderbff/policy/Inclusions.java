package io.github.defenderbff.policy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static io.github.defenderbff.policy.Mistakes.quoted;

/**
 * Adds to every role what the roles that it includes grant. It walks without recursion,
 * since a chain of roles may be as long as the file.
 */
final class Inclusions {

	/** How many roles of a long cycle are named. */
	private static final int NAMED = 20;

	private final Map<String, RoleEntry> entries = new LinkedHashMap<>();

	private final Map<String, Set<Privilege>> granted = new HashMap<>();

	private final Set<String> underWay = new HashSet<>();

	private final Mistakes mistakes;

	/**
	 * Binds roles that can be included.
	 * @param entries the roles of the file; no two share a name
	 * @param others roles beside them
	 */
	Inclusions(Collection<RoleEntry> entries, Collection<Role> others, Mistakes mistakes) {
		this.mistakes = mistakes;
		entries.forEach((entry) -> this.entries.put(entry.name(), entry));
		others.forEach((role) -> this.granted.put(role.name(), role.privileges()));
	}

	/** The roles of the file, each with all that it grants. */
	List<Role> roles() {
		this.entries.values().forEach(this::resolve);
		return this.entries.values()
			.stream()
			.map((entry) -> entry.granting(this.granted.getOrDefault(entry.name(), Set.of())))
			.toList();
	}

	private void resolve(RoleEntry first) {
		var path = new ArrayDeque<Step>();
		enter(first, path);
		while (!path.isEmpty()) {
			var step = path.getLast();
			if (step.open().hasNext()) {
				follow(step, step.open().next(), path);
			}
			else {
				leave(path);
			}
		}
	}

	private void enter(RoleEntry entry, Deque<Step> path) {
		if (!this.granted.containsKey(entry.name()) && this.underWay.add(entry.name())) {
			path.addLast(new Step(entry, entry.includes().iterator(), EnumSet.noneOf(Privilege.class)));
		}
	}

	private void leave(Deque<Step> path) {
		var done = path.removeLast();
		done.granted().addAll(done.entry().role().privileges());
		this.underWay.remove(done.entry().name());
		this.granted.put(done.entry().name(), done.granted());
		if (!path.isEmpty()) {
			path.getLast().granted().addAll(done.granted());
		}
	}

	private void follow(Step step, YamlWord included, Deque<Step> path) {
		var known = this.granted.get(included.text());
		var entry = this.entries.get(included.text());
		if (known != null) {
			step.granted().addAll(known);
		}
		else if (entry == null) {
			this.mistakes.at(included.node(), () -> unknown(step.entry(), included.text()));
		}
		else if (this.underWay.contains(entry.name())) {
			this.mistakes.at(included.node(), () -> circle(entry.name(), path));
		}
		else {
			enter(entry, path);
		}
	}

	private String unknown(RoleEntry entry, String name) {
		var names = Stream.concat(this.entries.keySet().stream(), this.granted.keySet().stream())
			.distinct()
			.collect(Collectors.toCollection(ArrayList::new));
		names.remove(entry.name());
		return "the role %s includes %s, which is no role of this file; %s".formatted(quoted(entry.name()),
				quoted(name),
				Suggestion.closest(name, names)
					.map((meant) -> "did you mean " + quoted(meant) + "?")
					.orElse("write a role of that name, or take it out."));
	}

	private static String circle(String name, Deque<Step> path) {
		var names = path.stream()
			.map((step) -> step.entry().name())
			.dropWhile((each) -> !each.equals(name))
			.limit(NAMED)
			.map(Mistakes::quoted)
			.collect(Collectors.joining(" → "));
		return "roles include each other in a circle; take out one inclusion of %s → %s.".formatted(names,
				quoted(name));
	}

	/** A role whose inclusions are being followed. */
	private record Step(RoleEntry entry, Iterator<YamlWord> open, Set<Privilege> granted) {

	}

}
