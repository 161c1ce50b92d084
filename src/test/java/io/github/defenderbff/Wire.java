package io.github.defenderbff;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Sends a request as it is written, where the JDK's client would mend or refuse it.
 */
public final class Wire {

	private Wire() {
	}

	/** The whole answer to a request without a body: status line, headers, body. */
	public static String send(URI address, String requestLine, String... headers) {
		var request = new StringBuilder(requestLine).append(" HTTP/1.1\r\n");
		for (var header : headers) {
			request.append(header).append("\r\n");
		}
		request.append("Connection: close\r\n\r\n");
		try (var socket = new Socket(address.getHost(), address.getPort())) {
			socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	/** The first value of a header; empty text where it is absent. */
	public static String header(String answer, String name) {
		return answer.lines()
			.takeWhile((line) -> !line.isEmpty())
			.filter((line) -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
			.map((line) -> line.substring(name.length() + 1).trim())
			.findFirst()
			.orElse("");
	}

}
