package org.greenaudit.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.greenaudit.message.Messages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option {@code --locale} of every command. */
final class LocaleOption {

    private static final String NAME = "--locale";

    @Option(names = NAME, paramLabel = "zh-CN|en", converter = Converter.class)
    private @Nullable Locale locale;

    /** The locale that was asked for, if any. */
    Optional<Locale> locale() {
        return Optional.ofNullable(locale);
    }

    /**
     * The known locale that arguments ask for, if any. It is needed before they are parsed, so that errors in them are
     * reported in this language.
     */
    static Optional<Locale> in(List<String> args) {
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (arg.startsWith(NAME + "=")) {
                return named(arg.substring(NAME.length() + 1));
            }
            if (arg.equals(NAME) && i + 1 < args.size()) {
                return named(args.get(i + 1));
            }
        }
        return Optional.empty();
    }

    private static Optional<Locale> named(String name) {
        return switch (name) {
            case "zh-CN" -> Optional.of(Messages.CHINESE);
            case "en" -> Optional.of(Locale.ENGLISH);
            default -> Optional.empty();
        };
    }

    /** Reads a locale's name. */
    static final class Converter implements ITypeConverter<Locale> {
        @Override
        public Locale convert(String value) {
            return named(value).orElseThrow(() -> new TypeConversionException(value));
        }
    }
}
