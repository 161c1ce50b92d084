package io.github.sandbox.organisation;

import java.util.List;
import java.util.stream.Stream;

/** All the advice Defender gives the company. */
public final class Recommendations {

	/** Concerns a product; the named workstations need it. */
	public static final Recommendation UPDATE_CARGO_PLANNER = new Recommendation.Update(Products.CARGO_PLANNER);

	/** Concerns a setting, so no product. */
	public static final Recommendation TAMPER_PROTECTION = new Recommendation.Harden(SecuritySetting.TAMPER_PROTECTION);

	/** Concerns a setting that every device has. */
	public static final Recommendation AUTOPLAY = new Recommendation.Harden(SecuritySetting.AUTOPLAY);

	static final List<Recommendation> ALL = Stream.concat(
			Products.ALL.stream().filter((product) -> !product.weaknesses().isEmpty()).map(Recommendation.Update::new),
			SecuritySetting.ALL.stream().map(Recommendation.Harden::new))
		.map(Recommendation.class::cast)
		.toList();

	private Recommendations() {
	}

}
