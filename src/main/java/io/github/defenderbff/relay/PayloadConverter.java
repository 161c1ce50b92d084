package io.github.defenderbff.relay;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;

/** Writes a payload's bytes as they are, and as they come. */
final class PayloadConverter extends AbstractHttpMessageConverter<Payload<?>> {

	PayloadConverter() {
		super(MediaType.APPLICATION_JSON);
	}

	@Override
	protected boolean supports(Class<?> type) {
		return type == Payload.class;
	}

	@Override
	public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
		return false;
	}

	@Override
	protected Payload<?> readInternal(Class<? extends Payload<?>> type, HttpInputMessage message) {
		throw new IllegalStateException("Payloads are not read");
	}

	@Override
	protected @Nullable Long getContentLength(Payload<?> payload, @Nullable MediaType contentType) {
		var held = payload.held();
		return (held != null) ? (long) held.length : null;
	}

	@Override
	protected void writeInternal(Payload<?> payload, HttpOutputMessage message) throws IOException {
		try (payload) {
			payload.body().transferTo(message.getBody());
		}
	}

}
