/**
 * The generator of realistic purchase lines and of the certificates that belong to them, for the sample, trials and
 * benchmarks.
 * Everything it writes is fictional: buyers, suppliers, brands, certificates and certification bodies. Each line comes
 * from a {@link org.greenaudit.sample.scenario.Scenario} that says what the audit must find. No Spring, no clock: the same seed
 * gives the same bytes on every machine.
 */
@org.jspecify.annotations.NullMarked
package org.greenaudit.sample;
