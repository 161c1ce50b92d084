package io.github.defenderbff.problem;

import java.io.IOException;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;

/**
 * Tells as a problem what the container refuses before any filter runs, such as a path
 * that cannot be decoded. Public, with a default constructor, because the container makes
 * it.
 */
public final class BadRequestLine extends ErrorReportValve {

	@Override
	protected void report(Request request, Response response, @Nullable Throwable throwable) {
		var status = response.getStatus();
		if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		var type = (status < 500) ? ProblemType.MALFORMED_REQUEST : ProblemType.INTERNAL_ERROR;
		var correlationId = Correlation.of(request);
		try {
			response.setHeader(Correlation.HEADER, correlationId);
			response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
			response.getReporter()
				.write("""
						{"type":"%s","title":"%s","status":%d,"correlation_id":"%s"}""".formatted(type.uri(),
						type.title(), status, correlationId));
			response.finishResponse();
		}
		catch (IOException | IllegalStateException _) {
			// the connection is gone, and so is whoever would have read this
		}
	}

}
