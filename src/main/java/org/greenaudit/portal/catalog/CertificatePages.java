package org.greenaudit.portal.catalog;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.assessment.Numbers;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.CertificateStanding;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.catalog.RegistryContents;
import org.greenaudit.portal.FilterChoice;
import org.greenaudit.portal.PageFrame;
import org.greenaudit.portal.PageFrame.Said;
import org.greenaudit.portal.access.Needs;
import org.greenaudit.portal.access.Permission;
import org.greenaudit.portal.desk.RunViews;
import org.greenaudit.portal.desk.ServedJobs;
import org.greenaudit.portal.desk.Visit;
import org.greenaudit.store.RunRecord;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The certificates of the registry: by number, brand, model, holder, list and standing, and one with all that is said of it. */
@Controller
public class CertificatePages {

    private static final String LIST = "/catalogs/certificates";
    private static final int ROWS = 50;
    private static final int LONGEST = 200;
    private static final List<String> TEXTS = List.of("number", "brand", "model", "holder");

    /** A certificate in the list. */
    private record Line(
            String href,
            String number,
            String list,
            String brand,
            String models,
            String product,
            String holder,
            String issued,
            String expires,
            String standing,
            String css,
            boolean perhaps) {}

    /** A text to search for. */
    private record Field(String name, String title, String value) {}

    /** A fact about a certificate. */
    private record Fact(String label, String text) {}

    /** Where something is. */
    private record Way(String href, String text) {}

    private final ServedJobs jobs;
    private final RunViews runs;
    private final PresentCatalogs catalogs;
    private final Clock clock;

    CertificatePages(ServedJobs jobs, RunViews runs, PresentCatalogs catalogs, Clock clock) {
        this.jobs = jobs;
        this.runs = runs;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    @GetMapping(LIST)
    @Needs(Permission.READ)
    String search(Visit visit, @RequestParam Map<String, String> asked, Model model) {
        String job = jobs.chosen(Optional.ofNullable(asked.get("job")));
        CatalogSnapshot catalog = catalogs.of(job).catalog();
        Map<String, String> given = given(asked);
        List<String> wrong = new ArrayList<>();
        Optional<CertificateStanding> standing = standing(given.getOrDefault("status", ""));
        if (given.containsKey("status") && standing.isEmpty()) {
            wrong.add(visit.say("portal.filter.wrong", visit.say("portal.certificates.status"), given.get("status")));
            given.remove("status");
        }
        LocalDate on = CatalogWords.day(given.getOrDefault("on", "")).orElse(LocalDate.now(clock));
        if (given.containsKey("on")
                && CatalogWords.day(given.getOrDefault("on", "")).isEmpty()) {
            wrong.add(visit.say("portal.run.date", given.get("on")));
            given.remove("on");
        }
        String category = catalog.editions(given.getOrDefault("list", ""))
                .map(ProductList::certificateCategory)
                .findFirst()
                .orElse("");
        if (given.containsKey("list") && category.isEmpty()) {
            wrong.add(visit.say("portal.filter.wrong", visit.say("portal.filter.list"), given.get("list")));
            given.remove("list");
        }
        RegistryContents.Query query = new RegistryContents.Query(
                given.getOrDefault("number", ""),
                given.getOrDefault("brand", ""),
                given.getOrDefault("model", ""),
                given.getOrDefault("holder", ""),
                category,
                standing,
                on);
        int page = page(asked.getOrDefault("page", ""));
        RegistryContents contents = catalog.certificates().contents();
        RegistryContents.Matches found = contents.search(query, (page - 1) * ROWS, ROWS);
        int last = Math.max(1, (found.count() + ROWS - 1) / ROWS);
        if (page > last) {
            page = last;
            found = contents.search(query, (page - 1) * ROWS, ROWS);
        }
        if (!wrong.isEmpty()) {
            model.addAttribute(PageFrame.SAID, Said.refused(String.join(" ", wrong)));
        }
        model.addAttribute("job", job);
        model.addAttribute("jobs", jobs.choices(job));
        model.addAttribute(
                "fields",
                TEXTS.stream()
                        .map(name ->
                                new Field(name, visit.say("portal.certificates." + name), given.getOrDefault(name, "")))
                        .toList());
        model.addAttribute("choices", choices(visit, catalog, given));
        model.addAttribute("on", on);
        model.addAttribute("sum", visit.say("portal.certificates.sum", Numbers.whole(found.count())));
        model.addAttribute(
                "rows",
                found.shown().stream()
                        .map(match -> line(visit, job, catalog, match))
                        .toList());
        model.addAttribute("shown", visit.say("portal.units.shown", Numbers.whole(page), Numbers.whole(last)));
        model.addAttribute("earlier", page > 1 ? List.of(address(job, given, page - 1)) : List.of());
        model.addAttribute("later", page < last ? List.of(address(job, given, page + 1)) : List.of());
        return "certificates";
    }

    /** What is asked for; what is blank asks for nothing. */
    private static Map<String, String> given(Map<String, String> asked) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String name : List.of("number", "brand", "model", "holder", "list", "status", "on")) {
            String text = asked.getOrDefault(name, "").strip();
            if (!text.isEmpty()) {
                given.put(name, text.substring(0, Math.min(LONGEST, text.length())));
            }
        }
        return given;
    }

    private static Optional<CertificateStanding> standing(String id) {
        return Arrays.stream(CertificateStanding.values())
                .filter(standing -> standing.id().equals(id))
                .findFirst();
    }

    private static int page(String text) {
        return text.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(text) : 1;
    }

    private static String address(String job, Map<String, String> given, int page) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(LIST).queryParam("job", "{job}");
        Map<String, Object> values = new LinkedHashMap<>(given);
        values.put("job", job);
        given.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.queryParam("page", page).encode().buildAndExpand(values).toUriString();
    }

    private static List<FilterChoice> choices(Visit visit, CatalogSnapshot catalog, Map<String, String> given) {
        return List.of(
                FilterChoice.of(
                        visit,
                        "list",
                        visit.say("portal.filter.list"),
                        given.getOrDefault("list", ""),
                        catalog.listIds(),
                        id -> CatalogWords.title(
                                visit, catalog.editions(id).findFirst().orElseThrow())),
                FilterChoice.of(
                        visit,
                        "status",
                        visit.say("portal.certificates.status"),
                        given.getOrDefault("status", ""),
                        Arrays.stream(CertificateStanding.values())
                                .map(CertificateStanding::id)
                                .toList(),
                        id -> visit.say("portal.standing." + id)));
    }

    private static Line line(Visit visit, String job, CatalogSnapshot catalog, RegistryContents.Match match) {
        Certificate certificate = match.certificate();
        return new Line(
                address(job, catalog.certificates().contents(), match),
                certificate.number(),
                list(visit, catalog, certificate),
                certificate.brand(),
                ProblemWords.shown(certificate.models()),
                certificate.productName(),
                certificate.holder(),
                day(certificate.issued()),
                day(certificate.expires()),
                CatalogWords.standing(visit, match.standing()),
                match.standing().id(),
                match.perhaps());
    }

    /** The list that a certificate is for; its 认证类别 where it is for none that is known. */
    private static String list(Visit visit, CatalogSnapshot catalog, Certificate certificate) {
        return catalog.lists().stream()
                .filter(list -> list.certificateCategory().equals(certificate.category()))
                .findFirst()
                .map(list -> CatalogWords.title(visit, list))
                .orElse(certificate.category());
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse(Numbers.NONE);
    }

    /** Where a certificate is. An address cannot hold every number, and not every certificate has one of its own. */
    private static String address(String job, RegistryContents contents, RegistryContents.Match match) {
        String number = match.certificate().number();
        boolean own =
                contents.placeOf(number).filter(place -> place == match.place()).isPresent();
        boolean plain = number.chars().allMatch(c -> Character.isLetterOrDigit(c) || "._:()#+,=@ -".indexOf(c) >= 0)
                && !number.matches("[.-]*");
        UriComponentsBuilder address = UriComponentsBuilder.newInstance().queryParam("job", "{job}");
        Map<String, Object> values = new LinkedHashMap<>(Map.of("job", job));
        if (!plain) {
            address.queryParam("number", "{number}");
            values.put("number", number);
        }
        if (!own) {
            address.queryParam("place", match.place());
        }
        return LIST + "/" + (plain ? UriUtils.encodePathSegment(number, StandardCharsets.UTF_8) : "-")
                + address.encode().buildAndExpand(values).toUriString();
    }

    @GetMapping(LIST + "/{number}")
    @Needs(Permission.READ)
    String one(
            Visit visit, @PathVariable("number") String segment, @RequestParam Map<String, String> asked, Model model) {
        String job = jobs.chosen(Optional.ofNullable(asked.get("job")));
        CatalogSnapshot catalog = catalogs.of(job).catalog();
        RegistryContents contents = catalog.certificates().contents();
        String number = asked.getOrDefault("number", segment);
        LocalDate today = LocalDate.now(clock);
        RegistryContents.Match match = place(asked.getOrDefault("place", ""))
                .filter(place -> place < catalog.certificates().size())
                .map(place -> contents.at(place, today))
                .filter(one -> one.certificate().number().equals(number))
                .or(() -> contents.placeOf(number).map(place -> contents.at(place, today)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Certificate certificate = match.certificate();
        model.addAttribute("job", job);
        model.addAttribute("number", certificate.number());
        model.addAttribute("standing", CatalogWords.standing(visit, match.standing()));
        model.addAttribute("css", match.standing().id());
        model.addAttribute("today", today);
        model.addAttribute("facts", facts(visit, catalog, certificate));
        model.addAttribute("rows", contents.rows(match.place()));
        model.addAttribute(
                "asOf", catalog.certificates().asOf().map(LocalDate::toString).orElse(Numbers.NONE));
        model.addAttribute(
                "ways",
                runs.newest(job).map(run -> findings(visit, run, certificate.number())).stream()
                        .toList());
        return "certificate";
    }

    private static Optional<Integer> place(String text) {
        return text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /** The findings of the newest audit that name the certificate. */
    private static Way findings(Visit visit, RunRecord run, String number) {
        return new Way(
                UriComponentsBuilder.fromPath("/findings")
                        .queryParam("run", "{run}")
                        .queryParam("q", "{q}")
                        .encode()
                        .buildAndExpand(run.runId(), number)
                        .toUriString(),
                visit.say("portal.certificate.findings", run.auditDate()));
    }

    private static List<Fact> facts(Visit visit, CatalogSnapshot catalog, Certificate certificate) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("number", certificate.number());
        texts.put("list", list(visit, catalog, certificate));
        texts.put("category", certificate.category());
        texts.put("body", certificate.body());
        texts.put("holder", certificate.holder());
        texts.put("maker", certificate.maker());
        texts.put("brand", certificate.brand());
        texts.put("product", certificate.productName());
        texts.put("kind", certificate.kind());
        texts.put("models", certificate.models());
        texts.put("standard", certificate.standard());
        texts.put("issued", day(certificate.issued()));
        texts.put("expires", day(certificate.expires()));
        texts.put("status", certificate.status().label());
        texts.put(
                "status-date", certificate.statusDate().map(LocalDate::toString).orElse(""));
        return texts.entrySet().stream()
                .filter(text -> !text.getValue().isEmpty())
                .map(text -> new Fact(visit.say("portal.certificate." + text.getKey()), text.getValue()))
                .toList();
    }
}
