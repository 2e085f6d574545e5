package org.greenaudit.portal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.greenaudit.assessment.Numbers;
import org.greenaudit.check.FeedCheck;
import org.greenaudit.check.FeedPicture;
import org.greenaudit.check.FeedReading;
import org.greenaudit.check.JobDraft;
import org.greenaudit.message.ExplainedException;
import org.greenaudit.message.Messages;
import org.greenaudit.message.Text;
import org.greenaudit.message.UsageException;
import org.greenaudit.portal.PageFrame.Said;
import org.greenaudit.portal.access.AccessLog;
import org.greenaudit.portal.access.Needs;
import org.greenaudit.portal.access.Permission;
import org.greenaudit.portal.desk.AuditDesk;
import org.greenaudit.portal.desk.ServedJobs;
import org.greenaudit.portal.desk.Visit;
import org.greenaudit.portal.upload.ReceivedFile;
import org.greenaudit.portal.upload.Upload;
import org.greenaudit.portal.upload.UploadChecks;
import org.greenaudit.portal.upload.UploadKind;
import org.greenaudit.portal.upload.UploadShelf;
import org.greenaudit.portal.upload.Uploads;
import org.greenaudit.purchase.Column;
import org.greenaudit.purchase.FeedNote;
import org.greenaudit.text.ShownText;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Feeds that people bring: how one would be read, and its ad-hoc audit. An account that does not see everything sees its own; what
 * lies in a feed has no region before it is audited.
 */
@Controller
public class UploadPages {

    private static final int VALUE = 40;
    private static final int SENTENCE = 600;
    private static final List<String> REFUSALS = List.of("large", "busy", "broken");

    /** An upload in the list. */
    private record Line(
            String href, String name, String base, String by, String at, String bytes, String state, String css) {}

    /** A column of a source on the page. */
    private record ColumnLine(String place, String header, String column, String share, List<String> examples) {}

    /** A field of the first lines on the page. */
    private record FieldLine(String name, List<String> values) {}

    private final ServedJobs jobs;
    private final Uploads uploads;
    private final UploadShelf shelf;
    private final UploadChecks checks;
    private final AdHocAudits audits;
    private final AuditDesk desk;
    private final AccessLog log;
    private final Clock clock;

    UploadPages(
            ServedJobs jobs,
            Uploads uploads,
            UploadShelf shelf,
            UploadChecks checks,
            AdHocAudits audits,
            AuditDesk desk,
            AccessLog log,
            Clock clock) {
        this.jobs = jobs;
        this.uploads = uploads;
        this.shelf = shelf;
        this.checks = checks;
        this.audits = audits;
        this.desk = desk;
        this.log = log;
        this.clock = clock;
    }

    @GetMapping("/uploads")
    @Needs(Permission.OPERATE)
    String all(Visit visit, @RequestParam(defaultValue = "") String refused, Model model) {
        long most = uploads.limit().toBytes();
        if (REFUSALS.contains(refused)) {
            model.addAttribute(
                    PageFrame.SAID, Said.refused(visit.say("portal.uploads." + refused, Numbers.whole(most >> 20))));
        }
        model.addAttribute("bases", jobs.names());
        model.addAttribute("most", most);
        model.addAttribute("limit", visit.say("portal.uploads.limit", Numbers.whole(most >> 20)));
        model.addAttribute("large", visit.say("portal.uploads.large", Numbers.whole(most >> 20)));
        model.addAttribute(
                "uploads",
                shelf.all().stream()
                        .filter(upload -> sees(visit, upload))
                        .map(upload -> line(visit, upload))
                        .toList());
        return "uploads";
    }

    private static boolean sees(Visit visit, Upload upload) {
        return visit.scope().isWhole() || upload.by().equals(visit.account().name());
    }

    private Line line(Visit visit, Upload upload) {
        String state = state(upload);
        return new Line(
                "/uploads/" + upload.id(),
                upload.name(),
                upload.base(),
                upload.by(),
                visit.time(upload.at()),
                Numbers.whole(upload.bytes()),
                visit.say("portal.upload.state." + state),
                state);
    }

    private String state(Upload upload) {
        if (upload.job().isPresent()) {
            return desk.running(upload.job().get()).isPresent() ? "started" : "completed";
        }
        return checks.known(upload)
                .map(state -> {
                    if (state instanceof UploadChecks.Checking) {
                        return "checking";
                    }
                    return state instanceof UploadChecks.Checked ? "readable" : "violation";
                })
                .orElse("received");
    }

    @PostMapping("/uploads")
    @Needs(Permission.OPERATE)
    String add(
            Visit visit,
            HttpServletRequest request,
            @RequestParam(required = false) Optional<String> job,
            RedirectAttributes next)
            throws IOException {
        String base = job.filter(name -> !name.isEmpty()).orElse(jobs.names().get(0));
        if (!jobs.names().contains(base)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        try (ReceivedFile received = uploads.receive(file(request), EnumSet.allOf(UploadKind.class))) {
            Upload upload = shelf.keep(received, visit.account().name(), clock.instant(), base);
            log(visit, AccessLog.Action.UPLOAD, upload.id() + " " + upload.name(), true);
            checks.of(upload);
            return "redirect:/uploads/" + upload.id();
        } catch (UsageException e) {
            log(visit, AccessLog.Action.UPLOAD, String.join(" ", e.text().args()), false);
            next.addFlashAttribute(PageFrame.SAID, Said.refused(visit.messages().render(e.text())));
            return "redirect:/uploads";
        }
    }

    private static Optional<Part> file(HttpServletRequest request) throws IOException {
        try {
            return Optional.ofNullable(request.getPart("file"));
        } catch (ServletException e) {
            // a form without files
            return Optional.empty();
        }
    }

    private void log(Visit visit, AccessLog.Action action, String subject, boolean succeeded) {
        log.add(visit.account().name(), visit.address(), action, subject, succeeded);
    }

    private Upload found(Visit visit, String id) {
        return shelf.find(id)
                .filter(upload -> sees(visit, upload))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/uploads/{id}")
    @Needs(Permission.OPERATE)
    String one(Visit visit, @PathVariable String id, Model model) throws IOException {
        Upload upload = found(visit, id);
        UploadChecks.State state = checks.of(upload);
        model.addAttribute("id", upload.id());
        model.addAttribute("line", line(visit, upload));
        model.addAttribute("checking", state instanceof UploadChecks.Checking);
        model.addAttribute("why", List.of());
        model.addAttribute("sources", List.of());
        model.addAttribute("audit", List.of());
        model.addAttribute("job", upload.job().stream().toList());
        model.addAttribute(
                "idle",
                upload.job().filter(job -> desk.running(job).isPresent()).isEmpty());
        if (state instanceof UploadChecks.Faulty faulty) {
            model.addAttribute(
                    "why",
                    faulty.why().stream().map(text -> told(visit, upload, text)).toList());
        }
        if (state instanceof UploadChecks.Checked checked) {
            FeedCheck check = checked.check();
            List<Map<String, Object>> sources = new ArrayList<>();
            for (FeedPicture picture : check.pictures()) {
                sources.add(source(visit, upload, new FeedReading(check, picture, jobs.catalog(upload.base()))));
            }
            model.addAttribute("sources", sources);
            Optional<JobDraft.Window> dates = JobDraft.dates(check.pictures())
                    .filter(window -> upload.job().isEmpty());
            model.addAttribute(
                    "audit",
                    dates
                            .map(window ->
                                    Map.of("date", LocalDate.now(clock), "from", window.from(), "to", window.to()))
                            .stream()
                            .toList());
        }
        return "upload";
    }

    /** What is wrong with a file, called as its owner calls it: where it lies here is nobody's affair. */
    private static String told(Visit visit, Upload upload, Text text) {
        return shown(called(upload, visit.messages().render(text)), SENTENCE);
    }

    private static String called(Upload upload, String said) {
        return said.replace(upload.file().toString(), upload.name())
                .replace(upload.file().getFileName().toString(), upload.name());
    }

    private static Map<String, Object> source(Visit visit, Upload upload, FeedReading reading) throws IOException {
        Messages messages = visit.messages();
        Map<String, Object> source = new HashMap<>();
        source.put("name", shown(called(upload, reading.name()), VALUE));
        source.put("format", shown(messages.render(reading.format()), SENTENCE));
        source.put(
                "columns",
                reading.columns().stream()
                        .map(column -> new ColumnLine(
                                column.place(),
                                shown(column.header(), VALUE),
                                name(messages, column.column()),
                                column.share()
                                        .map(percent -> percent.toPlainString() + " %")
                                        .orElse(Numbers.NONE),
                                column.examples().stream()
                                        .map(example -> shown(example, VALUE))
                                        .toList()))
                        .toList());
        source.put("caveats", notes(visit, upload, reading.notes(), true));
        source.put("notes", notes(visit, upload, reading.notes(), false));
        source.put(
                "rows",
                reading.rows(messages).stream().map(row -> shown(row, SENTENCE)).toList());
        source.put(
                "fields",
                reading.firstLines().stream()
                        .map(field -> new FieldLine(
                                name(messages, field.column()),
                                field.values().stream()
                                        .map(value -> shown(called(upload, value), VALUE))
                                        .toList()))
                        .toList());
        source.put("lacks", reading.lacks().stream().map(messages::render).toList());
        return source;
    }

    private static List<String> notes(Visit visit, Upload upload, List<FeedNote> notes, boolean grave) {
        return notes.stream()
                .filter(note -> note.grave() == grave)
                .map(note -> told(visit, upload, note.text()))
                .toList();
    }

    private static String name(Messages messages, Column column) {
        return messages.english() ? column.header() : column.chinese();
    }

    private static String shown(String text, int most) {
        return ShownText.of(text, most);
    }

    @GetMapping(value = "/uploads/{id}/progress", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    @Needs(Permission.OPERATE)
    RunPages.Progress progress(Visit visit, @PathVariable String id) {
        boolean checking = checks.of(found(visit, id)) instanceof UploadChecks.Checking;
        return new RunPages.Progress(checking, 0, 1, checking ? visit.say("portal.upload.checking") : "");
    }

    @PostMapping("/uploads/{id}/audit")
    @Needs(Permission.OPERATE)
    String audit(
            Visit visit,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String date,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            RedirectAttributes next)
            throws IOException {
        Upload upload = found(visit, id);
        try {
            LocalDate today = LocalDate.now(clock);
            LocalDate asOf = date(date).orElse(today);
            if (asOf.isAfter(today)) {
                throw new UsageException(Text.of("portal.run.future", date));
            }
            if (!(checks.of(upload) instanceof UploadChecks.Checked checked)) {
                throw new UsageException(Text.of("portal.upload.unread"));
            }
            JobDraft.Window window = JobDraft.dates(checked.check().pictures())
                    .orElseThrow(() -> new UsageException(Text.of("portal.upload.unread")));
            JobDraft.Window wanted =
                    new JobDraft.Window(date(from).orElse(window.from()), date(to).orElse(window.to()));
            if (wanted.from().isAfter(wanted.to())) {
                throw new UsageException(Text.of("portal.upload.window", wanted.from(), wanted.to()));
            }
            String job = audits.start(
                    upload,
                    checked.check(),
                    wanted,
                    asOf,
                    today,
                    visit.account().name());
            log(visit, AccessLog.Action.START, job + " " + asOf, true);
            next.addFlashAttribute(PageFrame.SAID, Said.done(visit.say("portal.run.begun", job)));
            next.addAttribute("job", job);
            return "redirect:/runs";
        } catch (ExplainedException e) {
            log(visit, AccessLog.Action.START, id, false);
            next.addFlashAttribute(PageFrame.SAID, Said.refused(told(visit, upload, e.text())));
            return "redirect:/uploads/" + upload.id();
        }
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException e) {
            throw new UsageException(Text.of("portal.run.date", ShownText.of(text, VALUE)));
        }
    }

    @PostMapping("/uploads/{id}/remove")
    @Needs(Permission.OPERATE)
    String remove(Visit visit, @PathVariable String id, RedirectAttributes next) throws IOException {
        Upload upload = found(visit, id);
        try {
            checks.forget(upload);
            audits.remove(upload);
            log(visit, AccessLog.Action.REMOVE, upload.id() + " " + upload.name(), true);
            next.addFlashAttribute(PageFrame.SAID, Said.done(visit.say("portal.upload.removed", upload.name())));
            return "redirect:/uploads";
        } catch (UsageException e) {
            log(visit, AccessLog.Action.REMOVE, id, false);
            next.addFlashAttribute(PageFrame.SAID, Said.refused(told(visit, upload, e.text())));
            return "redirect:/uploads/" + upload.id();
        }
    }
}
