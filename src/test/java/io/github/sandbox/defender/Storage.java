package io.github.sandbox.defender;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Where files are left to be fetched. A link is a secret in itself until it expires:
 * whoever has it has the file.
 */
final class Storage extends HttpServlet {

	static final String PATH = "/storage/";

	private static final String SIGNATURE = "c2FuZGJveC1vbmx5";

	private final transient Clock clock;

	private final transient List<List<String>> requests = new CopyOnWriteArrayList<>();

	private volatile String base = "http://localhost";

	Storage(Clock clock) {
		this.clock = clock;
	}

	/** Sets where links lead. */
	void at(URI address) {
		this.base = address.toString();
	}

	/** The names of the headers of each request so far, in small letters. */
	List<List<String>> requests() {
		return List.copyOf(this.requests);
	}

	String link(String container, String name, Instant expiry) {
		return "%s%s%s/%s?se=%s&sp=r&sig=%s".formatted(this.base, PATH, container, name,
				expiry.truncatedTo(ChronoUnit.SECONDS), SIGNATURE);
	}

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.requests.add(Collections.list(request.getHeaderNames())
			.stream()
			.map((name) -> name.toLowerCase(Locale.ROOT))
			.toList());
		if (request.getPathInfo().startsWith("/moved")) {
			response.sendRedirect("/storage/elsewhere");
			return;
		}
		var expiry = request.getParameter("se");
		if (!SIGNATURE.equals(request.getParameter("sig")) || expiry == null
				|| !this.clock.instant().isBefore(Instant.parse(expiry))) {
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
			return;
		}
		byte[] file = file(request.getPathInfo());
		response.setContentType("text/html");
		response.setHeader("Set-Cookie", "storage=1");
		response.setContentLength(file.length);
		response.getOutputStream().write(file);
	}

	private static byte[] file(String name) throws IOException {
		var bytes = new ByteArrayOutputStream();
		if (name.endsWith(".zip")) {
			try (var zip = new ZipOutputStream(bytes)) {
				zip.putNextEntry(new ZipEntry("Forensics Collection Summary.txt"));
				write(zip, "Collected by the sandbox\n");
			}
		}
		else if (name.endsWith(".gz")) {
			try (var gzip = new GZIPOutputStream(bytes)) {
				write(gzip, "{\"deviceId\":\"" + "0".repeat(40) + "\"}\n");
			}
		}
		else {
			write(bytes, "Output of a command on a device\n");
		}
		return bytes.toByteArray();
	}

	private static void write(OutputStream out, String text) {
		try {
			out.write(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
