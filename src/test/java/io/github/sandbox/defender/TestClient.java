package io.github.sandbox.defender;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import tools.jackson.databind.JsonNode;

/** Calls the look-alike with one token. */
record TestClient(HttpClient http, URI base, String token) {

	Response get(String path) throws IOException {
		return send(path, HttpRequest.newBuilder().GET());
	}

	Response post(String path, String json) throws IOException {
		return send(path, HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(json)));
	}

	Response patch(String path, String json) throws IOException {
		return send(path, HttpRequest.newBuilder().method("PATCH", HttpRequest.BodyPublishers.ofString(json)));
	}

	Response delete(String path) throws IOException {
		return send(path, HttpRequest.newBuilder().DELETE());
	}

	/** Sends a form whose parts are written out in full. */
	Response upload(String path, String boundary, byte[] form) throws IOException {
		return send(path, HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofByteArray(form)),
				"multipart/form-data; boundary=" + boundary);
	}

	private Response send(String path, HttpRequest.Builder request) throws IOException {
		return send(path, request, "application/json");
	}

	private Response send(String path, HttpRequest.Builder request, String type) throws IOException {
		request.uri(this.base.resolve(path)).header("Content-Type", type);
		if (!this.token.isEmpty()) {
			request.header("Authorization", "Bearer " + this.token);
		}
		try {
			return new Response(this.http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

	/** An answer with its JSON. */
	record Response(HttpResponse<String> http) {

		int status() {
			return this.http.statusCode();
		}

		String header(String name) {
			return this.http.headers().firstValue(name).orElse("");
		}

		String body() {
			return this.http.body();
		}

		JsonNode json() {
			return Json.read(body().getBytes(StandardCharsets.UTF_8));
		}

		String text(String pointer) {
			return json().at(pointer).asString("");
		}

	}

}
