package io.github.sandbox.defender;

import java.io.IOException;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Closes the socket of the requests that the front door marked, without an answer. */
final class DroppedConnections extends ValveBase {

	static final String MARK = DroppedConnections.class.getName();

	DroppedConnections() {
		super(true);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		getNext().invoke(request, response);
		if (request.getAttribute(MARK) != null) {
			response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, new IOException("Dropped on purpose"));
		}
	}

}
