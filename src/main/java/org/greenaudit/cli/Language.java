package org.greenaudit.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.greenaudit.message.Messages;

/** The language of a call: what {@code --locale} says, known before the arguments are parsed. */
final class Language {

    /** What {@code --locale} takes. */
    static final String CHOICES = "zh-CN|en";

    private static final String OPTION = "--locale";

    private Language() {}

    /** The locale that the arguments ask for, if they name a known one. */
    static Optional<Locale> asked(List<String> args) {
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (arg.startsWith(OPTION + "=")) {
                return of(arg.substring(OPTION.length() + 1));
            }
            if (arg.equals(OPTION) && i + 1 < args.size()) {
                return of(args.get(i + 1));
            }
        }
        return Optional.empty();
    }

    /** The locale of a name: {@code zh-CN} or {@code en}. */
    static Optional<Locale> of(String name) {
        return switch (name) {
            case "zh-CN" -> Optional.of(Messages.CHINESE);
            case "en" -> Optional.of(Locale.ENGLISH);
            default -> Optional.empty();
        };
    }
}
