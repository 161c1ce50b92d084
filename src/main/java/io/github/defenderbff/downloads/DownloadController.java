package io.github.defenderbff.downloads;

import java.io.IOException;
import java.util.List;

import io.github.defenderbff.audit.Audit;
import io.github.defenderbff.policy.Policy;
import io.github.defenderbff.policy.Refused;
import io.github.defenderbff.policy.Requirements;
import io.github.defenderbff.policy.Targets;
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

import org.springframework.http.HttpMethod;
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

	private final Requirements requirements;

	private final Policy policy;

	private final Audit audit;

	DownloadController(Downloads downloads, Storage storage, Requirements requirements, Policy policy, Audit audit) {
		this.downloads = downloads;
		this.storage = storage;
		this.requirements = requirements;
		this.policy = policy;
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
		var download = this.downloads.find(key, person).orElseThrow(Gone::new);
		require(download, person);
		try (var place = this.storage.place(person.subject())) {
			this.audit.download(download.deed());
			if (!this.downloads.use(key)) {
				throw new Gone();
			}
			place.pass(download, response);
		}
	}

	/**
	 * What the link was asked for with must still hold; evidence of a device is
	 * Defender's.
	 */
	private void require(Download download, Caller.Delegated person) {
		person.tokens().requireNoStepUp();
		var requirement = this.requirements.of(download.operation()).orElseThrow(Gone::new);
		var decision = this.policy.decide(person, requirement, Targets.named(download.path()));
		try {
			this.policy.enforce(decision, requirement);
		}
		catch (Refused refused) {
			this.audit.refusal(download.deed(), decision.answer().word(), decision.reasons());
			throw refused;
		}
	}

	/** The link is worth nothing, or not to this session. */
	private static final class Gone extends Failure {

		Gone() {
			super(ProblemType.DOWNLOAD_GONE,
					"The link was used already, is too old, or was given to another session. Ask for another one.");
		}

	}

}
