package io.github.defenderbff.relay;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The OData options of a request, checked against the operation's {@link OData}.
 *
 * @param options option name, such as {@code $top}, to value; ordered by name
 */
public record ODataQuery(Map<String, String> options) {

	/** No options. */
	public static final ODataQuery NONE = new ODataQuery(Map.of());

	public ODataQuery {
		options = Collections.unmodifiableMap(new TreeMap<>(options));
	}

}
