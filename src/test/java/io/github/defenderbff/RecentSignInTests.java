package io.github.defenderbff;

import java.time.Duration;

import io.github.sandbox.entra.EntraLookAlike;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;

import io.github.defenderbff.Client.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An operation for which the operator demands a sign-in of the last quarter of an hour.
 */
@OnSandbox
class RecentSignInTests {

	private final Bff bff;

	private final EntraLookAlike entra;

	RecentSignInTests(Bff bff) {
		this.bff = bff;
		this.entra = bff.sandbox().entra();
	}

	private static Answer offboard(Client client) {
		return client.post("/api/machines/" + Machines.NORTH_WORKSTATION.id() + "/offboard",
				"{\"Comment\":\"replaced\"}");
	}

	private Client adaWhoSignedInAnHourAgo() {
		this.entra.signedInAgo(People.ADA_ADMIN.objectId(), Duration.ofHours(1));
		return this.bff.signIn(People.ADA_ADMIN).consent("Machine.Offboard");
	}

	@Test
	void sendsWhoSignedInLongAgoToSignInAgain() {
		var ada = adaWhoSignedInAnHourAgo();
		var refused = offboard(ada);
		Problems.assertProblem(refused, 401, "step-up-required");
		assertThat(refused.reasons()).containsExactly("StepUpRequired");
		assertThat(refused.json().path("login_url").asString()).isEqualTo("/login/step-up");
		assertThat(this.bff.sandbox().defender().requests()).noneMatch((request) -> "POST".equals(request.method()));
		ada.signInAt("/login/step-up?returnTo=/", People.ADA_ADMIN);
		assertThat(offboard(ada).status()).isEqualTo(200);
	}

	@Test
	void tellsItBeforeAnybodyTries() {
		var check = "{\"checks\":[{\"operation\":\"machines.offboard\"},{\"operation\":\"machines.isolate\"}]}";
		var results = adaWhoSignedInAnHourAgo().post("/api/me/permissions/check", check).json().path("results");
		assertThat(results.path(0).path("reasons").path(0).path("type").asString()).isEqualTo("StepUpRequired");
		assertThat(results.path(1).path("decision").asString()).isEqualTo("permit");
	}

	@Test
	void isNoHelpWhereMoreIsMissing() {
		this.entra.signedInAgo(People.ALVA_ANALYST.objectId(), Duration.ofHours(1));
		var refused = offboard(this.bff.signIn(People.ALVA_ANALYST));
		Problems.assertProblem(refused, 403, "permission-denied");
		assertThat(refused.reasons()).contains("StepUpRequired", "PrivilegeMissing");
	}

	@Test
	void countsNoSignInAsRecentWhoseTimeIsNotStated() {
		this.entra.omitClaims("auth_time");
		var refused = offboard(this.bff.signIn(People.ADA_ADMIN).consent("Machine.Offboard"));
		Problems.assertProblem(refused, 401, "step-up-required");
		assertThat(refused.body()).contains("auth_time").doesNotContain("authenticated_at");
	}

}
