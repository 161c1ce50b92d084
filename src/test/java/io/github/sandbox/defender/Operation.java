package io.github.sandbox.defender;

/**
 * One endpoint of the API: what the catalogue says about it, and who answers.
 *
 * @param id the catalogue's id
 * @param method the HTTP method
 * @param path where it is
 * @param access what it asks of the caller
 * @param odata the query options it understands
 * @param perMinute calls per minute and tenant, 0 when no rate is documented
 * @param handler who answers
 */
record Operation(String id, String method, PathTemplate path, Access access, ODataSupport odata, int perMinute,
		Handler handler) {

	private static final int USUAL_RATE = 100;

	static Operation get(String id, String path, Access access, Handler handler) {
		return of(id, "GET", path, access, handler);
	}

	static Operation post(String id, String path, Access access, Handler handler) {
		return of(id, "POST", path, access, handler);
	}

	static Operation patch(String id, String path, Access access, Handler handler) {
		return of(id, "PATCH", path, access, handler);
	}

	private static Operation of(String id, String method, String path, Access access, Handler handler) {
		return new Operation(id, method, new PathTemplate(path), access, ODataSupport.NONE, USUAL_RATE, handler);
	}

	Operation odata(ODataSupport odata) {
		return new Operation(this.id, this.method, this.path, this.access, odata, this.perMinute, this.handler);
	}

	Operation perMinute(int calls) {
		return new Operation(this.id, this.method, this.path, this.access, this.odata, calls, this.handler);
	}

	Operation unlimited() {
		return perMinute(0);
	}

	/** Answers a call that passed the checks. */
	@FunctionalInterface
	interface Handler {

		Answer answer(Call call);

	}

}
