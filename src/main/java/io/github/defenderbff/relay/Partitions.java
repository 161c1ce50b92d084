package io.github.defenderbff.relay;

import java.util.Collection;
import java.util.List;

import io.github.defenderbff.policy.EffectivePermissions;
import io.github.defenderbff.policy.Policy;
import io.github.defenderbff.policy.RoleBookChanged;
import io.github.defenderbff.responsecache.Change;
import io.github.defenderbff.responsecache.Key;
import io.github.defenderbff.responsecache.Partition;
import io.github.defenderbff.responsecache.ResponseCache;
import io.github.defenderbff.signin.Caller;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Says whose stored answers a caller may be given: their own, or where the operator
 * shares them, those of everybody with equal effective permissions. Whoever is not known
 * in full keeps to their own.
 */
@Component
final class Partitions {

	private final Policy policy;

	private final ResponseCache cache;

	Partitions(Policy policy, ResponseCache cache) {
		this.policy = policy;
		this.cache = cache;
	}

	/**
	 * What the call's answer is kept under. Who consented to another resource is not
	 * known here, so what a detour brings is its owner's only.
	 */
	Key key(Call call) {
		var partition = (call.operation().detour() != null) ? new Partition.Own(call.caller().subject())
				: of(call.caller());
		return new Key(partition, call.operation().id(), call.parameters());
	}

	private Partition of(Caller caller) {
		return switch (this.cache.sharing()) {
			case NOBODY -> new Partition.Own(caller.subject());
			case EFFECTIVE_PERMISSIONS -> this.policy.effective(caller)
				.<Partition>map((permissions) -> alike(caller, permissions))
				.orElseGet(() -> new Partition.Own(caller.subject()));
		};
	}

	/** What was stored under another book may show what the new one hides. */
	@EventListener
	void forget(RoleBookChanged event) {
		this.cache.forget(new Change.OfEverything());
	}

	private static Partition.Alike alike(Caller caller, EffectivePermissions permissions) {
		return new Partition.Alike(caller.subject().tenantId(), names(permissions.scopes()),
				names(permissions.privileges()), List.copyOf(permissions.deviceGroups()), permissions.roleBook());
	}

	private static List<String> names(Collection<? extends Enum<?>> values) {
		return values.stream().<String>map(Enum::name).toList();
	}

}
