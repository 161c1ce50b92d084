package io.github.defenderbff.quota;

/** The ledger in the memory of this process. */
class LocalLedgerTests extends LedgerContract {

	private final Ledger ledger = Accounts.local();

	@Override
	Ledger ledger() {
		return this.ledger;
	}

}
