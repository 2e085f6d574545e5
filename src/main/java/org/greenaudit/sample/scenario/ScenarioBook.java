package org.greenaudit.sample.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Every scenario of a period, and the certificates that their lines cite.
 *
 * @param scenarios in the order in which a file's first lines show them
 * @param certificates in the order of their running numbers
 */
public record ScenarioBook(List<Scenario> scenarios, List<SampleCertificate> certificates) {

    public ScenarioBook {
        scenarios = List.copyOf(scenarios);
        certificates = List.copyOf(certificates);
    }

    /** The scenarios of a period; the seed decides the dates of the certificates. */
    public static ScenarioBook of(Period period, long seed) {
        CertificateBook book = new CertificateBook(period, new SplitMix(seed));
        List<Scenario> scenarios = new ArrayList<>();
        scenarios.addAll(CompliantScenarios.scenarios(book));
        scenarios.addAll(DefectScenarios.scenarios(book));
        scenarios.addAll(IntegrityScenarios.scenarios(book));
        scenarios.addAll(UndeterminedScenarios.scenarios(book));
        scenarios.addAll(OutsideScenarios.scenarios());
        scenarios.addAll(UntidyScenarios.scenarios(book));
        scenarios.addAll(RejectedScenarios.scenarios());
        return new ScenarioBook(scenarios, book.issued());
    }

    /** The scenarios that can occur in a period and in a feed that meets such needs. */
    public List<Scenario> possible(Period period, Predicate<Scenario.Needs> offered) {
        return scenarios.stream()
                .filter(s -> !s.earliest().isAfter(period.to()) && offered.test(s.needs()))
                .toList();
    }
}
