package io.github.defenderbff;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Cookies as browsers keep them on the machine itself, where plain http counts as secure;
 * and sent as browsers send them, by name and value alone.
 */
final class LoopbackCookies extends CookieManager {

	@Override
	public void put(URI uri, Map<String, List<String>> headers) throws IOException {
		super.put(uri, headers);
		getCookieStore().getCookies().forEach((cookie) -> {
			cookie.setSecure(false);
			cookie.setVersion(0);
		});
	}

}
