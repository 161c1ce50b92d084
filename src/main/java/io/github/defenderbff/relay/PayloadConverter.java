package io.github.defenderbff.relay;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;

/** Writes a payload's bytes as they are. */
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
	protected Long getContentLength(Payload<?> payload, @Nullable MediaType contentType) {
		return (long) payload.bytes().length;
	}

	@Override
	protected void writeInternal(Payload<?> payload, HttpOutputMessage message) throws IOException {
		message.getBody().write(payload.bytes());
	}

}
