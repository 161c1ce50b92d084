package io.github.defenderbff.problem;

import java.io.IOException;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Closes the connection of an answer that failed in the middle: ended in good order, half
 * an answer would pass for a whole one.
 */
@Component
final class BrokenAnswers implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

	/** The attribute of a request whose answer failed. */
	static final String MARK = BrokenAnswers.class.getName();

	@Override
	public void customize(TomcatServletWebServerFactory tomcat) {
		tomcat.addEngineValves(new Closing());
	}

	private static final class Closing extends ValveBase {

		Closing() {
			super(true);
		}

		@Override
		public void invoke(Request request, Response response) throws IOException, ServletException {
			getNext().invoke(request, response);
			if (request.getAttribute(MARK) != null) {
				response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, new IOException("Broken off"));
			}
		}

	}

}
