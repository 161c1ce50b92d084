package io.github.defenderbff.replicas;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import io.github.defenderbff.responsecache.Change;
import io.github.defenderbff.responsecache.ResponseCache;
import io.lettuce.core.SetArgs;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Whether Redis is there, which a virtual thread watches: it connects, asks every second,
 * and connects again. Nobody else ever waits for a Redis that is away. Whatever may have
 * been missed meanwhile, told or heard, is made up for before Redis is used again.
 */
final class Redis implements SmartLifecycle {

	/** Nobody waits longer for Redis than this. */
	static final Duration WAIT = Duration.ofMillis(200);

	/** Generations outlive every answer that depends on them, or it is not found. */
	static final Duration GENERATION = Duration.ofDays(1);

	private static final Logger log = LoggerFactory.getLogger(Redis.class);

	private static final Duration LOOK = Duration.ofSeconds(1);

	private static final Duration FIRST_LOOK = Duration.ofSeconds(3);

	/** After the client is made and before requests are taken. */
	private static final int PHASE = 1000;

	private final Servers servers;

	private final Messages messages;

	private final Generations generations;

	private final ResponseCache cache;

	private final AtomicReference<@Nullable Link> usable = new AtomicReference<>();

	private final AtomicBoolean behind = new AtomicBoolean();

	private final CountDownLatch looked = new CountDownLatch(1);

	private volatile @Nullable Link opened;

	private volatile @Nullable Thread watch;

	Redis(Servers servers, Messages messages, Generations generations, ResponseCache cache) {
		this.servers = servers;
		this.messages = messages;
		this.generations = generations;
		this.cache = cache;
	}

	/** The link while Redis answers; null while it is away. */
	@Nullable Link link() {
		return this.usable.get();
	}

	/**
	 * The link as long as it is open, even while it is slower than most are ready to
	 * wait; for who has nowhere else to look.
	 */
	@Nullable Link open() {
		return this.opened;
	}

	/** The link, unless Redis is away or has not yet heard of all changes made here. */
	@Nullable Link upToDate() {
		return this.behind.get() ? null : link();
	}

	/** A change could not be told; until that is made up for, Redis is not up to date. */
	void fellBehind() {
		this.behind.set(true);
		if (link() != null) {
			LockSupport.unpark(this.watch);
		}
	}

	/** Somebody waited in vain: it counts as away until it answers. */
	void suspect(Link link) {
		this.usable.compareAndSet(link, null);
		LockSupport.unpark(this.watch);
	}

	/** It did not answer even those who wait longest. */
	void lost(Link link) {
		this.opened = null;
		suspect(link);
	}

	/** Replaces generations, then tells the others; completed when both are done. */
	CompletableFuture<?> tell(Link link, Change change) {
		var sent = new ArrayList<CompletableFuture<?>>();
		var generation = new SetArgs().ex(GENERATION);
		this.generations.replacedBy(change)
			.forEach((name) -> sent.add(link.commands().set(name, newGeneration(), generation).toCompletableFuture()));
		this.messages.of(change)
			.forEach((channel, message) -> sent.add(link.commands().publish(channel, message).toCompletableFuture()));
		return CompletableFuture.allOf(sent.toArray(CompletableFuture<?>[]::new));
	}

	static byte[] newGeneration() {
		return UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
	}

	private void hear(String channel, byte[] message) {
		Thread.ofVirtual()
			.name("change")
			.start(() -> this.messages.read(channel, message).ifPresent(this.cache::forgetHere));
	}

	@Override
	public void start() {
		var thread = Thread.ofVirtual().name("redis").unstarted(this::watch);
		this.watch = thread;
		thread.start();
		try {
			this.looked.await(FIRST_LOOK.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private void watch() {
		@Nullable Link open = null;
		while (isRunning()) {
			open = look(open);
			this.looked.countDown();
			LockSupport.parkNanos(LOOK.toNanos());
		}
		if (open != null) {
			open.close();
		}
	}

	private @Nullable Link look(@Nullable Link before) {
		@Nullable Link open = before;
		try {
			if (open == null) {
				open = Link.open(this.servers, this.messages.channels(), this::hear);
				this.cache.forgetHere(new Change.OfEverything());
			}
			open.check();
			catchUp(open);
			use(open);
			return open;
		}
		catch (RuntimeException ex) {
			lose(open, ex);
			return null;
		}
	}

	/** What could not be told one by one is told as a whole. */
	private void catchUp(Link open) {
		if (this.behind.getAndSet(false)) {
			var told = tell(open, new Change.OfEverything());
			if (!isDoneWithin(Link.PATIENCE, told)) {
				this.behind.set(true);
				throw new IllegalStateException("Redis did not take what changed meanwhile");
			}
		}
	}

	/** Whether it is done well in that time. */
	static boolean isDoneWithin(Duration time, Future<?> task) {
		try {
			task.get(time.toMillis(), TimeUnit.MILLISECONDS);
			return true;
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			return false;
		}
		catch (ExecutionException | TimeoutException _) {
			return false;
		}
	}

	private void use(Link open) {
		this.opened = open;
		if (this.usable.getAndSet(open) == null) {
			log.info("Redis answers: caches are kept in step");
		}
	}

	private void lose(@Nullable Link open, RuntimeException cause) {
		this.opened = null;
		if (open != null) {
			open.close();
		}
		var wasUsable = this.usable.getAndSet(null) != null;
		if (isRunning() && (wasUsable || this.looked.getCount() > 0)) {
			log.warn("Redis does not answer, going on without it: {}", cause.toString());
		}
	}

	@Override
	public void stop() {
		var running = this.watch;
		this.watch = null;
		this.usable.set(null);
		this.opened = null;
		if (running != null) {
			running.interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.watch != null;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
