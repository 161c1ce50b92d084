package io.github.defenderbff.responsecache;

/**
 * What an entry is found by; compared in full, so that no collision can mix people.
 *
 * @param partition who may see it
 * @param operation the operation's id
 * @param parameters path variables and query options in canonical form, and what a query
 * sent by POST has in its body
 */
public record Key(Partition partition, String operation, String parameters) {

}
