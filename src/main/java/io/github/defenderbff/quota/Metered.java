package io.github.defenderbff.quota;

/**
 * An operation whose calls are counted.
 *
 * @param operation the id of the operation whose limits count them, mostly its own
 * @param limits Defender's limits
 * @param change whether it changes anything in Defender
 */
public record Metered(String operation, Limits limits, boolean change) {

}
