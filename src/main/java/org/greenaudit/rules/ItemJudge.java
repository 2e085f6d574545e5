package org.greenaudit.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.greenaudit.catalog.BrandAliases;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.CertificateRegistry;
import org.greenaudit.catalog.Duty;
import org.greenaudit.catalog.GoodsCodes;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.catalog.ProductKinds;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.catalog.certificate.CitationReader;
import org.greenaudit.catalog.certificate.CitationRemark;
import org.greenaudit.catalog.certificate.Citations;
import org.greenaudit.catalog.name.ModelKeys;
import org.greenaudit.matching.ListMatch.Candidate;
import org.greenaudit.message.Text;
import org.greenaudit.message.Trace;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.rules.certificate.BoughtProduct;
import org.greenaudit.rules.certificate.CertificateContext;
import org.greenaudit.rules.certificate.CertificateExaminer;
import org.greenaudit.rules.certificate.CertificateFinding;
import org.greenaudit.rules.certificate.CertificateQuestion;
import org.greenaudit.rules.certificate.CheckResult;
import org.greenaudit.rules.certificate.ContractDays;
import org.greenaudit.rules.certificate.Evidence;
import org.greenaudit.rules.certificate.NoCertificate;
import org.greenaudit.rules.certificate.NonSubstitutes;
import org.greenaudit.rules.integrity.Exemption;

/**
 * Judges a line as if it were certainly one listed item: exemption, cited certificates, the registry, what stays unknown,
 * and then the defect. The registry is asked whenever it does not confirm a cited certificate, for the law asks whether
 * the product is certified.
 */
final class ItemJudge {

    /** A cell that lists more products than this is read as one text. */
    private static final int MOST_PRODUCTS = 30;

    private final CertificateRegistry registry;
    private final CertificateExaminer examiner;
    private final NoCertificate noCertificate;
    private final CitationReader citations;
    private final BrandAliases brands;
    private final GoodsCodes codes;
    private final Map<String, List<String>> sameProduct = new HashMap<>();

    ItemJudge(CatalogSnapshot catalog) {
        this.registry = catalog.certificates();
        this.examiner = CertificateExaminer.of(catalog);
        this.noCertificate = new NoCertificate(registry);
        NonSubstitutes nonSubstitutes = new NonSubstitutes(catalog.nonSubstitutes());
        this.citations = new CitationReader(text -> registry.byNumber(text).isPresent()
                || nonSubstitutes.scheme(text).isPresent());
        this.brands = catalog.brands();
        this.codes = catalog.goodsCodes();
        catalog.lists().stream()
                .flatMap(list -> list.items().stream())
                .forEach(item -> sameProduct.computeIfAbsent(item.kind(), k -> lineOf(catalog.kinds(), k)));
    }

    /** What a line cites for a list. */
    Citations citations(PurchaseLine line, ProductList list) {
        return citations.read(line.citations().in(list.certificateColumn()));
    }

    ItemFinding judge(
            PurchaseLine line,
            BoughtProduct product,
            ProductList list,
            Citations citations,
            Candidate candidate,
            Duty duty,
            Trace trace) {
        if (trace.on() && Exemption.of(line) != Exemption.NONE) {
            noteExemption(line, duty, trace);
        }
        if (Exemption.of(line).lifts(duty)) {
            return ItemFinding.exempt(candidate, duty);
        }
        if (trace.on()) {
            citations.texts().forEach(text -> trace.note(Text.of("trace.citation.no-number", text)));
            citations.destroyed().forEach(text -> trace.note(Text.of("trace.citation.destroyed", text)));
            citations.unclear().forEach(text -> trace.note(Text.of("trace.citation.unclear", text)));
        }
        ItemFinding whole =
                judge(new Purchase(line, product, list, candidate.item()), citations, candidate, duty, trace);
        if (whole.outcome() == Outcome.COMPLIANT) {
            return whole;
        }
        List<BoughtProduct> single = product.single(brands);
        if (single.size() < 2 || single.size() > MOST_PRODUCTS) {
            return whole;
        }
        List<ItemFinding> each = single.stream()
                .map(one -> judge(new Purchase(line, one, list, candidate.item()), citations, candidate, duty, trace))
                .toList();
        return together(product, whole, single, each);
    }

    /** A line of several products in one: covered when each is, open when only some are. */
    private static ItemFinding together(
            BoughtProduct product, ItemFinding whole, List<BoughtProduct> single, List<ItemFinding> each) {
        List<String> covered = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (int i = 0; i < each.size(); i++) {
            boolean compliant = each.get(i).outcome() == Outcome.COMPLIANT;
            (compliant ? covered : others)
                    .add(single.get(i).brand() + " " + single.get(i).model());
        }
        List<CertificateFinding> findings = bestOfEach(each);
        if (others.isEmpty()) {
            CertificateFinding weakest = each.stream()
                    .max(Comparator.comparing(ItemFinding::evidence))
                    .flatMap(ItemFinding::decisive)
                    .orElseThrow();
            return ItemFinding.compliant(whole.candidate(), whole.duty(), weakest, findings);
        }
        Optional<ItemFinding> open = each.stream()
                .filter(finding -> product.surelySeveral() && finding.outcome() == Outcome.UNDETERMINED)
                .findFirst();
        if (covered.isEmpty() && (whole.outcome() == Outcome.UNDETERMINED || open.isEmpty())) {
            return whole;
        }
        CheckResult.Unknown unknown = open.flatMap(ItemFinding::unknown)
                .orElseGet(() -> new CheckResult.Unknown(
                        CertificateQuestion.SEVERAL_MODELS,
                        Text.of("check.4.several", String.join(" / ", covered), String.join(" / ", others))));
        return ItemFinding.undetermined(
                whole.candidate(), whole.duty(), unknown, open.flatMap(ItemFinding::decisive), findings);
    }

    /** Of every certificate that was examined for several products the finding that passes, if one does. */
    private static List<CertificateFinding> bestOfEach(List<ItemFinding> each) {
        Map<String, CertificateFinding> best = new LinkedHashMap<>();
        each.stream()
                .flatMap(finding -> finding.findings().stream())
                .forEach(finding -> best.merge(
                        ModelKeys.normalise(finding.number()), finding, (one, other) -> one.passes() ? one : other));
        return List.copyOf(best.values());
    }

    private ItemFinding judge(Purchase purchase, Citations citations, Candidate candidate, Duty duty, Trace trace) {
        ProductList list = purchase.list();
        BoughtProduct product = purchase.product();
        List<CertificateFinding> cited = cited(purchase, citations, trace);
        Optional<CertificateFinding> confirmed = passing(cited).filter(f -> f.evidence() == Evidence.CITED);
        if (confirmed.isPresent()) {
            return ItemFinding.compliant(candidate, duty, confirmed.get(), cited);
        }
        List<CertificateFinding> registered = registered(purchase, cited, trace);
        List<CertificateFinding> all = new ArrayList<>(cited);
        all.addAll(registered);
        Optional<CertificateFinding> passing = passing(all);
        if (passing.isPresent()) {
            return ItemFinding.compliant(candidate, duty, passing.get(), all);
        }
        all.addAll(perhaps(purchase, cited, trace));
        Optional<CertificateFinding> open =
                all.stream().filter(CertificateFinding::open).findFirst();
        if (open.isPresent()) {
            return ItemFinding.undetermined(
                    candidate, duty, open.get().unknown().orElseThrow(), open, all);
        }
        Optional<CheckResult.Unknown> unreadable = noCertificate.unreadable(list, citations);
        if (unreadable.isPresent()) {
            return ItemFinding.undetermined(candidate, duty, unreadable.get(), Optional.empty(), all);
        }
        if (mightBeCertified(purchase)) {
            return ItemFinding.undetermined(candidate, duty, productUnknown(product), Optional.empty(), all);
        }
        CheckResult none = noCertificate.check(
                list, citations, purchase.line().citations().wordIn(list.certificateColumn()), product, registered);
        if (trace.on()) {
            noteNone(citations, registered, none, trace);
        }
        if (none instanceof CheckResult.Unknown unknown) {
            return ItemFinding.undetermined(candidate, duty, unknown, Optional.empty(), all);
        }
        if (none instanceof CheckResult.Fail fail) {
            return ItemFinding.violation(candidate, duty, NoCertificate.NUMBER, fail, Optional.empty(), all);
        }
        CertificateFinding best = best(all);
        return ItemFinding.violation(
                candidate, duty, best.lowestDefect(), best.defects().get(0).reason(), Optional.of(best), all);
    }

    private record Purchase(PurchaseLine line, BoughtProduct product, ProductList list, ListedItem item) {

        CertificateContext citing(String number, Optional<CitationRemark> remark, Optional<Certificate> certificate) {
            return new CertificateContext(list, item, product, ContractDays.of(line), number, remark, certificate);
        }

        CertificateContext with(Certificate certificate) {
            return citing(certificate.number(), Optional.empty(), Optional.of(certificate));
        }
    }

    private List<CertificateFinding> cited(Purchase purchase, Citations citations, Trace trace) {
        List<CertificateFinding> findings = new ArrayList<>(citations.numbers().size());
        for (String number : citations.numbers()) {
            findings.add(examiner.examine(
                    purchase.citing(number, citations.remark(number), registry.byNumber(number)), true, trace));
        }
        return findings;
    }

    private List<CertificateFinding> registered(Purchase purchase, List<CertificateFinding> cited, Trace trace) {
        if (!purchase.product().identified()) {
            return List.of();
        }
        List<CertificateFinding> findings = new ArrayList<>();
        List<Certificate> covering = purchase.product().spellings(codes, purchase.item()).stream()
                .flatMap(model ->
                        registry
                                .covering(
                                        purchase.list().certificateCategory(),
                                        purchase.product().brand(),
                                        model)
                                .stream())
                .distinct()
                .toList();
        if (trace.on()) {
            trace.note(Text.of(
                    "trace.judge.registry",
                    purchase.product().brand(),
                    purchase.product().model(),
                    covering.size()));
        }
        for (Certificate certificate : covering) {
            if (cited.stream().noneMatch(finding -> isOf(finding, certificate))) {
                findings.add(examiner.examine(purchase.with(certificate), false, trace));
            }
        }
        return findings;
    }

    /** Certificates whose text may mean the product, and whose annex could show that they cover it. */
    private List<CertificateFinding> perhaps(Purchase purchase, List<CertificateFinding> cited, Trace trace) {
        if (!purchase.product().identified()) {
            return List.of();
        }
        return purchase.product().spellings(codes, purchase.item()).stream()
                .flatMap(
                        model -> registry
                                .perhapsCovering(
                                        purchase.list().certificateCategory(),
                                        purchase.product().brand(),
                                        model)
                                .stream())
                .distinct()
                .filter(certificate -> cited.stream().noneMatch(finding -> isOf(finding, certificate)))
                .map(certificate -> examiner.examine(purchase.with(certificate), false, trace))
                .filter(CertificateFinding::open)
                .toList();
    }

    private static boolean isOf(CertificateFinding finding, Certificate certificate) {
        String examined = finding.certificate().map(Certificate::number).orElse(finding.number());
        return ModelKeys.normalise(examined).equals(ModelKeys.normalise(certificate.number()));
    }

    private static Optional<CertificateFinding> passing(List<CertificateFinding> findings) {
        return findings.stream()
                .filter(CertificateFinding::passes)
                .min(Comparator.comparing(CertificateFinding::evidence));
    }

    private static void noteExemption(PurchaseLine line, Duty duty, Trace trace) {
        trace.note(Text.of(
                "trace.judge.exemption",
                line.exemptionReason().isBlank() ? "@verdict.not-given" : line.exemptionReason(),
                line.approvalNo().isBlank() ? "@verdict.not-given" : line.approvalNo(),
                "@rule.duty." + duty.id(),
                Exemption.of(line).lifts(duty) ? "@trace.exemption.lifts" : "@trace.exemption.lifts-not"));
    }

    private static void noteNone(
            Citations citations, List<CertificateFinding> registered, CheckResult result, Trace trace) {
        trace.note(Text.of(
                "trace.check.1",
                result.traceKey(),
                citations.numbers().size(),
                citations.asked() ? "@trace.column.present" : "@trace.column.absent",
                registered.stream().filter(NoCertificate::inForce).count()));
    }

    /** Brand or model is missing or not surely known, and some certificate in force might cover the product. */
    private boolean mightBeCertified(Purchase purchase) {
        ContractDays contract = ContractDays.of(purchase.line());
        return (!purchase.product().identified() || !purchase.product().surelyWhole(codes, purchase.item()))
                && Stream.of(contract.first(), contract.last())
                        .distinct()
                        .anyMatch(day -> mightBeCertified(purchase, day));
    }

    private boolean mightBeCertified(Purchase purchase, LocalDate day) {
        return sameProduct.getOrDefault(purchase.item().kind(), List.of()).stream()
                .anyMatch(kind -> registry.mightCover(
                        purchase.list().certificateCategory(),
                        kind,
                        purchase.product().brand(),
                        day));
    }

    /** The kinds whose certificates check 5 accepts for a kind: itself, the wider and the narrower ones. */
    private static List<String> lineOf(ProductKinds kinds, String kind) {
        List<String> line = new ArrayList<>(List.of(kind));
        for (int i = 0; i < line.size(); i++) {
            line.addAll(kinds.children(line.get(i)));
        }
        Optional<String> above = kinds.parent(kind);
        while (above.isPresent()) {
            line.add(above.get());
            above = kinds.parent(above.get());
        }
        return List.copyOf(line);
    }

    private static CheckResult.Unknown productUnknown(BoughtProduct product) {
        return new CheckResult.Unknown(
                CertificateQuestion.MODEL_UNKNOWN,
                Text.of(
                        "check.1.product-unknown",
                        product.hasBrand() ? product.brand() : "@certificate.brand.missing",
                        product.hasModel() ? product.model() : "@certificate.model.missing"));
    }

    /** The certificate that fails latest; among equals the first, so a cited one before one of the registry. */
    private static CertificateFinding best(List<CertificateFinding> findings) {
        CertificateFinding best = findings.get(0);
        for (CertificateFinding finding : findings) {
            boolean candidate = finding.cited() || NoCertificate.inForce(finding);
            if (candidate && finding.lowestDefect() > best.lowestDefect()) {
                best = finding;
            }
        }
        return best;
    }
}
