package io.github.sandbox.defender;

import java.time.Duration;

/**
 * One endpoint of the API: what the catalogue says about it, and who answers.
 *
 * @param id the catalogue's id
 * @param method the HTTP method
 * @param path where it is
 * @param access what it asks of the caller
 * @param odata the query options it understands
 * @param rate how often the tenant may call it
 * @param handler who answers
 */
record Operation(String id, String method, PathTemplate path, Access access, ODataSupport odata, Rate rate,
		Handler handler) {

	private static final Rate USUAL_RATE = new Rate(100, Duration.ofMinutes(1));

	static Operation get(String id, String path, Access access, Handler handler) {
		return of(id, "GET", path, access, handler);
	}

	static Operation post(String id, String path, Access access, Handler handler) {
		return of(id, "POST", path, access, handler);
	}

	static Operation patch(String id, String path, Access access, Handler handler) {
		return of(id, "PATCH", path, access, handler);
	}

	static Operation delete(String id, String path, Access access, Handler handler) {
		return of(id, "DELETE", path, access, handler);
	}

	private static Operation of(String id, String method, String path, Access access, Handler handler) {
		return new Operation(id, method, new PathTemplate(path), access, ODataSupport.NONE, USUAL_RATE, handler);
	}

	Operation odata(ODataSupport odata) {
		return new Operation(this.id, this.method, this.path, this.access, odata, this.rate, this.handler);
	}

	Operation perMinute(int calls) {
		return rate(new Rate(calls, Duration.ofMinutes(1)));
	}

	Operation perHour(int calls) {
		return rate(new Rate(calls, Duration.ofHours(1)));
	}

	Operation unlimited() {
		return perMinute(0);
	}

	private Operation rate(Rate rate) {
		return new Operation(this.id, this.method, this.path, this.access, this.odata, rate, this.handler);
	}

	/**
	 * How often the tenant may call.
	 *
	 * @param calls how many times, 0 when no rate is documented
	 * @param window in what time
	 */
	record Rate(int calls, Duration window) {

	}

	/** Answers a call that passed the checks. */
	@FunctionalInterface
	interface Handler {

		Answer answer(Call call);

	}

}
