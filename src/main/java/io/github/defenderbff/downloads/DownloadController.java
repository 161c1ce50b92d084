package io.github.defenderbff.downloads;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.defenderbff.audit.Audit;
import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import io.github.defenderbff.signin.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Passes files on, while they arrive, to whoever they were promised to. */
@RestController
@Tag(name = "Downloads", description = "Files that Defender leaves elsewhere")
class DownloadController {

	private static final String KEY = "[A-Za-z0-9_-]{43}";

	private final Downloads downloads;

	private final Storage storage;

	private final DownloadsProperties properties;

	private final Audit audit;

	DownloadController(Downloads downloads, Storage storage, DownloadsProperties properties, Audit audit) {
		this.downloads = downloads;
		this.storage = storage;
		this.properties = properties;
		this.audit = audit;
	}

	@GetMapping(Downloads.PATH + "{key:" + KEY + "}")
	@Operation(operationId = "downloads.get", summary = "Fetch a file, once",
			description = "The address is what answers with links have in place of Defender's own. It is good for the "
					+ "session that got it, for some minutes and for one download; then ask for another link.")
	@ApiResponse(responseCode = "200", description = "The file, as an attachment",
			content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
					schema = @Schema(type = "string", format = "binary")))
	void download(@Parameter(description = "From the link") @PathVariable String key, HttpMethod method,
			HttpServletResponse response) throws IOException, HttpRequestMethodNotSupportedException {
		if (!HttpMethod.GET.equals(method)) {
			throw new HttpRequestMethodNotSupportedException(method.name(), List.of(HttpMethod.GET.name()));
		}
		if (!(Caller.current() instanceof Caller.Delegated person)) {
			throw new IllegalStateException("Applications do not get here");
		}
		if (!this.storage.takePlace()) {
			throw new TooMany();
		}
		try {
			var download = this.downloads.take(key, person).orElseThrow(Gone::new);
			this.audit.download(download.deed());
			pass(download, response);
		}
		finally {
			this.storage.leavePlace();
		}
	}

	private void pass(Download download, HttpServletResponse response) throws IOException {
		var request = new HttpGet(download.link());
		var end = CompletableFuture.runAsync(request::cancel,
				CompletableFuture.delayedExecutor(this.properties.longest().toMillis(), TimeUnit.MILLISECONDS));
		try (var answer = this.storage.fetch(request)) {
			pass(answer, download, response);
		}
		catch (IOException ex) {
			if (response.isCommitted()) {
				throw ex;
			}
			throw new Unreachable();
		}
		finally {
			end.cancel(false);
			request.cancel();
		}
	}

	private static void pass(ClassicHttpResponse answer, Download download, HttpServletResponse response)
			throws IOException {
		var entity = answer.getEntity();
		if (answer.getCode() != HttpStatus.OK.value() || entity == null) {
			throw new NotThere();
		}
		response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, download.attachment());
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		if (entity.getContentLength() >= 0) {
			response.setContentLengthLong(entity.getContentLength());
		}
		entity.writeTo(response.getOutputStream());
	}

	/** The link is worth nothing, or not to this session. */
	private static final class Gone extends Failure {

		Gone() {
			super(ProblemType.DOWNLOAD_GONE,
					"The link was used already, is too old, or was given to another session. Ask for another one.");
		}

	}

	/** Defender's own link is worth nothing any more. */
	private static final class NotThere extends Failure {

		NotThere() {
			super(ProblemType.UPSTREAM_FAILED,
					"The file is not, or no longer, where Defender left it. Ask for " + "another link.");
		}

	}

	/** Where the file is, nobody answers. */
	private static final class Unreachable extends Failure {

		Unreachable() {
			super(ProblemType.UPSTREAM_UNREACHABLE,
					"The file could not be fetched from where Defender left it. Ask for another link.");
		}

	}

	/** As many are being fetched as may be. */
	private static final class TooMany extends Failure {

		TooMany() {
			super(ProblemType.UPSTREAM_BUSY,
					"Too many files are being fetched. The link is still good; try again in a moment.");
			header(HttpHeaders.RETRY_AFTER, "5");
		}

	}

}
