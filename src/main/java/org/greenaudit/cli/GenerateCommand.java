package org.greenaudit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.greenaudit.assessment.Numbers;
import org.greenaudit.message.FileTrouble;
import org.greenaudit.sample.City;
import org.greenaudit.sample.FeedGenerator;
import org.greenaudit.sample.FeedSettings;
import org.greenaudit.sample.FeedStyle;
import org.greenaudit.sample.scenario.Period;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code generate}: writes fictional purchase lines and, if asked, the certificates that go with them. */
@Command(name = "generate", mixinStandardHelpOptions = true, sortOptions = false)
final class GenerateCommand implements Callable<Integer> {

    private final CliSession session;

    @Spec
    private CommandSpec spec;

    @Option(names = "--lines", paramLabel = "N", required = true)
    private long lines;

    @Option(names = "--seed", paramLabel = "S", required = true)
    private long seed;

    @Option(names = "--out", paramLabel = "FILE", required = true)
    @SuppressWarnings("NullAway.Init") // required
    private Path out;

    @Option(names = "--certificates", paramLabel = "FILE")
    private @Nullable Path certificates;

    @Option(names = "--from", paramLabel = "YYYY-MM-DD")
    private LocalDate from = Period.SAMPLE.from();

    @Option(names = "--to", paramLabel = "YYYY-MM-DD")
    private LocalDate to = Period.SAMPLE.to();

    @Option(names = "--city", paramLabel = "fuzhou|luoyang", split = ",", converter = CityConverter.class)
    private List<City> cities = new ArrayList<>(List.of(City.values()));

    @Option(names = "--style", paramLabel = "canonical|office", converter = StyleConverter.class)
    private FeedStyle style = FeedStyle.CANONICAL;

    @Option(names = "--distinct-names")
    private boolean distinctNames;

    @Mixin
    private LocaleOption locale = new LocaleOption();

    GenerateCommand(CliSession session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        check(lines >= 1, "cli.generate.lines", lines);
        check(seed >= 0, "cli.generate.seed", seed);
        check(!from.isAfter(to) && !from.isBefore(Period.EARLIEST), "cli.generate.period", from, to, Period.EARLIEST);
        writable(out);
        if (certificates != null) {
            writable(certificates);
        }
        FeedGenerator generator =
                new FeedGenerator(new FeedSettings(lines, seed, new Period(from, to), cities, style, distinctNames));
        long start = System.nanoTime();
        try {
            generator.writeFeed(out);
        } catch (IOException e) {
            throw FileTrouble.at(out, e);
        }
        double seconds = Math.max(1e-9, (System.nanoTime() - start) / 1e9);
        session.say(
                "cli.generate.done",
                Numbers.whole(lines),
                out,
                Numbers.whole(Files.size(out)),
                String.format(Locale.ROOT, "%.1f", seconds),
                Numbers.whole((long) (lines / seconds)));
        if (lines < generator.scenarios()) {
            session.complain("cli.generate.short", generator.scenarios());
        }
        if (certificates != null) {
            generator.writeCertificates(certificates);
            session.say("cli.generate.certificates", Numbers.whole(generator.certificates()), certificates);
        }
        return ExitStatus.OK;
    }

    private void writable(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        check(!Files.isDirectory(file) && folder != null && Files.isDirectory(folder), "cli.generate.folder", file);
        FileTrouble.requireFileOrNone(file);
    }

    private void check(boolean holds, String key, Object... args) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), session.messages().get(key, args));
        }
    }

    private static <E> E named(E[] choices, Function<E, String> name, String value) {
        return Arrays.stream(choices)
                .filter(choice -> name.apply(choice).equals(value))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(value));
    }

    /** Reads cities. */
    static final class CityConverter implements ITypeConverter<City> {
        @Override
        public City convert(String value) {
            return named(City.values(), City::id, value);
        }
    }

    /** Reads styles. */
    static final class StyleConverter implements ITypeConverter<FeedStyle> {
        @Override
        public FeedStyle convert(String value) {
            return named(FeedStyle.values(), FeedStyle::id, value);
        }
    }
}
