package io.github.defenderbff.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.defenderbff.sealing.KeyRing;
import io.github.defenderbff.sealing.KeyedNames;
import io.github.defenderbff.sealing.Seal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records of one kind in the store, as sealed JSON. One that cannot be opened or read is
 * as good as none; one that was sealed with an old key is sealed anew when it is found.
 *
 * @param <T> the kind
 */
public final class Records<T> {

	private static final Logger log = LoggerFactory.getLogger(Records.class);

	private final Store store;

	private final String kind;

	private final Form<T, ?> form;

	private final Seal seal;

	private final List<KeyedNames> lists;

	Records(Store store, String kind, Form<T, ?> form, KeyRing ring) {
		this.store = store;
		this.kind = kind;
		this.form = form;
		this.seal = ring.seal(kind);
		this.lists = ring.each().stream().map((key) -> key.names(kind)).toList();
	}

	/**
	 * The name of a record.
	 * @param secret what only those know who may have the record: at least 128 random
	 * bits, which the name does not reveal
	 */
	public String name(String secret) {
		try {
			var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
			return "bff:" + this.kind + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The record of that name; empty for none.
	 * @param prolonged how much time it has left from now on; null to leave that as it is
	 * @param known what may still be true, and then need not be read again; null for
	 * nothing
	 * @throws StoreUnavailable if it cannot be told
	 */
	public Optional<Held<T>> find(String name, @Nullable Duration prolonged, @Nullable Held<T> known) {
		var found = this.store.find(name, prolonged).orElse(null);
		if (found == null) {
			return Optional.empty();
		}
		if (known != null && Arrays.equals(known.sealed(), found.value())) {
			return Optional.of(new Held<>(known.value(), known.sealed(), found.left()));
		}
		return read(found.value()).map((value) -> new Held<>(value, current(name, value, found.value()), found.left()));
	}

	/** Whoever replaces it at the same time does so with the first key as well. */
	private byte[] current(String name, T value, byte[] sealed) {
		if (this.seal.isOfFirstKey(sealed)) {
			return sealed;
		}
		var anew = sealed(value);
		return this.store.replace(name, sealed, anew) ? anew : sealed;
	}

	/**
	 * Whether there is anything of that name, even if it cannot be read here.
	 * @throws StoreUnavailable if it cannot be told
	 */
	public boolean isThere(String name) {
		return this.store.find(name, null).isPresent();
	}

	private Optional<T> read(byte[] sealed) {
		try {
			var value = this.seal.open(sealed).map(this.form::value);
			if (value.isEmpty()) {
				log.warn("A record cannot be opened: another service wrote it, or a key of SESSION_KEYS is missing");
			}
			return value;
		}
		catch (RuntimeException _) {
			log.warn("A record cannot be read: it is of another version, or damaged");
			return Optional.empty();
		}
	}

	private byte[] sealed(T value) {
		return this.seal.seal(this.form.bytes(value));
	}

	/**
	 * Keeps a record; empty if there is one of that name.
	 * @throws StoreUnavailable if it may not have been kept
	 */
	public Optional<Held<T>> add(String name, T value, Duration time) {
		var sealed = sealed(value);
		return this.store.add(name, sealed, time) ? Optional.of(new Held<>(value, sealed, time)) : Optional.empty();
	}

	/**
	 * Keeps another record in place of that one; empty if somebody else was faster.
	 * @throws StoreUnavailable if it may not have been kept
	 */
	public Optional<Held<T>> replace(String name, Held<T> before, T value) {
		var sealed = sealed(value);
		return this.store.replace(name, before.sealed(), sealed) ? Optional.of(new Held<>(value, sealed, before.left()))
				: Optional.empty();
	}

	/**
	 * Removes the record; false if there was none.
	 * @throws StoreUnavailable if it may still be there
	 */
	public boolean remove(String name) {
		return this.store.remove(name);
	}

	/**
	 * Acts while nobody else does so for the same record in another process; within this
	 * one callers see to that.
	 * @param longest how long the action takes at the most
	 * @throws StoreUnavailable if it was not this one's turn in that time, or it cannot
	 * be told
	 */
	public <V> V alone(String name, Duration longest, Supplier<V> action) {
		return this.store.alone(name, longest, action);
	}

	/**
	 * Puts a record on a list.
	 * @param list what the records on it have in common, which is not revealed
	 * @param time how long the list is kept at least
	 */
	public void list(String list, String name, Duration time) {
		this.store.list(named(this.lists.getFirst(), list), name, time);
	}

	/** The names of the records on a list; some of those may be gone. */
	public Set<String> listed(String list) {
		return this.lists.stream()
			.flatMap((names) -> this.store.listed(named(names, list)).stream())
			.collect(Collectors.toUnmodifiableSet());
	}

	/** Takes a record off a list. */
	public void unlist(String list, String name) {
		this.lists.forEach((names) -> this.store.unlist(named(names, list), name));
	}

	private String named(KeyedNames names, String list) {
		return "bff:" + this.kind + "s:" + names.of(list.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * A record as it was found.
	 *
	 * @param <T> the kind
	 * @param value the record
	 * @param sealed its sealed form, by which it is replaced
	 * @param left how much time it had left
	 */
	@SuppressWarnings("ArrayRecordComponent")
	public record Held<T>(T value, byte[] sealed, Duration left) {

	}

}
