package io.github.defenderbff.problem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Reads no more of a body than this service's own operations need. */
@RestControllerAdvice
final class BodyLimit extends RequestBodyAdviceAdapter {

	private static final int MAXIMUM = 262_144;

	@Override
	public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
		return JacksonJsonHttpMessageConverter.class.isAssignableFrom(converter);
	}

	@Override
	public HttpInputMessage beforeBodyRead(HttpInputMessage message, MethodParameter parameter, Type type,
			Class<? extends HttpMessageConverter<?>> converter) throws IOException {
		var bytes = message.getBody().readNBytes(MAXIMUM + 1);
		if (bytes.length > MAXIMUM) {
			throw new TooLarge();
		}
		return new Held(message.getHeaders(), new ByteArrayInputStream(bytes));
	}

	private record Held(HttpHeaders getHeaders, InputStream getBody) implements HttpInputMessage {

	}

	/** The body has more bytes than any of these operations needs. */
	private static final class TooLarge extends Failure {

		TooLarge() {
			super(ProblemType.BODY_TOO_LARGE, "The body must not be larger than " + MAXIMUM + " bytes.");
		}

	}

}
