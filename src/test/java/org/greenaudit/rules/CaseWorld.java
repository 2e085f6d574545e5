package org.greenaudit.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.greenaudit.catalog.CatalogProblem;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.CertificateRegistry;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.catalog.RegistryCompleteness;
import org.greenaudit.catalog.certificate.CertificateParser;
import org.greenaudit.catalog.certificate.CertificateRegistryLoader;
import org.greenaudit.catalog.certificate.CertificateWords;
import org.greenaudit.catalog.certificate.ProductClasses;
import org.greenaudit.catalog.certificate.RegistryManifest;
import org.greenaudit.catalog.load.CatalogLoader;
import org.greenaudit.matching.Classification;
import org.greenaudit.matching.Classifier;
import org.greenaudit.matching.ListMatch;
import org.greenaudit.matching.SchemeDefault;
import org.greenaudit.message.Trace;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.FeedLayout;
import org.greenaudit.purchase.KnownColumns;
import org.greenaudit.purchase.LineParser;
import org.greenaudit.purchase.Parsed;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.purchase.Rejection;
import org.greenaudit.purchase.SetApart;
import org.greenaudit.testing.Catalogs;
import org.greenaudit.testing.Feed;
import org.greenaudit.text.Sha256;

/**
 * The real chain for the judgement cases: the shipped catalogs (with fictional bodies and standards laid over them), the
 * feed's parser, the classifier and the judge; only the registry is each case's own.
 */
final class CaseWorld {

    private static final List<String> CERTIFICATES = read(JudgementCase.FOLDER.resolve("registry/certificates.csv"));

    private final CatalogSnapshot shipped = CatalogLoader.load(
            List.of(Path.of("catalogs"), JudgementCase.FOLDER.resolve("catalogs")), FeedColumn.headers());
    private final Classifier classifier = new Classifier(shipped, new SchemeDefault(LocalDate.of(2022, 9, 1)));
    private final Map<String, Judge> judges = new HashMap<>();
    private final Path folder;

    CaseWorld(Path folder) {
        this.folder = folder;
    }

    CatalogSnapshot catalog() {
        return shipped;
    }

    /** What the chain says of a case, by list id: a verdict in words, {@code not-applicable}, or {@code rejected …}. */
    record Answer(Map<String, String> told, List<Verdict> verdicts) {}

    Answer answer(JudgementCase one) {
        Map<String, String> told = new TreeMap<>();
        Parsed parsed = parsed(one);
        if (!(parsed instanceof PurchaseLine line)) {
            String why = parsed instanceof Rejection rejection
                    ? "rejected " + rejection.reason().id()
                    : "set-apart " + ((SetApart) parsed).reason().id();
            shipped.listIds().forEach(list -> told.put(list, why));
            return new Answer(told, List.of());
        }
        LineEvaluator.Judgement judgement = judgement(one, line, Trace.NONE);
        List<Verdict> verdicts = judgement.verdicts();
        judgement.classification().matches().stream()
                .filter(ListMatch.Outside.class::isInstance)
                .forEach(match -> told.put(match.listId(), "not-applicable"));
        verdicts.forEach(verdict -> told.put(verdict.item().listId(), JudgementCase.told(verdict)));
        return new Answer(told, verdicts);
    }

    /** A case's row as the feed's parser reads it. */
    Parsed parsed(JudgementCase one) {
        return new LineParser(layout(one.hasCertificateColumns())).parse(2, Feed.rowOf(one.feedCells()));
    }

    /** What the chain says of a line with the registry of a case. */
    LineEvaluator.Judgement judgement(JudgementCase one, PurchaseLine line, Trace trace) {
        Classification classification = classifier.classify(line, trace);
        return new LineEvaluator.Judgement(classification, judge(one).judge(line, classification, trace), List.of());
    }

    private static FeedLayout layout(boolean withCertificates) {
        return KnownColumns.layout("cases.csv", withCertificates ? List.of() : KnownColumns.ALL.citations());
    }

    private Judge judge(JudgementCase one) {
        String key = one.cell("registry") + " " + one.certificates();
        return judges.computeIfAbsent(key, k -> new Judge(with(registry(one)), List.of()));
    }

    private CertificateRegistry registry(JudgementCase one) {
        RegistryCompleteness completeness =
                RegistryCompleteness.valueOf(one.cell("registry").toUpperCase(Locale.ROOT));
        Map<String, RegistryCompleteness> ofList = new TreeMap<>();
        shipped.listIds().forEach(list -> ofList.put(list, completeness));
        List<CatalogProblem> problems = new ArrayList<>();
        CertificateRegistry registry = CertificateRegistryLoader.load(
                List.of(file(one.certificates())),
                new CertificateParser(
                        categories(),
                        true,
                        ProductClasses.of(shipped.lists(), shipped.kinds(), false),
                        CertificateWords.NONE),
                RegistryManifest.of(ofList),
                shipped.brands(),
                new Sha256(),
                problems::add,
                warning -> {});
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems.toString());
        }
        return registry;
    }

    private Set<String> categories() {
        return shipped.lists().stream().map(ProductList::certificateCategory).collect(Collectors.toSet());
    }

    private Path file(List<String> names) {
        List<String> rows = new ArrayList<>(CERTIFICATES.subList(0, 1));
        for (String name : names) {
            rows.add(CERTIFICATES.stream()
                    .filter(row -> row.startsWith(name + ","))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no such certificate: " + name)));
        }
        try {
            return Files.write(folder.resolve("certificates-" + judges.size() + ".csv"), rows, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CatalogSnapshot with(CertificateRegistry registry) {
        return Catalogs.like(shipped).certificates(registry).build();
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
