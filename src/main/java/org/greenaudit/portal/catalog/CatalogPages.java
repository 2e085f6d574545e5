package org.greenaudit.portal.catalog;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.greenaudit.assessment.Numbers;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.CertificateRegistry;
import org.greenaudit.catalog.CertificateStanding;
import org.greenaudit.catalog.Duty;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.portal.PageFrame;
import org.greenaudit.portal.PageFrame.Said;
import org.greenaudit.portal.access.Needs;
import org.greenaudit.portal.access.Permission;
import org.greenaudit.portal.desk.ServedJobs;
import org.greenaudit.portal.desk.Visit;
import org.greenaudit.text.NameKeys;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What counts: the lists, the registry and the other tables, with what is not verified. Catalogs are public facts. */
@Controller
public class CatalogPages {

    private static final String LISTS_FILE = "lists.csv";
    private static final int DIGEST = 12;

    /** An edition of a list. */
    private record Edition(
            String href,
            String title,
            String edition,
            String document,
            String from,
            String to,
            String rows,
            String starred,
            String completeness,
            String provenance,
            boolean verified) {}

    /** How the certificates of a list stand on a day. */
    private record Census(String title, String total, List<String> counts) {}

    /** A certificate file. */
    private record File(String name, String rows) {}

    /** A table of the catalogs. */
    private record Table(String name, String rows, String provenance, boolean verified, String fingerprint) {}

    /** A row of a list. */
    private record Row(
            String entry,
            String family,
            String product,
            String capacity,
            boolean starred,
            String codes,
            String standards,
            String provenance,
            boolean verified) {}

    /** The rows of an edition of a list. */
    private record Rows(String title, List<Row> rows) {}

    /** A problem of a file. */
    private record Trouble(String place, String text) {}

    private final ServedJobs jobs;
    private final PresentCatalogs catalogs;
    private final Clock clock;

    CatalogPages(ServedJobs jobs, PresentCatalogs catalogs, Clock clock) {
        this.jobs = jobs;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    @GetMapping("/catalogs")
    @Needs(Permission.READ)
    String all(Visit visit, @RequestParam Map<String, String> asked, Model model) {
        String job = jobs.chosen(Optional.ofNullable(asked.get("job")));
        PresentCatalogs.Present present = catalogs.of(job);
        CatalogSnapshot catalog = present.catalog();
        CertificateRegistry registry = catalog.certificates();
        String day = asked.getOrDefault("on", "");
        LocalDate on = CatalogWords.day(day).orElse(LocalDate.now(clock));
        if (!day.isBlank() && CatalogWords.day(day).isEmpty()) {
            model.addAttribute(PageFrame.SAID, Said.refused(visit.say("portal.run.date", day)));
        }
        model.addAttribute("job", job);
        model.addAttribute("jobs", jobs.choices(job));
        model.addAttribute("fingerprint", catalog.fingerprint());
        model.addAttribute(
                "lastRead",
                jobs
                        .known(job)
                        .map(CatalogSnapshot::fingerprint)
                        .filter(last -> !last.equals(catalog.fingerprint()))
                        .stream()
                        .toList());
        model.addAttribute(
                "problems",
                present.problems().stream()
                        .map(problem ->
                                new Trouble(ProblemWords.place(problem), ProblemWords.text(visit.messages(), problem)))
                        .toList());
        model.addAttribute(
                "lists",
                catalog.lists().stream()
                        .map(list -> edition(visit, job, present, list))
                        .toList());
        model.addAttribute("on", on);
        model.addAttribute("asOf", registry.asOf().map(LocalDate::toString).orElse(Numbers.NONE));
        model.addAttribute("size", Numbers.whole(registry.size()));
        model.addAttribute("note", registry.contents().note());
        model.addAttribute(
                "sources",
                registry.contents().sources().stream()
                        .map(source -> new File(source.name(), Numbers.whole(source.rows())))
                        .toList());
        model.addAttribute(
                "standings",
                List.of(CertificateStanding.values()).stream()
                        .map(standing -> CatalogWords.standing(visit, standing))
                        .toList());
        model.addAttribute("census", census(visit, catalog, on));
        model.addAttribute("mayReplace", visit.account().role().may(Permission.ADMINISTER));
        model.addAttribute("tables", tables(visit, present));
        return "catalogs";
    }

    private static Edition edition(Visit visit, String job, PresentCatalogs.Present present, ProductList list) {
        Optional<CatalogTableFile> items = items(present, list);
        Optional<Map<String, String>> row = row(present, list);
        return new Edition(
                "/catalogs/lists/" + list.id() + "?job=" + job,
                CatalogWords.title(visit, list),
                list.edition(),
                list.document(),
                list.effectiveFrom().toString(),
                CatalogWords.until(list.effectiveTo()),
                Numbers.whole(list.items().size()),
                Numbers.whole(list.items().stream().filter(ListedItem::starred).count()),
                CatalogWords.completeness(
                        visit, present.catalog().certificates().completeness(list.id())),
                items.map(table -> CatalogWords.provenance(visit, table)).orElse(""),
                items.filter(CatalogTableFile::verified).isPresent()
                        && row.map(cells -> cells.getOrDefault("provenance", ""))
                                .filter(word -> CatalogTableFile.word(word).equals(CatalogTableFile.VERIFIED))
                                .isPresent());
    }

    /** The row of {@code lists.csv} of an edition; empty while the tables cannot be read. */
    private static Optional<Map<String, String>> row(PresentCatalogs.Present present, ProductList list) {
        return Optional.ofNullable(present.tables().get(LISTS_FILE)).stream()
                .flatMap(table -> table.rows().stream())
                .filter(row ->
                        list.id().equals(row.get("list_id")) && list.edition().equals(row.get("edition")))
                .findFirst();
    }

    private static Optional<CatalogTableFile> items(PresentCatalogs.Present present, ProductList list) {
        return row(present, list)
                .flatMap(row -> Optional.ofNullable(present.tables().get(row.get("items_file"))));
    }

    private static List<Census> census(Visit visit, CatalogSnapshot catalog, LocalDate on) {
        List<Census> census = new ArrayList<>();
        for (String id : catalog.listIds()) {
            ProductList list = catalog.editions(id).findFirst().orElseThrow();
            Map<CertificateStanding, Integer> counts = catalog.certificates().census(list.certificateCategory(), on);
            census.add(new Census(
                    CatalogWords.title(visit, list),
                    Numbers.whole(
                            counts.values().stream().mapToInt(Integer::intValue).sum()),
                    List.of(CertificateStanding.values()).stream()
                            .map(standing -> Numbers.whole(counts.getOrDefault(standing, 0)))
                            .toList()));
        }
        return census;
    }

    private static List<Table> tables(Visit visit, PresentCatalogs.Present present) {
        List<Table> tables = new ArrayList<>();
        present.tables().forEach((name, table) -> {
            String digest = Objects.requireNonNullElse(
                            present.catalog().versions().get(name), "")
                    .replaceFirst("^sha256:", "");
            tables.add(new Table(
                    name,
                    Numbers.whole(table.rows().size()),
                    CatalogWords.provenance(visit, table),
                    table.verified(),
                    digest.substring(0, Math.min(DIGEST, digest.length()))));
        });
        return tables;
    }

    @GetMapping("/catalogs/lists/{list}")
    @Needs(Permission.READ)
    String list(Visit visit, @PathVariable String list, @RequestParam Map<String, String> asked, Model model) {
        String job = jobs.chosen(Optional.ofNullable(asked.get("job")));
        PresentCatalogs.Present present = catalogs.of(job);
        List<ProductList> editions = present.catalog().editions(list).toList();
        if (editions.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        String text = asked.getOrDefault("q", "");
        String wanted = NameKeys.normalise(text);
        List<Rows> all = editions.stream()
                .map(edition -> new Rows(
                        edition.edition() + " " + edition.document(),
                        items(present, edition).stream()
                                .flatMap(table -> table.rows().stream())
                                .filter(row -> NameKeys.normalise(String.join("\n", row.values()))
                                        .contains(wanted))
                                .map(row -> row(visit, row))
                                .toList()))
                .toList();
        model.addAttribute("job", job);
        model.addAttribute("title", CatalogWords.title(visit, editions.get(0)));
        model.addAttribute("listId", list);
        model.addAttribute("q", text);
        model.addAttribute(
                "sum",
                visit.say(
                        "portal.list.sum",
                        Numbers.whole(all.stream()
                                .mapToInt(rows -> rows.rows().size())
                                .sum())));
        model.addAttribute("editions", all);
        return "catalog-list";
    }

    private static Row row(Visit visit, Map<String, String> cells) {
        List<String> codes = new ArrayList<>();
        for (String scheme : List.of("2013", "2022")) {
            String code = cells.getOrDefault("code_" + scheme, "");
            if (!code.isEmpty()) {
                codes.add(code + " (" + scheme + ")");
            }
        }
        String current = cells.getOrDefault("current_standards", "");
        String standards = cells.getOrDefault("standards", "");
        List<String> unsure = new ArrayList<>();
        for (String column : List.of("star_provenance", "code_provenance", "standard_provenance")) {
            String word = CatalogTableFile.word(cells.getOrDefault(column, ""));
            if (!word.equals(CatalogTableFile.VERIFIED)) {
                unsure.add(
                        visit.say("portal.catalogs.column." + column) + " " + visit.say("portal.provenance." + word));
            }
        }
        return new Row(
                cells.getOrDefault("entry_id", ""),
                cells.getOrDefault("family_no", "") + " " + cells.getOrDefault("family_name", ""),
                cells.getOrDefault("item_name", ""),
                cells.getOrDefault("capacity", ""),
                cells.getOrDefault("duty", "").equals(Duty.MANDATORY.id()),
                String.join(", ", codes),
                current.isEmpty() ? standards : standards + " → " + current,
                String.join(", ", unsure),
                unsure.isEmpty());
    }
}
