package io.github.defenderbff.policy;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The role book as settings, until it is a file. */
@Component
final class TemporaryRoleBook implements CurrentRoleBook {

	private final RoleBook book;

	TemporaryRoleBook(Environment environment) {
		var binder = Binder.get(environment);
		var roles = binder.bind("policy.roles", Bindable.listOf(RoleSetting.class)).orElse(List.of());
		var groups = binder.bind("policy.device-groups", Bindable.listOf(GroupSetting.class)).orElse(List.of());
		this.book = new RoleBook(roles.stream().map(RoleSetting::role).toList(),
				groups.stream().map((group) -> new DeviceGroup(group.name(), group.rank(), group.groups())).toList());
	}

	@Override
	public RoleBook get() {
		return this.book;
	}

	record RoleSetting(String name, @DefaultValue List<String> privileges, @DefaultValue List<String> groups,
			@DefaultValue List<String> directoryRoles, @DefaultValue("false") boolean everyDevice) {

		Role role() {
			return new Role(this.name,
					this.privileges.stream()
						.map((privilege) -> Privilege.named(privilege).orElseThrow())
						.collect(Collectors.toSet()),
					this.groups, this.directoryRoles, this.everyDevice);
		}

	}

	record GroupSetting(String name, int rank, @DefaultValue List<String> groups) {

	}

}
