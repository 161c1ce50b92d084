package io.github.defenderbff.signin;

import org.jspecify.annotations.Nullable;

/**
 * A request was refused before anybody looked at what it wants, since it may be another
 * site's. The same again within a minute is not told.
 *
 * @param subject whose session it came with; null for nobody's
 * @param session what tells that session apart from others; null for none
 * @param reason why, as a word of problems or {@code cross-origin-request}
 * @param path the path without its query, cut off where it is very long
 */
public record RequestRefused(@Nullable Subject subject, @Nullable String session, String reason, String path) {

}
