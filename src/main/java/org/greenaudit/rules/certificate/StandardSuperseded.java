package org.greenaudit.rules.certificate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.SupersededStandard;
import org.greenaudit.message.Text;

/**
 * Check 7: certified to a standard version whose transition had ended on the contract date. A certificate that names the
 * newer version (the same number with another year, or what replaced it) beside the old one passes. Standards without a
 * year say nothing.
 */
final class StandardSuperseded implements CertificateCheck {

    /** A dated standard in {@link SupersededStandard#key} form: GB12021.3-2010, GB/T7190.1-2018, HJ2536-2014. */
    private static final Pattern DATED = Pattern.compile("([A-Z][A-Z/]{0,20}\\d[\\d.]{0,20})-(?:\\d{4}|\\d{2})(?!\\d)");

    /** Characters of the cells whose reading is kept: most certificates name one of a few standards. */
    private static final int KEPT = 500_000;

    /** What the reading of an empty cell weighs. */
    private static final int LEAST = 32;

    private final Map<String, SupersededStandard> ending;
    private final Cache<String, List<Dated>> known = Caffeine.newBuilder()
            .maximumWeight(KEPT)
            .weigher((String cell, List<Dated> named) -> LEAST + cell.length())
            .build();

    StandardSuperseded(Map<String, SupersededStandard> superseded) {
        this.ending = superseded.entrySet().stream()
                .filter(entry -> entry.getValue().usableUntil().isBefore(LocalDate.MAX))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private record Dated(String key, String number) {}

    @Override
    public int number() {
        return 7;
    }

    @Override
    public CheckResult check(CertificateContext context) {
        if (ending.isEmpty() || context.certificate().isEmpty()) {
            return CheckResult.Pass.PLAIN;
        }
        Certificate certificate = context.certificate().get();
        List<Dated> named = named(certificate.standard());
        for (Dated standard : named) {
            SupersededStandard old = ending.get(standard.key());
            if (old != null
                    && superseded(standard, old, named, context.contract().last())) {
                Text found = Text.of("check.7.found", certificate.number(), standard.key(), old.usableUntil());
                return superseded(standard, old, named, context.contract().first())
                        ? new CheckResult.Fail(Text.of("check.7.expected", old.replacedBy(), context.contract()), found)
                        : new CheckResult.Unknown(CertificateQuestion.CONTRACT_DAY, found);
            }
        }
        return CheckResult.Pass.PLAIN;
    }

    private boolean superseded(Dated standard, SupersededStandard old, List<Dated> named, LocalDate contractDate) {
        return ended(standard, contractDate) && !renewed(standard, old, named, contractDate);
    }

    private boolean ended(Dated standard, LocalDate contractDate) {
        SupersededStandard old = ending.get(standard.key());
        return old != null && old.usableUntil().isBefore(contractDate);
    }

    private boolean renewed(Dated standard, SupersededStandard old, List<Dated> named, LocalDate contractDate) {
        List<Dated> replacements = named(old.replacedBy());
        return named.stream()
                .filter(other -> !ended(other, contractDate))
                .anyMatch(other -> other.number().equals(standard.number()) || replacements.contains(other));
    }

    private List<Dated> named(String standards) {
        return known.get(standards, StandardSuperseded::read);
    }

    private static List<Dated> read(String standards) {
        List<Dated> named = new ArrayList<>();
        Matcher matcher = DATED.matcher(SupersededStandard.key(standards));
        while (matcher.find()) {
            named.add(new Dated(matcher.group(), matcher.group(1)));
        }
        return named;
    }

    @Override
    public List<String> compared(CertificateContext context) {
        String standard = context.certificate().map(Certificate::standard).orElse("");
        String until = named(standard).stream()
                .flatMap(
                        dated -> Optional.ofNullable(ending.get(dated.key()))
                                .map(old -> dated.key() + " → " + old.usableUntil())
                                .stream())
                .collect(Collectors.joining("; "));
        return List.of(
                standard,
                until.isEmpty() ? "@trace.standard.usable" : until,
                context.contract().toString());
    }
}
