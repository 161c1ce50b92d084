package io.github.defenderbff.relay;

/**
 * A request body: read and checked as {@code T}, and sent on byte for byte, so that
 * properties this service does not know reach Defender.
 *
 * @param bytes the JSON text as it came; not to be changed
 * @param content what it says
 * @param <T> the documented type
 */
@SuppressWarnings("ArrayRecordComponent")
public record Body<T>(byte[] bytes, T content) implements Content {

}
