package io.github.sandbox.defender;

import java.util.List;

import io.github.sandbox.organisation.Privilege;

import static io.github.sandbox.defender.Operation.delete;
import static io.github.sandbox.defender.Operation.get;
import static io.github.sandbox.defender.Operation.post;

/** The live response library. */
final class LibraryRoutes {

	private static final String SET = "LibraryFiles";

	private static final Access MANAGE = Access.anyScope("Library.Manage");

	private static final Access READ = MANAGE.privileges(Privilege.LIVE_RESPONSE_ADVANCED);

	private static final Access CHANGE = MANAGE.privileges(Privilege.MANAGE_SECURITY_SETTINGS);

	private final Estate estate;

	LibraryRoutes(Estate estate) {
		this.estate = estate;
	}

	List<Operation> operations() {
		return List.of(get("libraryFiles.list", "/api/libraryfiles", READ, this::list),
				post("libraryFiles.upload", "/api/libraryfiles", CHANGE, this::upload),
				delete("libraryFiles.delete", "/api/libraryfiles/{fileName}", CHANGE, this::remove));
	}

	private Answer list(Call call) {
		return new Answer.Values(library().all(), SET);
	}

	private Answer upload(Call call) {
		return Answer.found(library().put(Upload.of(call.inbound()), call.caller().name()), SET);
	}

	private Answer remove(Call call) {
		library().delete(call.variable("fileName"));
		return new Answer.Deleted();
	}

	private Library library() {
		return this.estate.casework().library();
	}

}
