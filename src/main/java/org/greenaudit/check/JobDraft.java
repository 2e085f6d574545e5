package org.greenaudit.check;

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
import java.util.Optional;
import java.util.Set;
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
import org.greenaudit.text.ShownText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A job file with the files that were looked at and the columns that were found in them, for a person to go on from. */
public final class JobDraft {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_NAME = 40;

    private static final Set<Byte> UNWRITTEN = Set.of(
            Character.CONTROL,
            Character.FORMAT,
            Character.SURROGATE,
            Character.UNASSIGNED,
            Character.PRIVATE_USE,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR);

    /** What of the base decides beside its catalogs and plans, and is taken over as it is. */
    private static final List<String> TAKEN_OVER =
            List.of("category-scheme-switch", "assessment", "all-verdicts", "run");

    /**
     * The contract dates that are audited.
     *
     * @param from the first
     * @param to the last
     */
    public record Window(LocalDate from, LocalDate to) {}

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
    public JobDraft(Path file, RunSettings settings, Messages messages) {
        this.file = file;
        this.folder = file.toAbsolutePath().normalize().resolveSibling("");
        this.settings = settings;
        this.messages = messages;
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new UsageException(Text.of("check.job.exists", file));
        }
        if (!Files.isDirectory(folder)) {
            throw new UsageException(Text.of("check.job.folder", file));
        }
        if (!(settings.source() instanceof CsvSettings csv)) {
            throw new UsageException(Text.of("check.job.no-files"));
        }
        this.files = csv;
    }

    /** The contract dates of what was looked at, from the first to the last; empty where no line can be read. */
    public static Optional<Window> dates(List<FeedPicture> pictures) {
        List<FeedPicture> dated =
                pictures.stream().filter(picture -> picture.lines().lines() > 0).toList();
        return dated.stream()
                .map(FeedPicture::from)
                .min(LocalDate::compareTo)
                .map(from -> new Window(
                        from,
                        dated.stream()
                                .map(FeedPicture::to)
                                .max(LocalDate::compareTo)
                                .orElse(from)));
    }

    /**
     * Writes it, and tells where.
     *
     * @param window the contract dates that are audited; empty to leave it to whoever goes on from the file
     */
    public Path write(FeedCheck check, Optional<Window> window) throws IOException {
        SourcePlan plan = check.plan();
        List<FeedPicture> pictures = check.pictures();
        String name = name();
        comment("", "check.job.head");
        line("name: " + name);
        window(pictures, window);
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
                .forEach(text -> line("  # " + ShownText.of(text, Integer.MAX_VALUE)));
        line("");
        base();
        line("report:");
        line("  out: " + quoted(relative(Path.of("reports", name))));
        line("  locale: " + (messages.english() ? "en" : "zh-CN"));
        return Files.write(file, lines, StandardOpenOption.CREATE_NEW);
    }

    private void window(List<FeedPicture> pictures, Optional<Window> window) {
        if (window.isPresent()) {
            line(written(window.get()));
        } else {
            Window found = dates(pictures).orElse(new Window(settings.from(), settings.to()));
            line("# " + written(found) + "  # " + messages.get("check.job.window"));
        }
    }

    private static String written(Window window) {
        return "window: {from: " + window.from() + ", to: " + window.to() + "}";
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
        comment("  ", "check.job.columns");
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
            comment("    ", "check.job.unmapped");
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

    /** What the job that was taken as a base says of plans, and of how purchases are judged. */
    private void base() throws IOException {
        Path base = settings.job().file().toAbsolutePath().normalize();
        JsonNode tree = YAML.readTree(Files.readString(base));
        YamlSection job = new YamlSection(base, tree, new ArrayList<>());
        List<Path> holders = new ArrayList<>();
        job.texts("plans-from").forEach(other -> holders.add(base.resolveSibling(other)));
        if (job.has("plans")) {
            holders.add(base);
        }
        list("plans-from", holders.stream().map(this::relative).toList());
        for (String key : TAKEN_OVER) {
            if (job.has(key)) {
                line(key + ": " + JSON.writeValueAsString(tree.get(key)));
            }
        }
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

    /** A text as YAML and JSON both write it; what YAML does not let stand as it is, by its number. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder();
        JSON.writeValueAsString(text).codePoints().forEach(c -> {
            if (UNWRITTEN.contains((byte) Character.getType(c))) {
                for (char half : Character.toChars(c)) {
                    quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) half));
                }
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.toString();
    }
}
