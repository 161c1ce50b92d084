package io.github.defenderbff.relay;

/** What became of a call that Defender did not answer well. */
enum Fate {

	/** It was not sent, since Defender is away or has no time. */
	HELD_BACK,

	/** It was not sent, since no connection could be had. */
	UNCONNECTED,

	/** Its connection broke; Defender may have done what was asked. */
	CUT_OFF,

	/** No answer came in time; Defender may have done what was asked. */
	UNANSWERED,

	/** Defender, or what stands before it, had no time for it (502, 503, 504). */
	TURNED_AWAY,

	/** Defender answered with another error of its own. */
	FAILED,

	/** Defender answered, and the answer is that it will not, or makes no sense. */
	ANSWERED,

	/** Nobody here waited for the answer any longer. */
	GIVEN_UP;

	/** Whether Defender may have got to know of it. */
	boolean wasSent() {
		return this != HELD_BACK && this != UNCONNECTED;
	}

	/** Whether it is trouble on Defender's side, and not with what was asked. */
	boolean isTrouble() {
		return this != ANSWERED && this != GIVEN_UP;
	}

	/** Whether trying again soon may help, if it does no harm. */
	boolean mayPass() {
		return this == UNCONNECTED || this == CUT_OFF || this == TURNED_AWAY;
	}

}
