package io.github.defenderbff.downloads;

import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

import io.github.defenderbff.audit.Deed;
import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import io.github.defenderbff.relay.DownloadLinks;
import io.github.defenderbff.signin.Caller;
import io.github.defenderbff.signin.SessionCallers;
import io.github.defenderbff.store.Form;
import io.github.defenderbff.store.Records;
import io.github.defenderbff.store.Shelves;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** The files that may be fetched, each by one session and once. */
@Component
final class Downloads implements DownloadLinks {

	static final String PATH = "/api/downloads/";

	private static final int KEY_BYTES = 32;

	private final SecureRandom random = new SecureRandom();

	private final Records<Download> records;

	private final DownloadsProperties properties;

	Downloads(Shelves shelves, DownloadsProperties properties) {
		this.records = shelves.records("download",
				new Form<>(Download.class, (download) -> download, (download) -> download));
		this.properties = properties;
	}

	@Override
	public String inPlaceOf(String link, Caller.Delegated person, Deed deed) {
		if (!this.properties.allow(address(link))) {
			throw new ElsewhereRefused();
		}
		var bytes = new byte[KEY_BYTES];
		this.random.nextBytes(bytes);
		var key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		var download = Download.of(link, deed, SessionCallers.session(person));
		var _ = this.records.add(this.records.name(key), download, this.properties.time()).orElseThrow();
		return PATH + key;
	}

	private static @Nullable URI address(String link) {
		try {
			return URI.create(link);
		}
		catch (IllegalArgumentException _) {
			return null;
		}
	}

	/** The file, if the key was given to this session. */
	Optional<Download> find(String key, Caller.Delegated person) {
		return this.records.find(this.records.name(key), null, null)
			.map(Records.Held::value)
			.filter((download) -> download.person().equals(person.subject())
					&& download.session().equals(SessionCallers.session(person)));
	}

	/** Uses up a key; false if somebody was faster. */
	boolean use(String key) {
		return this.records.remove(this.records.name(key));
	}

	/** Defender's link leads to a host that nothing is fetched from. */
	private static final class ElsewhereRefused extends Failure {

		ElsewhereRefused() {
			super(ProblemType.UPSTREAM_ANSWER_INVALID,
					"Defender's answer links to a host that nothing may be fetched from. The operator can add it to "
							+ "downloads.hosts.");
		}

	}

}
