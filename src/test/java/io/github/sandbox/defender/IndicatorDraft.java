package io.github.sandbox.defender;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

import io.github.sandbox.organisation.DeviceGroup;
import io.github.sandbox.organisation.Indicator;

/**
 * What an indicator shall be, checked.
 *
 * @param type the kind of value
 * @param value what to look for
 * @param properties everything else
 */
record IndicatorDraft(String type, String value, Entity properties) {

	private static final Set<String> TYPES = Set.of("FileSha1", "FileMd5", "CertificateThumbprint", "FileSha256",
			"IpAddress", "DomainName", "Url");

	private static final Set<String> ACTIONS = Set.of("Warn", "Block", "Audit", "BlockAndRemediate", "Allowed", "Alert",
			"AlertAndBlock");

	private static final Set<String> SEVERITIES = Set.of("Informational", "Low", "Medium", "High");

	static IndicatorDraft of(Indicator indicator) {
		return new IndicatorDraft(indicator.type(), indicator.value(),
				Entity.builder()
					.with("action", indicator.action())
					.with("application", "Sandbox")
					.with("expirationTime", null)
					.with("severity", indicator.threat().severity())
					.with("title", indicator.threat().title())
					.with("description", indicator.threat().title() + ", reported by the SOC.")
					.with("recommendedActions", null)
					.with("generateAlert", true)
					.with(groups(indicator.groups()))
					.build());
	}

	/** Reads what a client sent; one more property than documented is one too many. */
	static IndicatorDraft of(RequestBody body, List<DeviceGroup> known) {
		body.allowOnly("indicatorValue", "indicatorType", "action", "application", "title", "description",
				"expirationTime", "severity", "recommendedActions", "rbacGroupNames", "educateUrl", "generateAlert");
		String value = body.required("indicatorValue");
		String type = body.required("indicatorType", TYPES);
		requireFit(type, value);
		body.text("educateUrl").ifPresent(Syntax::requireUrl);
		return new IndicatorDraft(type, value, Entity.builder()
			.with("action", action(body))
			.with("application", body.text("application").orElse(null))
			.with("expirationTime", body.text("expirationTime").map(IndicatorDraft::time).orElse(null))
			.with("severity", body.oneOf("severity", SEVERITIES).orElse("Informational"))
			.with("title", body.required("title"))
			.with("description", body.required("description"))
			.with("recommendedActions", body.text("recommendedActions").orElse(null))
			.with("generateAlert", body.flag("generateAlert").orElse(false))
			.with(groups(
					body.texts("rbacGroupNames").orElse(List.of()).stream().map((name) -> group(name, known)).toList()))
			.build());
	}

	private static String action(RequestBody body) {
		String action = body.required("action", ACTIONS);
		if (action.equals("Audit") && !body.flag("generateAlert").orElse(false)) {
			throw Refusal.badRequest("InvalidInput", "Audit needs generateAlert to be true.");
		}
		return action;
	}

	private static void requireFit(String type, String value) {
		String _ = switch (type) {
			case "FileSha1", "CertificateThumbprint" -> Syntax.requireHash(value, 40);
			case "FileMd5" -> Syntax.requireHash(value, 32);
			case "FileSha256" -> Syntax.requireHash(value, 64);
			case "IpAddress" -> Syntax.requireIpAddress(value);
			case "DomainName" -> Syntax.requireDomain(value);
			default -> Syntax.requireUrl(value);
		};
	}

	private static Instant time(String text) {
		try {
			return OffsetDateTime.parse(text).toInstant();
		}
		catch (DateTimeException _) {
			throw Refusal.badRequest("InvalidInput", "'%s' is not a time.".formatted(text));
		}
	}

	private static DeviceGroup group(String name, List<DeviceGroup> known) {
		return known.stream()
			.filter((group) -> group.displayName().equalsIgnoreCase(name))
			.findFirst()
			.orElseThrow(() -> Refusal.badRequest("InvalidInput", "There is no device group '%s'.".formatted(name)));
	}

	private static Entity groups(List<DeviceGroup> groups) {
		return Entity.builder()
			.with("rbacGroupNames", groups.stream().map(DeviceGroup::displayName).toList())
			.with("rbacGroupIds", groups.stream().map((group) -> Integer.toString(group.id())).toList())
			.build();
	}

}
