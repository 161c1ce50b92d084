package io.github.defenderbff.live;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import io.github.defenderbff.signin.Caller;
import org.jspecify.annotations.Nullable;

/** A stream about what its person may do. */
final class PermissionWatch extends Watch {

	private final Permissions permissions;

	private final AtomicReference<String> last;

	private PermissionWatch(Viewer viewer, Stream stream, Words words, Permissions permissions, String known) {
		super(viewer, stream, words);
		this.permissions = permissions;
		this.last = new AtomicReference<>(known);
	}

	/**
	 * Begins one.
	 * @param known what the person knew when an earlier stream broke off; null for the
	 * permissions of this moment
	 */
	static PermissionWatch begin(Viewer viewer, Stream stream, Words words, Permissions permissions,
			@Nullable String known) {
		var now = permissions.fingerprint(viewer.caller());
		var watch = new PermissionWatch(viewer, stream, words, permissions, (known != null) ? known : now);
		watch.tell(List.of(Event.mark(now)));
		watch.compare(now);
		return watch;
	}

	@Override
	void looked(Caller.Delegated now, boolean asBefore) {
		if (!asBefore) {
			compare(this.permissions.fingerprint(now));
		}
	}

	private void compare(String now) {
		if (!this.last.getAndSet(now).equals(now)) {
			tell(List.of(words().permissions(now)));
		}
	}

	@Override
	void signedOut() {
		tell(List.of(words().signedOut()));
		super.signedOut();
	}

	@Override
	void left() {
	}

}
