package io.github.defenderbff;

import com.microsoft.playwright.Page;

/**
 * How well the text of a page stands out, as WCAG measures it.
 *
 * @param page the page on screen
 */
record Contrast(Page page) {

	private static final String LOWEST = """
			() => {
			  const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
			  const luminance = (colour) => channels(colour).slice(0, 3).map((value) => value / 255)
			    .map((value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
			    .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);
			  const background = (element) => {
			    const colour = getComputedStyle(element).backgroundColor;
			    return channels(colour)[3] === 0 ? background(element.parentElement) : colour;
			  };
			  const contrast = (element) => {
			    const both = [getComputedStyle(element).color, background(element)].map(luminance);
			    return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
			  };
			  return Math.min(...[...document.querySelectorAll('main *')]
			    .filter((element) => element.checkVisibility() && element.innerText.trim())
			    .map(contrast));
			}""";

	/** The lowest contrast ratio of any visible text with what is behind it. */
	double lowest() {
		return ((Number) this.page.evaluate(LOWEST)).doubleValue();
	}

}
