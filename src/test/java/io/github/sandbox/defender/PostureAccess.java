package io.github.sandbox.defender;

import io.github.sandbox.organisation.Privilege;

/** What vulnerability management asks of its callers. */
final class PostureAccess {

	static final Access VULNERABILITIES = read("Vulnerability.Read");

	static final Access SOFTWARE = read("Software.Read");

	static final Access RECOMMENDATIONS = read("SecurityRecommendation.Read");

	static final Access SCORES = read("Score.Read");

	static final Access REMEDIATIONS = read("RemediationTasks.Read");

	static final Access BASELINE_ASSESSMENTS = read("SecurityBaselinesAssessment.Read");

	private PostureAccess() {
	}

	private static Access read(String scope) {
		return Access.anyScope(scope).roles(scope + ".All").privileges(Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT);
	}

}
