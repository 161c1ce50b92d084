package io.github.defenderbff.relay;

import io.github.defenderbff.audit.Deed;
import io.github.defenderbff.signin.Caller;

/** Keeps links that need no sign-in from browsers. */
public interface DownloadLinks {

	/**
	 * Keeps a link for a person, and gives one of ours that stands for it.
	 * @param link a signed link, as Defender gave it
	 * @param deed the call that brought it
	 * @throws io.github.defenderbff.problem.Failure if it leads where nothing is fetched
	 * from
	 */
	String inPlaceOf(String link, Caller.Delegated person, Deed deed);

}
