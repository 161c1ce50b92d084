package io.github.defenderbff.defender;

import io.github.defenderbff.defender.entity.LibraryFile;
import io.github.defenderbff.defender.request.LibraryFileName;
import io.github.defenderbff.defender.request.LibraryUpload;
import io.github.defenderbff.policy.Privilege;
import io.github.defenderbff.policy.Requires;
import io.github.defenderbff.policy.Requires.Part;
import io.github.defenderbff.relay.DefenderApi;
import io.github.defenderbff.relay.ODataCollection;
import io.github.defenderbff.relay.Patience;
import io.github.defenderbff.relay.Payload;
import io.github.defenderbff.relay.Upload;
import io.github.defenderbff.signin.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The live response library: files that live response can put on any device and run. */
@DefenderApi("/api/libraryfiles")
@Tag(name = "Library files", description = "Files that live response can put on any device and run")
interface LibraryFiles {

	@GetExchange
	@Operation(summary = "List the files of the live response library",
			description = "There is no scope for reading alone.")
	@Requires(anyScope = Scope.LIBRARY_MANAGE, anyPrivilege = Privilege.LIVE_RESPONSE_ADVANCED,
			inferred = Part.PRIVILEGE)
	Payload<ODataCollection<LibraryFile>> list();

	@PostExchange(contentType = MediaType.MULTIPART_FORM_DATA_VALUE)
	@Operation(summary = "Upload a file to the live response library",
			description = "20 MB at most. The library is the whole tenant's: live response can run a script of it "
					+ "on any device.")
	@RequestBody(required = true,
			content = @Content(mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
					schema = @Schema(implementation = LibraryUpload.class)))
	@Requires(anyScope = Scope.LIBRARY_MANAGE, anyPrivilege = Privilege.MANAGE_SECURITY_SETTINGS,
			inferred = Part.PRIVILEGE)
	@Patience(seconds = 120)
	Payload<LibraryFile> upload(Upload<LibraryUpload> upload);

	@DeleteExchange("/{fileName}")
	@Operation(summary = "Delete a file from the live response library")
	@Requires(anyScope = Scope.LIBRARY_MANAGE, anyPrivilege = Privilege.MANAGE_SECURITY_SETTINGS,
			inferred = Part.PRIVILEGE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Payload<Void> delete(@PathVariable @LibraryFileName String fileName);

}
