package io.github.sandbox.defender;

import java.time.Duration;
import java.time.Instant;

import io.github.sandbox.organisation.Product;
import io.github.sandbox.organisation.Recommendation;
import io.github.sandbox.organisation.Remediation;

/** How the API shows remediation activities. */
final class RemediationView {

	static final String SET = "RemediationTasks";

	private static final Instant CREATED = Instant.parse("2026-01-12T08:00:00Z");

	private static final Duration ALLOWED = Duration.ofDays(30);

	private static final Duration TAKEN = Duration.ofDays(9);

	private RemediationView() {
	}

	static Entity of(Remediation remediation) {
		return Entity.builder()
			.with("id", remediation.id())
			.with("title", remediation.recommendation().title())
			.with("createdOn", CREATED)
			.with("requesterId", remediation.requester().objectId())
			.with("requesterEmail", remediation.requester().userPrincipalName())
			.with("requesterNotes", null)
			.with("description", remediation.recommendation().title() + " on every device that needs it.")
			.with("dueOn", CREATED.plus(ALLOWED))
			.with("priority", "High")
			.with("productivityImpactRemediationType", null)
			.with("targetDevices", remediation.targets().size())
			.with("fixedDevices", remediation.targets().size() - remediation.exposed().size())
			.with("rbacGroupNames", remediation.deviceGroups())
			.with(state(remediation))
			.with(change(remediation.recommendation()))
			.build();
	}

	private static Entity state(Remediation remediation) {
		boolean completed = remediation.completed();
		return Entity.builder()
			.with("status", remediation.status())
			.with("statusLastModifiedOn", completed ? CREATED.plus(TAKEN) : CREATED)
			.with("completionMethod", completed ? "Automatic" : null)
			.with("completerId", completed ? remediation.requester().objectId() : null)
			.with("completerEmail", completed ? remediation.requester().userPrincipalName() : null)
			.build();
	}

	private static Entity change(Recommendation recommendation) {
		Recommendation.Change change = recommendation.change();
		boolean software = recommendation.product().isPresent();
		return Entity.builder()
			.with("relatedComponent", change.product())
			.with("category", software ? "Software" : "Security configuration")
			.with("type", change.type())
			.with("scid", software ? null : recommendation.id().substring("sca-_-".length()))
			.with("productId", recommendation.product().map(Product::id).orElse(""))
			.with("vendorId", change.vendor())
			.with("nameId", change.product())
			.with("recommendedVersion", software ? change.version() : null)
			.with("recommendedVendor", software ? change.vendor() : null)
			.with("recommendedProgram", software ? change.product() : null)
			.build();
	}

}
