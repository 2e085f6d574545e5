package org.greenaudit.cli;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option {@code --locale} of every command. */
final class LocaleOption {

    @Option(names = "--locale", paramLabel = Language.CHOICES, converter = Converter.class)
    private @Nullable Locale locale;

    /** What was asked for. */
    Optional<Locale> locale() {
        return Optional.ofNullable(locale);
    }

    static final class Converter implements ITypeConverter<Locale> {
        @Override
        public Locale convert(String value) {
            return Language.of(value).orElseThrow(() -> new TypeConversionException(value));
        }
    }
}
