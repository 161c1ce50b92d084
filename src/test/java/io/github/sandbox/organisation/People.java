package io.github.sandbox.organisation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Everybody who can sign in, each standing for one way of holding rights. */
public final class People {

	public static final Person VERA_VIEWER = person(1, "Vera Viewer",
			"Reads devices and alerts of Workstations North, changes nothing.", EntraGroup.SOC_TIER_1);

	public static final Person ALVA_ANALYST = person(2, "Alva Analyst",
			"Reads both workstation groups, works on their alerts and collects packages.", EntraGroup.SOC_TIER_2);

	public static final Person RUNE_RESPONDER = person(3, "Rune Responder",
			"Investigates, isolates and scans workstations and servers, with basic live response.",
			EntraGroup.SOC_RESPONDERS);

	public static final Person EDDA_EDGE = person(4, "Edda Edge",
			"Does everything a responder does, but only on the executives' devices.", EntraGroup.EXECUTIVE_DESK);

	public static final Person VIGO_VULNS = person(5, "Vigo Vulns",
			"Sees software and weaknesses of Workstations North, but no alerts and no devices.",
			EntraGroup.VULNERABILITY_TEAM);

	public static final Person ADA_ADMIN = new Person(objectId(6), "Ada Admin", "ada@nordhavn.example",
			"Security Administrator: may do everything on every device.", Set.of(EntraGroup.SECURITY_ADMINS.objectId()),
			Set.of(Organisation.SECURITY_ADMINISTRATOR), false);

	public static final Person OLGA_OVERAGE = new Person(objectId(7), "Olga Overage", "olga@nordhavn.example",
			"May do what Rune may, but is in so many groups that the token only says so.",
			Set.of(EntraGroup.SOC_RESPONDERS.objectId()), Set.of(), true);

	public static final Person NILS_NOBODY = person(8, "Nils Nobody", "Has no group and no role, so may do nothing.");

	static final List<Person> ALL = List.of(VERA_VIEWER, ALVA_ANALYST, RUNE_RESPONDER, EDDA_EDGE, VIGO_VULNS, ADA_ADMIN,
			OLGA_OVERAGE, NILS_NOBODY);

	private People() {
	}

	/** More people who respond and see weaknesses; they are numbered from 1001. */
	static Stream<Person> responders(int count) {
		return IntStream.rangeClosed(1, count)
			.map((number) -> 1000 + number)
			.mapToObj((number) -> person(number, "R" + number + " Responder", "May do what Rune and Vigo may.",
					EntraGroup.SOC_RESPONDERS, EntraGroup.VULNERABILITY_TEAM));
	}

	private static Person person(int number, String name, String description, EntraGroup... groups) {
		String alias = name.substring(0, name.indexOf(' ')).toLowerCase(Locale.ROOT);
		Set<String> ids = Arrays.stream(groups).map(EntraGroup::objectId).collect(Collectors.toSet());
		return new Person(objectId(number), name, alias + "@nordhavn.example", description, ids, Set.of(), false);
	}

	private static String objectId(int number) {
		return "10000000-0000-4000-8000-%012d".formatted(number);
	}

}
