package io.github.defenderbff.relay;

import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpRequestValues;

/**
 * Sends the calls of the declared interfaces down the path; they all return a payload.
 */
final class CallAdapter implements HttpExchangeAdapter {

	private final Supplier<Stage> path;

	/**
	 * The path is looked up at the first call: its stages need these interfaces
	 * themselves.
	 */
	CallAdapter(ObjectProvider<Stage> path) {
		this.path = SingletonSupplier.of(path::getObject);
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T> @Nullable T exchangeForBody(HttpRequestValues values, ParameterizedTypeReference<T> type) {
		var call = (Call) Objects.requireNonNull(values.getAttributes().get(CallReader.CALL));
		return (T) this.path.get().answer(call);
	}

	@Override
	public boolean supportsRequestAttributes() {
		return false;
	}

	@Override
	public void exchange(HttpRequestValues values) {
		throw notAPayload();
	}

	@Override
	public HttpHeaders exchangeForHeaders(HttpRequestValues values) {
		throw notAPayload();
	}

	@Override
	public ResponseEntity<Void> exchangeForBodilessEntity(HttpRequestValues values) {
		throw notAPayload();
	}

	@Override
	public <T> ResponseEntity<T> exchangeForEntity(HttpRequestValues values, ParameterizedTypeReference<T> type) {
		throw notAPayload();
	}

	private static IllegalStateException notAPayload() {
		return new IllegalStateException("Declared operations return Payload");
	}

}
