package io.github.defenderbff.quota;

import java.time.Duration;

import io.github.defenderbff.signin.Subject;

/**
 * What somebody wants to take: one call, and the run time it may need.
 *
 * @param who for whom
 * @param weight how many times the usual share they may have; more than zero
 * @param urgent whether it is a change or a change depends on it: it may use the reserve
 * then, and of what the person has taken only what was urgent counts against it
 * @param longestRun how long it runs at most; zero where run time is not counted
 */
record Claim(Subject who, double weight, boolean urgent, Duration longestRun) {

}
