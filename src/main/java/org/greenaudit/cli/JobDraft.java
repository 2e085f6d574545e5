package org.greenaudit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.greenaudit.check.FeedPicture;
import org.greenaudit.job.config.RunSettings;
import org.greenaudit.message.Messages;
import org.greenaudit.message.Text;
import org.greenaudit.message.UsageException;
import org.greenaudit.purchase.FeedColumn;
import org.greenaudit.purchase.FeedNote;
import org.greenaudit.purchase.MoneyUnit;
import org.greenaudit.settings.YamlSection;
import org.greenaudit.source.SourcePlan;
import org.greenaudit.source.csv.CsvSettings;
import org.greenaudit.text.Blanks;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A job file with the files that were looked at and the columns that were found in them, for a person to go on from. */
final class JobDraft {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_NAME = 40;

    private final Path file;
    private final Path folder;
    private final RunSettings settings;
    private final CsvSettings files;
    private final Messages messages;
    private final List<String> lines = new ArrayList<>();

    /**
     * A draft that will be written there.
     *
     * @throws UsageException when it cannot be: there is a file already, or the purchases are in no files
     */
    JobDraft(Path file, RunSettings settings, Messages messages) {
        this.file = file;
        this.folder = file.toAbsolutePath().normalize().resolveSibling("");
        this.settings = settings;
        this.messages = messages;
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new UsageException(Text.of("cli.check.job.exists", file));
        }
        if (!Files.isDirectory(folder)) {
            throw new UsageException(Text.of("cli.check.job.folder", file));
        }
        if (!(settings.source() instanceof CsvSettings csv)) {
            throw new UsageException(Text.of("cli.check.job.no-files"));
        }
        this.files = csv;
    }

    /** Writes it, and tells where. */
    Path write(SourcePlan plan, List<FeedPicture> pictures) throws IOException {
        String name = name();
        comment("", "cli.check.job.head");
        line("name: " + name);
        dates(pictures);
        list("catalogs", settings.catalogs().stream().map(this::relative).toList());
        line("");
        line("source:");
        line("  type: csv");
        list("  files", files.files().stream().map(Path::of).map(this::relative).toList());
        line("  charset: " + quoted(files.charset()));
        line("  delimiter: " + quoted(files.delimiter()));
        if (!files.sheet().isEmpty()) {
            line("  sheet: " + quoted(files.sheet()));
        }
        files.headerRow().ifPresent(row -> line("  header-row: " + row));
        line("  amount-unit: "
                + files.mapping()
                        .amountUnit()
                        .map(unit -> unit == MoneyUnit.WAN ? "wan" : "yuan")
                        .orElse("auto"));
        columns(plan);
        fillDown(pictures);
        if (!files.mapping().constants().isEmpty()) {
            line("  constants:");
            files.mapping().constants().forEach((column, value) -> line("    " + column + ": " + quoted(value)));
        }
        pictures.stream()
                .flatMap(picture -> picture.file().notes().stream())
                .map(FeedNote::text)
                .map(messages::render)
                .distinct()
                .forEach(text -> line("  # " + text.replaceAll("\\R", " ")));
        line("");
        list("plans-from", plans());
        line("report:");
        line("  out: " + quoted(relative(Path.of("reports", name))));
        line("  locale: " + (messages.english() ? "en" : "zh-CN"));
        return Files.write(file, lines, StandardOpenOption.CREATE_NEW);
    }

    private void dates(List<FeedPicture> pictures) {
        List<FeedPicture> dated =
                pictures.stream().filter(picture -> picture.lines().lines() > 0).toList();
        LocalDate from =
                dated.stream().map(FeedPicture::from).min(LocalDate::compareTo).orElse(settings.from());
        LocalDate to =
                dated.stream().map(FeedPicture::to).max(LocalDate::compareTo).orElse(settings.to());
        line("# window: {from: " + from + ", to: " + to + "}  # " + messages.get("cli.check.job.window"));
    }

    /**
     * A column that has the same header in every source is mapped. A certificate column only where the job did so: mapped
     * by name, it would be the only one of its list.
     */
    private void columns(SourcePlan plan) {
        Map<String, Set<String>> headers = new LinkedHashMap<>();
        for (SourcePlan.SourceFile source : plan.files()) {
            source.columns().forEach((column, at) -> headers.computeIfAbsent(column, c -> new LinkedHashSet<>())
                    .add(Blanks.trim(source.header().cells().get(at))));
        }
        comment("  ", "cli.check.job.columns");
        line("  columns:");
        List<String> others = new ArrayList<>();
        headers.forEach((column, texts) -> {
            boolean everywhere = texts.size() == 1
                    && plan.files().stream().allMatch(source -> source.columns().containsKey(column));
            boolean one = FeedColumn.ofHeader(column).isPresent()
                    || files.mapping().columns().containsKey(column);
            if (everywhere && one) {
                line("    " + column + ": " + quoted(texts.iterator().next()));
            } else {
                texts.forEach(text -> others.add("    # " + column + ": " + quoted(text)));
            }
        });
        if (!others.isEmpty()) {
            comment("    ", "cli.check.job.unmapped");
            lines.addAll(others);
        }
    }

    private void fillDown(List<FeedPicture> pictures) {
        Set<String> blanks = new LinkedHashSet<>();
        pictures.forEach(picture -> blanks.addAll(picture.blanksOfMerged()));
        if (!files.fillDown().isEmpty()) {
            line("  fill-down: [" + String.join(", ", files.fillDown()) + "]");
        }
        if (!blanks.isEmpty()) {
            line("  # fill-down: [" + String.join(", ", blanks) + "]");
        }
    }

    /** The files that hold the plans of the job that was taken as a base. */
    private List<String> plans() throws IOException {
        Path base = settings.job().file().toAbsolutePath().normalize();
        YamlSection job = new YamlSection(base, YAML.readTree(Files.readString(base)), new ArrayList<>());
        List<Path> holders = new ArrayList<>();
        job.texts("plans-from").forEach(other -> holders.add(base.resolveSibling(other)));
        if (job.has("plans")) {
            holders.add(base);
        }
        return holders.stream().map(this::relative).toList();
    }

    /** A name for the job, made of the file's. */
    private String name() {
        String base =
                file.getFileName().toString().replaceFirst("\\.ya?ml$", "").toLowerCase(Locale.ROOT);
        String name = base.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return name.isEmpty() ? "my-audit" : name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    /** The path as the job file names it: relative where both are on one drive. */
    private String relative(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        boolean near = absolute.getRoot().equals(folder.getRoot());
        return (near ? folder.relativize(absolute) : absolute).toString().replace('\\', '/');
    }

    private void list(String key, List<String> values) {
        line(key + ":" + (values.isEmpty() ? " []" : ""));
        String indent = " ".repeat(key.length() - key.stripLeading().length() + 2);
        values.forEach(value -> line(indent + "- " + quoted(value)));
    }

    private void comment(String indent, String key) {
        line(indent + "# " + messages.get(key));
    }

    private void line(String text) {
        lines.add(text);
    }

    /** A text as YAML and JSON both write it. */
    private static String quoted(String text) {
        return JSON.writeValueAsString(text);
    }
}
