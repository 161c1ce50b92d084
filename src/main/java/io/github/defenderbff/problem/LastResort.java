package io.github.defenderbff.problem;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells as a problem what failed before, or outside of, the web layer. */
@Hidden
@RestController
class LastResort implements ErrorController {

	@RequestMapping("/error")
	void tell(HttpServletRequest request) {
		var status = (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code)
				? HttpStatus.resolve(code) : null;
		throw switch (status) {
			case NOT_FOUND -> new Unserved(ProblemType.NOT_FOUND, "There is nothing at this path.");
			case METHOD_NOT_ALLOWED ->
				new Unserved(ProblemType.METHOD_NOT_ALLOWED, "The method is not allowed at this path.");
			case null -> new Unserved(ProblemType.NOT_FOUND, "There is nothing at this path.");
			default ->
				status.is4xxClientError() ? new Unserved(ProblemType.MALFORMED_REQUEST, "The request cannot be read.")
						: new Unserved(ProblemType.INTERNAL_ERROR,
								"The request could not be served. Quote the correlation id when you report this.");
		};
	}

	/** Nothing served the request. */
	private static final class Unserved extends Failure {

		Unserved(ProblemType type, String detail) {
			super(type, detail);
		}

	}

}
