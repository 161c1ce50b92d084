package io.github.defenderbff.quota;

/** The ledger in the memory of this process. */
class LocalLedgerTests extends LedgerContract {

	private final LocalLedger ledger = new LocalLedger();

	@Override
	Ledger ledger() {
		return this.ledger;
	}

}
