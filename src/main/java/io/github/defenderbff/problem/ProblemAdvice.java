package io.github.defenderbff.problem;

import java.util.List;
import java.util.Map;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.DatabindException;

import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns every exception that reaches the edge into one problem, and logs it once. */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

	private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

	@ExceptionHandler
	@Nullable ResponseEntity<Object> unexpected(Exception exception, WebRequest request) {
		log.error("Unexpected failure", exception);
		var problem = Failure.problem(ProblemType.INTERNAL_ERROR,
				"The request could not be served. Quote the correlation id when you report this.");
		return handleExceptionInternal(exception, problem, new HttpHeaders(), ProblemType.INTERNAL_ERROR.status(),
				request);
	}

	@ExceptionHandler
	@Nullable ResponseEntity<Object> unreadableForm(MultipartException exception, WebRequest request) {
		var problem = Failure.problem(ProblemType.MALFORMED_REQUEST,
				"The form cannot be read: it must be multipart/form-data, complete, with a boundary.");
		return handleExceptionInternal(exception, problem, new HttpHeaders(), ProblemType.MALFORMED_REQUEST.status(),
				request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
			MaxUploadSizeExceededException exception, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		var problem = Failure.problem(ProblemType.BODY_TOO_LARGE, "The file must not be larger than 20 MB.");
		return handleExceptionInternal(exception, problem, headers, ProblemType.BODY_TOO_LARGE.status(), request);
	}

	/**
	 * Parameters are read late, and so are those found that cannot be decoded or that the
	 * firewall refuses. They are not logged: the message repeats them as they are.
	 */
	@ExceptionHandler({ InvalidParameterException.class, RequestRejectedException.class })
	@Nullable ResponseEntity<Object> unreadable(RuntimeException exception, WebRequest request) {
		var problem = Failure.problem(ProblemType.MALFORMED_REQUEST,
				"The parameters cannot be decoded, or contain characters that are not allowed.");
		return handleExceptionInternal(exception, problem, new HttpHeaders(), ProblemType.MALFORMED_REQUEST.status(),
				request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
			HandlerMethodValidationException exception, HttpHeaders headers, HttpStatusCode status,
			WebRequest request) {
		var errors = exception.getParameterValidationResults()
			.stream()
			.flatMap((result) -> result.getResolvableErrors()
				.stream()
				.map((error) -> parameterError(result.getMethodParameter().getParameterName(), error)))
			.toList();
		var problem = Failure.problem(ProblemType.INVALID_PARAMETER, summary(errors));
		problem.setProperty("errors", errors);
		return handleExceptionInternal(exception, problem, headers, status, request);
	}

	private static Map<String, String> parameterError(@Nullable String name, MessageSourceResolvable error) {
		var message = error.getDefaultMessage();
		return Map.of("parameter", (name != null) ? name : "", "detail", (message != null) ? message : "is invalid");
	}

	private static String summary(List<Map<String, String>> errors) {
		return String.join("; ",
				errors.stream().map((error) -> error.get("parameter") + ": " + error.get("detail")).toList());
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception exception, @Nullable Object body,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		if (isTooLate(request)) {
			log.warn("Broke off an answer: {}", NestedExceptionUtils.getMostSpecificCause(exception).getClass());
			request.setAttribute(BrokenAnswers.MARK, true, RequestAttributes.SCOPE_REQUEST);
			return null;
		}
		var problem = switch (body) {
			case ProblemDetail given -> given;
			case null,
					default ->
				(exception instanceof ErrorResponse response)
						? response.updateAndGetBody(getMessageSource(), LocaleContextHolder.getLocale())
						: ProblemDetail.forStatus(status);
		};
		if (!(exception instanceof Failure) && !isOurs(problem)) {
			var type = typeOf(exception, status);
			problem.setType(type.uri());
			problem.setTitle(type.title());
		}
		problem = copy(problem);
		problem.setProperty("correlation_id", Correlation.id());
		if (status.is5xxServerError() && exception instanceof Failure) {
			log.warn("{}: {}", problem.getType(), NestedExceptionUtils.getMostSpecificCause(exception).getClass());
		}
		var all = new HttpHeaders();
		all.putAll(headers);
		all.set(HttpHeaders.CACHE_CONTROL, "no-store");
		return super.handleExceptionInternal(exception, problem, all, status, request);
	}

	/** Whether part of an answer is on its way, so that nothing else can be told. */
	private static boolean isTooLate(WebRequest request) {
		return request instanceof ServletWebRequest web && web.getResponse() != null && web.getResponse().isCommitted();
	}

	/** One failure may be told to many who waited for the same answer. */
	private static ProblemDetail copy(ProblemDetail original) {
		var copy = ProblemDetail.forStatus(original.getStatus());
		copy.setType(original.getType());
		copy.setTitle(original.getTitle());
		copy.setDetail(original.getDetail());
		var properties = original.getProperties();
		if (properties != null) {
			properties.forEach(copy::setProperty);
		}
		return copy;
	}

	private static boolean isOurs(ProblemDetail problem) {
		return problem.getType() != null && "urn".equals(problem.getType().getScheme());
	}

	private static ProblemType typeOf(Exception exception, HttpStatusCode status) {
		return switch (exception) {
			case NoResourceFoundException _ -> ProblemType.NOT_FOUND;
			case HttpRequestMethodNotSupportedException _ -> ProblemType.METHOD_NOT_ALLOWED;
			case HttpMediaTypeNotAcceptableException _ -> ProblemType.NOT_ACCEPTABLE;
			case HttpMediaTypeNotSupportedException _ -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
			case TypeMismatchException _, ServletRequestBindingException _ -> ProblemType.INVALID_PARAMETER;
			default -> status.is4xxClientError() ? ProblemType.MALFORMED_REQUEST : ProblemType.INTERNAL_ERROR;
		};
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException exception,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return told(BodyErrors.of(exception.getBindingResult()), request);
	}

	private @Nullable ResponseEntity<Object> told(Failure failure, WebRequest request) {
		return handleExceptionInternal(failure, failure.getBody(), failure.getHeaders(), failure.getStatusCode(),
				request);
	}

	/** A body that is there is refused by who reads it, in words of its own. */
	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException exception,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		if (exception.getCause() instanceof DatabindException wrong && !wrong.getPath().isEmpty()) {
			return told(BodyErrors.of(wrong), request);
		}
		var problem = Failure.problem(ProblemType.MALFORMED_REQUEST,
				"The body is missing, or is not the JSON that is documented.");
		return handleExceptionInternal(exception, problem, headers, status, request);
	}

	/** Names an unknown path without echoing what the framework says of resources. */
	@Override
	protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(NoResourceFoundException exception,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		var problem = Failure.problem(ProblemType.NOT_FOUND,
				"There is nothing at this path. The paths are listed at /v3/api-docs.");
		return handleExceptionInternal(exception, problem, headers, status, request);
	}

}
