package org.greenaudit.job.config;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.greenaudit.assessment.AssessmentPolicy;
import org.greenaudit.message.FileTrouble;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.BuyerType;
import org.greenaudit.rules.CityPlan;
import org.greenaudit.settings.ConfigException;
import org.greenaudit.settings.Secret;
import org.greenaudit.settings.YamlSection;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads job files, strictly: an unknown key, a wrong type, a bad date is an error, and all of them are reported at once. */
public final class JobConfigLoader {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // a number is what it says, not the nearest double
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Room for the plans of every county of the country; the time that YAML takes grows with the square of a line. */
    private static final long MOST_BYTES = 1 << 18;

    private static final LocalDate SCHEME_SWITCH = LocalDate.of(2022, 9, 1);

    private static final ZoneId SCHEDULE_ZONE = ZoneId.of("Asia/Shanghai");

    private final Path file;
    private final Path directory;
    private final List<Text> problems = new ArrayList<>();

    private JobConfigLoader(Path file) {
        this.file = file;
        this.directory = file.toAbsolutePath().normalize().resolveSibling("");
    }

    /**
     * Reads a job file.
     *
     * @throws ConfigException with every problem of the file
     */
    public static JobConfig load(Path file) {
        return new JobConfigLoader(file).read();
    }

    private JobConfig read() {
        YamlSection root = root(file);
        if (!problems.isEmpty()) {
            // nothing else can be said of a file that is none
            throw new ConfigException(problems);
        }
        String name = root.required("name");
        if (!name.isEmpty() && !JobConfig.isName(name)) {
            root.wrong("name", name, "@config.expected.name");
        }
        String title = root.text("title", name);
        String notice = root.text("notice", "");
        YamlSection window = root.section("window");
        List<CityPlan> plans = plans(root);
        JobConfig config = new JobConfig(
                file,
                name,
                title,
                root.text("title-en", title),
                notice,
                root.text("notice-en", notice),
                root.date("audit-date"),
                window.date("from"),
                window.date("to"),
                catalogs(root),
                SourceConfigReader.read(root.discreet("source")),
                root.date("category-scheme-switch").orElse(SCHEME_SWITCH),
                plans,
                assessment(root.section("assessment")),
                report(root.section("report")),
                root.flag("all-verdicts", false),
                run(root.section("run")),
                verdictNights(root.section("retain")),
                schedule(root));
        window.end();
        root.end();
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return config;
    }

    /** The mapping that a file is; an empty one where the file cannot be read, which is noted. */
    private YamlSection root(Path yaml) {
        JsonNode tree = MissingNode.getInstance();
        try {
            FileTrouble.requireFile(yaml);
            long bytes = Files.size(yaml);
            if (bytes > MOST_BYTES) {
                problems.add(Text.of("config.too-large", yaml, bytes, MOST_BYTES));
            } else {
                String text = Files.readString(yaml);
                checkAliases(yaml, text);
                tree = YAML.readTree(text);
            }
        } catch (JacksonException e) {
            var at = e.getLocation();
            problems.add(
                    Text.of("config.yaml", yaml, at == null ? "" : at.getLineNr(), at == null ? "" : at.getColumnNr()));
        } catch (NoSuchFileException e) {
            problems.add(Text.of("config.no-file", yaml));
        } catch (IOException e) {
            problems.add(Text.of("config.unreadable", yaml, FileTrouble.of(e)));
        }
        return new YamlSection(yaml, tree, problems);
    }

    /** The parser takes an alias for a text with the anchor's name. */
    private void checkAliases(Path yaml, String text) {
        try (JsonParser parser = YAML.createParser(text)) {
            while (parser.nextToken() != null) {
                if (parser instanceof YAMLParser own && own.isCurrentAlias()) {
                    TokenStreamLocation at = parser.currentTokenLocation();
                    problems.add(Text.of("config.alias", yaml, at.getLineNr(), at.getColumnNr()));
                }
            }
        }
    }

    private List<Path> catalogs(YamlSection root) {
        List<String> names = root.texts("catalogs");
        if (names.isEmpty()) {
            problems.add(Text.of("config.missing", file, "catalogs", "@config.expected.directories"));
        }
        return names.stream().map(directory::resolve).map(Path::normalize).toList();
    }

    private List<CityPlan> plans(YamlSection root) {
        List<CityPlan> plans = new ArrayList<>(ownPlans(root));
        for (String other : root.texts("plans-from")) {
            plans.addAll(ownPlans(root(directory.resolve(other).normalize())));
        }
        return plans;
    }

    private static List<CityPlan> ownPlans(YamlSection root) {
        List<CityPlan> plans = new ArrayList<>();
        for (YamlSection section : root.sections("plans")) {
            String citation = section.required("citation");
            plans.add(new CityPlan(
                    section.required("name"),
                    section.text("region-prefix", ""),
                    section.required("document"),
                    section.date("issued").map(LocalDate::toString).orElse(""),
                    section.text("clause", ""),
                    citation,
                    section.text("citation-en", citation),
                    section.texts("departments"),
                    advisoryBuyers(section)));
            section.end();
        }
        return plans;
    }

    private static Set<BuyerType> advisoryBuyers(YamlSection section) {
        Set<BuyerType> types = EnumSet.noneOf(BuyerType.class);
        for (String label : section.texts("advisory-buyers")) {
            EnumSet.complementOf(EnumSet.of(BuyerType.UNKNOWN)).stream()
                    .filter(type -> type.label().equals(label))
                    .findFirst()
                    .ifPresentOrElse(
                            types::add, () -> section.wrong("advisory-buyers", label, "@config.expected.buyer-type"));
        }
        return types;
    }

    private static AssessmentPolicy assessment(YamlSection section) {
        AssessmentPolicy usual = AssessmentPolicy.DEFAULT;
        YamlSection grades = section.section("grades");
        BigDecimal gradeA = grades.number("a", usual.gradeA(), 0, 100);
        BigDecimal gradeB = grades.number("b", usual.gradeB(), 0, 100);
        BigDecimal gradeC = grades.number("c", usual.gradeC(), 0, 100);
        if (gradeA.compareTo(gradeB) <= 0 || gradeB.compareTo(gradeC) <= 0) {
            section.wrong("grades", gradeA + ", " + gradeB + ", " + gradeC, "a > b > c");
        }
        AssessmentPolicy policy = new AssessmentPolicy(
                section.number("mandatory-weight", usual.mandatoryWeight(), 0, 100),
                section.number("priority-weight", usual.priorityWeight(), 0, 100),
                section.number("undetermined-weight", usual.undeterminedWeight(), 0, 100),
                section.number("target", usual.target(), 0, 1),
                section.integer("minimum-lines", usual.minimumLines(), 1, 1_000_000),
                gradeA,
                gradeB,
                gradeC);
        grades.end();
        section.end();
        return policy;
    }

    private JobConfig.Report report(YamlSection section) {
        Optional<Locale> locale = section.parsed("locale", "zh-CN | en", JobConfigLoader::locale);
        JobConfig.Report report = new JobConfig.Report(
                directory.resolve(section.text("out", "reports")).normalize(),
                locale.orElse(Locale.SIMPLIFIED_CHINESE),
                Optional.of(section.text("sign", ""))
                        .filter(file -> !file.isEmpty())
                        .map(file -> directory.resolve(file).normalize()));
        section.end();
        return report;
    }

    private static Optional<Locale> locale(String text) {
        return switch (text) {
            case "zh-CN" -> Optional.of(Locale.SIMPLIFIED_CHINESE);
            case "en" -> Optional.of(Locale.ENGLISH);
            default -> Optional.empty();
        };
    }

    private static JobConfig.Run run(YamlSection section) {
        JobConfig.Run run = new JobConfig.Run(
                section.auto("threads") ? Optional.empty() : Optional.of(section.integer("threads", 1, 1, 256)),
                section.integer("partition-megabytes", 16, 1, 4096),
                section.integer("partition-rows", 50_000, 1, 100_000_000),
                section.integer("block-lines", 2000, 1, 100_000),
                workers(section));
        section.end();
        return run;
    }

    private static Optional<RemoteWorkers> workers(YamlSection run) {
        boolean remote = run.parsed("workers", "@config.expected.workers", text -> switch (text) {
                    case "local" -> Optional.of(false);
                    case "remote" -> Optional.of(true);
                    default -> Optional.empty();
                })
                .orElse(false);
        String broker = remote ? run.required("broker") : run.text("broker", "");
        if (!broker.isEmpty() && !RemoteWorkers.isBroker(broker)) {
            run.wrong("broker", Secret.shown(broker), "@config.expected.broker");
        }
        int missing = run.integer("missing-minutes", 15, 1, 24 * 60);
        boolean local = run.parsed("fallback", "@config.expected.fallback", text -> switch (text) {
                    case "none" -> Optional.of(false);
                    case "local" -> Optional.of(true);
                    default -> Optional.empty();
                })
                .orElse(false);
        return remote ? Optional.of(new RemoteWorkers(broker, Duration.ofMinutes(missing), local)) : Optional.empty();
    }

    private static int verdictNights(YamlSection section) {
        int nights = section.integer("verdict-nights", 400, 2, 100_000);
        section.end();
        return nights;
    }

    private Optional<NightSchedule> schedule(YamlSection root) {
        if (!root.has("schedule")) {
            return Optional.empty();
        }
        YamlSection section = root.section("schedule");
        ZoneId zone = section.parsed("zone", "@config.expected.zone", JobConfigLoader::zone)
                .orElse(SCHEDULE_ZONE);
        Optional<NightSchedule> schedule =
                section.parsed("cron", "@config.expected.cron", cron -> NightSchedule.of(cron, zone));
        if (!section.has("cron")) {
            problems.add(Text.of("config.missing", file, "schedule.cron", "@config.expected.cron"));
        }
        section.end();
        return schedule;
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
