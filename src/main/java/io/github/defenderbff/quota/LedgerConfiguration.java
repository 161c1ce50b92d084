package io.github.defenderbff.quota;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which ledger there is. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

	@Bean
	Ledger ledger(ObjectProvider<SharedBooks> shared, QuotaProperties properties) {
		var books = shared.getIfAvailable();
		return (books != null) ? Accounts.shared(books, properties.localFraction()) : Accounts.local();
	}

}
