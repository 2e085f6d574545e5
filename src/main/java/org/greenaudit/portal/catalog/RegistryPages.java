package org.greenaudit.portal.catalog;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.greenaudit.assessment.Numbers;
import org.greenaudit.catalog.CatalogProblem;
import org.greenaudit.catalog.CatalogSnapshot;
import org.greenaudit.catalog.Certificate;
import org.greenaudit.catalog.CertificateStanding;
import org.greenaudit.catalog.ProductList;
import org.greenaudit.catalog.RegistryCompleteness;
import org.greenaudit.message.Text;
import org.greenaudit.message.UsageException;
import org.greenaudit.portal.FilterChoice;
import org.greenaudit.portal.PageFrame;
import org.greenaudit.portal.PageFrame.Said;
import org.greenaudit.portal.access.AccessLog;
import org.greenaudit.portal.access.Needs;
import org.greenaudit.portal.access.Permission;
import org.greenaudit.portal.desk.ServedJobs;
import org.greenaudit.portal.desk.Visit;
import org.greenaudit.portal.upload.ReceivedFile;
import org.greenaudit.portal.upload.UploadKind;
import org.greenaudit.portal.upload.Uploads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Replaces the registry of certificates: a file is brought and checked, and takes effect when somebody has looked at the result.
 * It is for administrators, for the verdicts of all regions rest on it.
 */
@Controller
public class RegistryPages {

    /** Where a file is sent. */
    private static final String PAGE = "/catalogs/registry";

    private static final Logger LOG = LoggerFactory.getLogger(RegistryPages.class);
    private static final int NOTE = 500;
    private static final int SHOWN = 200;
    private static final String LIST = "list-";

    /** How far the registry of a list is whole. */
    private record Whole(String name, String title, List<FilterChoice.Pick> options) {}

    /** A registry on the shelf. */
    private record Kept(String part, String title, boolean counts, String at, String by, String file, String rows) {}

    /** A problem or warning. */
    private record Trouble(String place, String text) {}

    /** How the certificates of a list stand. */
    private record Census(String title, String total, List<String> counts) {}

    /** What changes in one way. */
    private record Change(String title, String count, List<String> examples) {}

    private final ServedJobs jobs;
    private final PresentCatalogs catalogs;
    private final RegistryChecks checks;
    private final Uploads uploads;
    private final AccessLog log;
    private final Clock clock;

    RegistryPages(
            ServedJobs jobs,
            PresentCatalogs catalogs,
            RegistryChecks checks,
            Uploads uploads,
            AccessLog log,
            Clock clock) {
        this.jobs = jobs;
        this.catalogs = catalogs;
        this.checks = checks;
        this.uploads = uploads;
        this.log = log;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    @Needs(Permission.ADMINISTER)
    String form(Visit visit, @RequestParam Map<String, String> asked, Model model) throws IOException {
        String job = jobs.chosen(Optional.ofNullable(asked.get("job")));
        CatalogSnapshot catalog = catalogs.of(job).catalog();
        RegistryShelf shelf = checks.shelf(job);
        String refused = asked.getOrDefault("refused", "");
        if (Set.of("busy", "large", "broken").contains(refused)) {
            model.addAttribute(
                    PageFrame.SAID, Said.refused(visit.say("portal.registry.refused." + refused, megabytes())));
        }
        model.addAttribute("job", job);
        model.addAttribute("jobs", jobs.choices(job));
        model.addAttribute("folder", shelf.certificates());
        model.addAttribute(
                "sharing",
                checks.sharing(job).stream().filter(other -> !other.equals(job)).toList());
        Optional<Text> refusal = shelf.refusal();
        model.addAttribute("open", refusal.isEmpty());
        model.addAttribute(
                "refusal",
                refusal.map(text -> visit.messages().render(text)).stream().toList());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("limit", visit.say("portal.registry.limit", megabytes()));
        model.addAttribute("lists", wholes(visit, catalog));
        List<Kept> kept = new ArrayList<>();
        for (RegistryShelf.Kept each : shelf.kept()) {
            kept.add(kept(visit, each));
        }
        model.addAttribute("kept", kept);
        return "registry";
    }

    private String megabytes() {
        return Numbers.whole(uploads.limit().toMegabytes());
    }

    private static List<Whole> wholes(Visit visit, CatalogSnapshot catalog) {
        return catalog.listIds().stream()
                .map(id -> new Whole(
                        LIST + id,
                        title(visit, catalog, id),
                        Arrays.stream(RegistryCompleteness.values())
                                .map(word -> new FilterChoice.Pick(
                                        CatalogWords.id(word),
                                        CatalogWords.completeness(visit, word),
                                        word == catalog.certificates().completeness(id)))
                                .toList()))
                .toList();
    }

    private static String title(Visit visit, CatalogSnapshot catalog, String listId) {
        return catalog.editions(listId)
                .findFirst()
                .map(list -> CatalogWords.title(visit, list))
                .orElse(listId);
    }

    private static Kept kept(Visit visit, RegistryShelf.Kept kept) {
        Optional<RegistryShelf.About> about = kept.about();
        return new Kept(
                kept.part(),
                kept.part().isEmpty() ? visit.say("portal.registry.by-hand") : kept.part(),
                kept.counts(),
                about.map(one -> visit.time(one.at())).orElse(""),
                about.map(RegistryShelf.About::by).orElse(""),
                about.map(RegistryShelf.About::file).orElse(""),
                about.map(one -> Numbers.whole(one.rows())).orElse(""));
    }

    @PostMapping(PAGE)
    @Needs(Permission.ADMINISTER)
    String bring(
            Visit visit, HttpServletRequest request, @RequestParam Map<String, String> given, RedirectAttributes next)
            throws IOException, ServletException {
        String job = jobs.chosen(Optional.ofNullable(given.get("job")));
        boolean withFiles = Optional.ofNullable(request.getContentType())
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("multipart/"))
                .isPresent();
        Optional<Part> part = withFiles ? Optional.ofNullable(request.getPart("file")) : Optional.empty();
        String name = "";
        try (ReceivedFile file = uploads.receive(part, Set.of(UploadKind.CSV))) {
            name = file.name();
            RegistryChecks.Check check = checks.check(
                    job,
                    file,
                    asOf(given.getOrDefault("as-of", "")),
                    completeness(job, given),
                    note(given.getOrDefault("note", "")),
                    visit.account().name());
            log(visit, job + " registry " + name, check.mayCount());
            return "redirect:" + PAGE + "/" + check.id();
        } catch (UsageException e) {
            log(visit, job + " registry " + name, false);
            return refused(visit, next, job, e);
        }
    }

    private void log(Visit visit, String subject, boolean done) {
        log.add(visit.account().name(), visit.address(), AccessLog.Action.UPLOAD, subject, done);
    }

    private static String refused(Visit visit, RedirectAttributes next, String job, UsageException e) {
        next.addFlashAttribute(PageFrame.SAID, Said.refused(visit.messages().render(e.text())));
        next.addAttribute("job", job);
        return "redirect:" + PAGE;
    }

    private LocalDate asOf(String text) {
        LocalDate day = CatalogWords.day(text)
                .orElseThrow(() -> new UsageException(Text.of("portal.registry.no-day", text.strip())));
        if (day.isAfter(LocalDate.now(clock)) || day.getYear() < 2000) {
            throw new UsageException(Text.of("portal.registry.no-day", text.strip()));
        }
        return day;
    }

    private Map<String, RegistryCompleteness> completeness(String job, Map<String, String> given) {
        Map<String, RegistryCompleteness> completeness = new LinkedHashMap<>();
        for (String list : catalogs.of(job).catalog().listIds()) {
            String word = given.getOrDefault(LIST + list, "");
            completeness.put(
                    list,
                    Arrays.stream(RegistryCompleteness.values())
                            .filter(each -> CatalogWords.id(each).equals(word))
                            .findFirst()
                            .orElseThrow(() -> new UsageException(Text.of("portal.registry.no-word", list))));
        }
        return completeness;
    }

    private static String note(String text) {
        String plain = text.replaceAll("[\\p{C}\\s]+", " ").strip();
        return plain.substring(0, Math.min(NOTE, plain.length()));
    }

    @PostMapping(PAGE + "/back")
    @Needs(Permission.ADMINISTER)
    String checkAgain(
            Visit visit,
            @RequestParam(required = false) Optional<String> job,
            @RequestParam(defaultValue = "") String part,
            RedirectAttributes next)
            throws IOException {
        String chosen = jobs.chosen(job);
        try {
            RegistryChecks.Check check =
                    checks.checkAgain(chosen, part, visit.account().name());
            return "redirect:" + PAGE + "/" + check.id();
        } catch (UsageException e) {
            return refused(visit, next, chosen, e);
        }
    }

    @GetMapping(PAGE + "/{id}")
    @Needs(Permission.ADMINISTER)
    String result(Visit visit, @PathVariable String id, Model model) {
        RegistryChecks.Check check = found(id);
        RegistryChecks.Result result = check.result();
        model.addAttribute("id", id);
        model.addAttribute("job", check.job());
        model.addAttribute("file", check.file());
        model.addAttribute("asOf", check.asOf());
        model.addAttribute("mayCount", check.mayCount());
        model.addAttribute("problems", troubles(visit, result.problems()));
        model.addAttribute("warnings", troubles(visit, result.warnings()));
        model.addAttribute(
                "rows",
                result.catalog().stream()
                        .flatMap(catalog -> catalog.certificates().contents().sources().stream())
                        .map(source -> visit.say("portal.registry.rows", source.name(), Numbers.whole(source.rows())))
                        .toList());
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute(
                "standings",
                Arrays.stream(CertificateStanding.values())
                        .map(standing -> CatalogWords.standing(visit, standing))
                        .toList());
        model.addAttribute(
                "census",
                result.catalog().map(catalog -> census(visit, catalog)).orElse(List.of()));
        model.addAttribute(
                "changes",
                result.difference()
                        .map(difference -> changes(visit, difference))
                        .orElse(List.of()));
        return "registry-check";
    }

    private RegistryChecks.Check found(String id) {
        return checks.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static List<Trouble> troubles(Visit visit, List<CatalogProblem> problems) {
        return problems.stream()
                .limit(SHOWN)
                .map(problem -> new Trouble(ProblemWords.place(problem), ProblemWords.text(visit.messages(), problem)))
                .toList();
    }

    private List<Census> census(Visit visit, CatalogSnapshot catalog) {
        List<Census> census = new ArrayList<>();
        for (String id : catalog.listIds()) {
            ProductList list = catalog.editions(id).findFirst().orElseThrow();
            Map<CertificateStanding, Integer> counts =
                    catalog.certificates().census(list.certificateCategory(), LocalDate.now(clock));
            census.add(new Census(
                    CatalogWords.title(visit, list) + " "
                            + CatalogWords.completeness(
                                    visit, catalog.certificates().completeness(id)),
                    Numbers.whole(
                            counts.values().stream().mapToInt(Integer::intValue).sum()),
                    Arrays.stream(CertificateStanding.values())
                            .map(standing -> Numbers.whole(counts.getOrDefault(standing, 0)))
                            .toList()));
        }
        return census;
    }

    private static List<Change> changes(Visit visit, RegistryDifference difference) {
        return List.of(
                change(visit, "fresh", difference.fresh()),
                change(visit, "gone", difference.gone()),
                change(visit, "status", difference.status()),
                change(visit, "other", difference.other()));
    }

    private static Change change(Visit visit, String what, RegistryDifference.Part part) {
        return new Change(
                visit.say("portal.registry." + what),
                Numbers.whole(part.count()),
                part.examples().stream().map(RegistryPages::example).toList());
    }

    private static String example(RegistryDifference.Example example) {
        Certificate one = example.is().or(example::was).orElseThrow();
        String was = example.was().map(each -> each.status().label()).orElse("");
        String is = example.is().map(each -> each.status().label()).orElse("");
        String status = was.isEmpty() || is.isEmpty() || was.equals(is) ? was.isEmpty() ? is : was : was + " → " + is;
        return ProblemWords.shown(one.number()) + " " + ProblemWords.shown(one.brand()) + " "
                + ProblemWords.shown(one.models()) + " " + status;
    }

    @PostMapping(PAGE + "/{id}/effect")
    @Needs(Permission.ADMINISTER)
    String putIntoEffect(Visit visit, @PathVariable String id, RedirectAttributes next) {
        RegistryChecks.Check check = found(id);
        String subject = check.job() + " registry in effect " + check.file();
        next.addAttribute("job", check.job());
        try {
            String part = checks.putIntoEffect(check, visit.account().name());
            log(visit, subject + " " + part, true);
            next.addFlashAttribute(PageFrame.SAID, Said.done(visit.say("portal.registry.done", part)));
        } catch (UsageException e) {
            log(visit, subject, false);
            next.addFlashAttribute(PageFrame.SAID, Said.refused(visit.messages().render(e.text())));
        } catch (IOException e) {
            LOG.error("the registry of job {} could not be replaced", check.job(), e);
            log(visit, subject, false);
            next.addFlashAttribute(PageFrame.SAID, Said.refused(visit.say("portal.registry.failed")));
        }
        return "redirect:" + PAGE;
    }
}
