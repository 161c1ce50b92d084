package io.github.sandbox.defender;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The path of a request: token, record, fault, challenge, throttle, permissions, handler,
 * query options.
 */
final class FrontDoor extends HttpServlet {

	private final transient Bearer bearer;

	private final transient Operations operations;

	private final transient Controls controls;

	FrontDoor(Bearer bearer, Operations operations, Controls controls) {
		this.bearer = bearer;
		this.operations = operations;
		this.controls = controls;
	}

	@Override
	protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
		Inbound inbound = Inbound.of(request);
		Identity identity = this.bearer.identify(inbound.authorization());
		this.controls.log().add(inbound.received(identity));
		Pause.of(this.controls.settings().latency());
		this.controls.meeting().join();
		Reply reply = this.controls.faults().around(inbound.path(), () -> reply(inbound, identity));
		if (reply.dropped()) {
			request.setAttribute(DroppedConnections.MARK, true);
			return;
		}
		try (var _ = this.controls.answering()) {
			write(reply, response);
		}
		catch (Reply.Broken _) {
			request.setAttribute(DroppedConnections.MARK, true);
		}
	}

	private Reply reply(Inbound inbound, Identity identity) {
		try {
			return switch (identity) {
				case Caller caller -> reply(inbound, caller);
				case Identity.Unknown(Refusal reason) -> reason.reply();
			};
		}
		catch (Refusal refusal) {
			return refusal.reply();
		}
	}

	private Reply reply(Inbound inbound, Caller caller) {
		Optional<Reply> challenge = this.controls.challenges().of(caller);
		return challenge.orElseGet(() -> answer(inbound, caller));
	}

	private Reply answer(Inbound inbound, Caller caller) {
		Operations.Match match = this.operations.match(inbound.method(), inbound.path());
		Operation operation = match.operation();
		this.controls.throttle().count(operation);
		AccessCheck.permit(caller, operation.access());
		Call call = new Call(operation, caller, inbound, match.variables(), inbound.parameters());
		return new ODataPage(call, this.controls.settings()).reply(operation.handler().answer(call));
	}

	private static void write(Reply reply, HttpServletResponse response) throws IOException {
		response.setStatus(reply.status());
		reply.headers().forEach((name, values) -> values.forEach((value) -> response.addHeader(name, value)));
		response.setHeader("OData-Version", "4.0");
		if (reply.body() == null) {
			return;
		}
		response.setContentType("application/json; odata.metadata=minimal");
		if (reply.body() instanceof StreamedBody streamed) {
			streamed.writeTo(response.getOutputStream());
			return;
		}
		byte[] body = (reply.body() instanceof String text) ? text.getBytes(StandardCharsets.UTF_8)
				: Json.bytes(reply.body());
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

}
