package io.github.defenderbff.policy;

import org.springframework.context.ApplicationContext;

/** Puts what stands in the role book's file in force at once, for tests that wrote it. */
public final class RoleBookReload {

	private RoleBookReload() {
	}

	/** The running service has looked at the file when this returns. */
	public static void now(ApplicationContext context) {
		settle(context.getBean(RoleBookInForce.class));
	}

	static void settle(RoleBookInForce roleBook) {
		while (roleBook.look()) {
			Thread.onSpinWait();
		}
	}

}
