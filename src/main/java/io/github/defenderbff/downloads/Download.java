package io.github.defenderbff.downloads;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.defenderbff.audit.Deed;
import io.github.defenderbff.signin.Subject;

import org.springframework.http.ContentDisposition;

/**
 * A file that may be fetched once. Its text form does not show where it is.
 *
 * @param link where it is, for anybody
 * @param person for whom
 * @param session for which of the person's sessions
 * @param operation the operation that brought the link
 * @param path what that was called with
 */
record Download(String link, Subject person, String session, String operation, String path) {

	static Download of(String link, Deed deed, String session) {
		return new Download(link, deed.subject(), session, deed.operation(), String.valueOf(deed.path()));
	}

	/** The same as something that is done. */
	Deed deed() {
		return new Deed(this.person, this.operation, this.path, List.of());
	}

	/** How the browser is told to save it: as the last part of the link says. */
	String attachment() {
		var path = URI.create(this.link).getPath();
		var name = path.substring(path.lastIndexOf('/') + 1);
		return ContentDisposition.attachment()
			.filename(name.isEmpty() ? "download" : name, StandardCharsets.UTF_8)
			.build()
			.toString();
	}

	@Override
	public String toString() {
		return "Download[operation=" + this.operation + "]";
	}

}
