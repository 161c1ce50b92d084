package io.github.defenderbff.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import io.github.defenderbff.signin.AccessToken;
import io.github.defenderbff.signin.Caller;
import io.github.defenderbff.signin.Claims;
import io.github.defenderbff.signin.Resource;
import io.github.defenderbff.signin.SessionEnded;
import io.github.defenderbff.signin.Tokens;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What tokens a call is sent with. */
class WithTokenTests {

	private static final Claims CLAIMS = new Claims("{}");

	private static final Operation ELSEWHERE = TestCalls.GET.by(TestCalls.DETOUR);

	private final Upstream next = new Upstream();

	private final WithToken stage = new WithToken(this.next);

	private final Purse purse = new Purse();

	private void send() {
		send(TestCalls.ISOLATE);
	}

	private void send(Operation operation) {
		var caller = (Caller.Delegated) TestCalls.caller("ada");
		var call = TestCalls.call(operation);
		this.stage
			.answer(new Call(call.operation(), new Caller.Delegated(caller.person(), caller.evidence(), this.purse),
					call.path(), call.query(), null, Terms.USUAL, null, null, null));
	}

	/**
	 * Answers the calls with these failures, one after the other, and then with success.
	 */
	private void defenderSays(Failure... failures) {
		this.next.answers((_) -> {
			var number = this.next.calls.size() - 1;
			if (number < failures.length) {
				throw failures[number];
			}
			return TestCalls.answered(201, "{}");
		});
	}

	private List<String> sentWith() {
		return this.next.calls.stream()
			.map((call) -> Objects.requireNonNull(call.token()))
			.map(AccessToken::value)
			.toList();
	}

	@Test
	void tokenThatIsRejectedIsRenewedOnce() {
		defenderSays(new TokenRejected());
		send();
		assertThat(sentWith()).containsExactly("first", "renewed");
	}

	@Test
	void sessionEndsWhenTheRenewedTokenIsRejectedToo() {
		defenderSays(new TokenRejected(), new TokenRejected());
		assertThatExceptionOfType(SessionEnded.class).isThrownBy(this::send);
		assertThat(this.purse.did).containsExactly("renewed", "ended");
	}

	@Test
	void tokenThatIsChallengedIsAskedForWithTheClaimsOnce() {
		defenderSays(new ClaimsDemanded(CLAIMS));
		send();
		assertThat(sentWith()).containsExactly("first", "with claims");
	}

	@Test
	void tokenThatIsRejectedAndThenChallengedIsAskedForWithTheClaims() {
		defenderSays(new TokenRejected(), new ClaimsDemanded(CLAIMS));
		send();
		assertThat(sentWith()).containsExactly("first", "renewed", "with claims");
	}

	@Test
	void challengeOfTheTokenWithTheClaimsIsTheLast() {
		defenderSays(new ClaimsDemanded(CLAIMS), new ClaimsDemanded(CLAIMS));
		assertThatExceptionOfType(Purse.GivenUp.class).isThrownBy(this::send);
		assertThat(sentWith()).containsExactly("first", "with claims");
	}

	@Test
	void sessionEndsWhenTheTokenWithTheClaimsIsRejected() {
		defenderSays(new ClaimsDemanded(CLAIMS), new TokenRejected());
		assertThatExceptionOfType(SessionEnded.class).isThrownBy(this::send);
		assertThat(this.purse.did).containsExactly("with claims", "ended");
	}

	@Test
	void detourHasATokenOfItsOwn() {
		send(ELSEWHERE);
		assertThat(sentWith()).containsExactly("elsewhere");
	}

	@Test
	void tokenThatIsNotAcceptedElsewhereIsReplacedOnceAndTheSessionGoesOn() {
		defenderSays(new TokenRejected());
		send(ELSEWHERE);
		assertThat(sentWith()).containsExactly("elsewhere", "another elsewhere");
		this.next.calls.clear();
		defenderSays(new ClaimsDemanded(CLAIMS), new TokenRejected());
		assertThatExceptionOfType(UpstreamFailure.class).isThrownBy(() -> send(ELSEWHERE))
			.satisfies((failure) -> assertThat(failure.type()).isEqualTo(ProblemType.UPSTREAM_FAILED));
		assertThat(this.purse.did).doesNotContain("ended");
	}

	/** Tokens that say what they were asked. */
	private static final class Purse implements Tokens {

		private final List<String> did = new ArrayList<>();

		private AccessToken token(String what) {
			this.did.add(what);
			return new AccessToken(what);
		}

		@Override
		public AccessToken accessToken() {
			return new AccessToken("first");
		}

		@Override
		public AccessToken accessToken(Resource resource) {
			return new AccessToken("elsewhere");
		}

		@Override
		public AccessToken insteadOf(Resource resource, AccessToken rejected) {
			return token("another elsewhere");
		}

		@Override
		public AccessToken insteadOf(AccessToken rejected) {
			return token("renewed");
		}

		@Override
		public AccessToken insteadOf(AccessToken challenged, Claims claims) {
			return token("with claims");
		}

		@Override
		public Failure challenged(AccessToken token, Claims claims) {
			return new GivenUp();
		}

		@Override
		public void end() {
			this.did.add("ended");
		}

		private static final class GivenUp extends Failure {

			GivenUp() {
				super(ProblemType.STEP_UP_REQUIRED, "");
			}

		}

	}

}
