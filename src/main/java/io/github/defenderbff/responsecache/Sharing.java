package io.github.defenderbff.responsecache;

/** Who may be given the same stored answer. */
public enum Sharing {

	/** Nobody but the one it was fetched for. */
	NOBODY,

	/** People whose effective permissions are known and equal. */
	EFFECTIVE_PERMISSIONS

}
