package io.github.defenderbff.relay;

import java.util.List;

import io.github.defenderbff.policy.Administrators;
import io.github.defenderbff.quota.Quota;
import io.github.defenderbff.quota.QuotaReport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells administrators how much of Defender's limits is used, and by whom. */
@RestController
@Tag(name = "Quota", description = "For those who manage roles.")
class QuotaController {

	private static final String OPERATION = "quota.get";

	private final Administrators administrators;

	private final Quota quota;

	QuotaController(Administrators administrators, Quota quota) {
		this.administrators = administrators;
		this.quota = quota;
	}

	@GetMapping("/api/quota")
	@Operation(operationId = OPERATION, summary = "How much of Defender's limits is used",
			description = "For people whose roles grant **Manage portal system settings**. Lists the operations of "
					+ "which anything is used, that are paused, or that calls wait for. Defender is not asked.")
	ResponseEntity<QuotaInUse> quota() {
		this.administrators.require(OPERATION);
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new QuotaInUse(this.quota.report()));
	}

	/**
	 * What is used.
	 *
	 * @param operations one entry for each operation, ordered by id
	 */
	record QuotaInUse(List<QuotaReport> operations) {

	}

}
