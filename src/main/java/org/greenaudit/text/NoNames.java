package org.greenaudit.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The words that stand in cells and name nothing, each of one kind; {@code words/no-names.txt} holds them. */
final class NoNames {

    private static final String FILE = "/words/no-names.txt";

    /** What a word is, and what it makes of a brand's cell. */
    enum Kind {
        NOTHING,
        UNTOLD,
        ANSWER,
        /** In any other cell no value, and in a brand's perhaps one. */
        ANSWER_OR_NAME,
        /** It begins a reference to another document. */
        ELSEWHERE,
        OFFER,
        DELIVERY,
        QUALITY,
        CONDITION,
        ORIGIN,
        MAKER,
        DECISION,
        TENDER,
        REFERENCE,
        COMPARISON,
        BRAND,
        QUANTITY,
        TEST,
        MATTER,
        /** Only as a whole word in Latin letters. */
        LATIN,
        PLACE,
        GOODS,
        PERHAPS,
        DEED,
        ENDING,
        MARK,
        OPENING;

        /** Whether a cell of such words alone names nothing for certain. */
        boolean isPlain() {
            return this != ANSWER_OR_NAME && this != PLACE && this != GOODS && this != PERHAPS;
        }

        /** Whether such a word makes a name no longer one that stands beside it, so that the name can be read without it. */
        boolean standsBeside() {
            return this == OFFER || this == DELIVERY || this == QUALITY || this == CONDITION;
        }
    }

    private static final Map<Kind, Set<String>> WORDS = read();

    private NoNames() {}

    /** The words of a kind, compact and in lower case. */
    static Set<String> of(Kind kind) {
        return WORDS.getOrDefault(kind, Set.of());
    }

    private static Map<Kind, Set<String>> read() {
        Map<Kind, Set<String>> words = new EnumMap<>(Kind.class);
        InputStream file = Objects.requireNonNull(NoNames.class.getResourceAsStream(FILE), FILE);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            Set<String> section = new HashSet<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    String name = line.substring(1, line.indexOf(']'));
                    section = words.computeIfAbsent(
                            Kind.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')), kind -> new HashSet<>());
                } else if (!line.startsWith("#") && !line.isBlank()) {
                    section.addAll(List.of(line.split(" ")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
