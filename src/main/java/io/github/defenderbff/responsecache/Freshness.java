package io.github.defenderbff.responsecache;

/** What a stored answer is still good for. */
public enum Freshness {

	/** It is served. */
	FRESH,

	/** It is served while a newer one is fetched. */
	WHILE_REVALIDATE,

	/** It is served if no newer one can be had. */
	IF_ERROR,

	/** It is not served any more. */
	SPENT

}
