package org.greenaudit.message;

import java.text.ChoiceFormat;
import java.text.FieldPosition;
import java.text.Format;
import java.text.MessageFormat;
import java.text.ParsePosition;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Renders {@link Text} in one locale from the bundles under {@code messages/}, one for each package: {@code
 * rules.properties} in Chinese (the default), {@code rules_en.properties} in English. An argument that is itself a key,
 * written {@code @key}, is looked up too. A word that depends on a count stands as a choice behind it: {@code {0}
 * {0,choice,0#lines|1#line|1<lines}}. Immutable and safe for use by several threads.
 */
public final class Messages {

    /** Chinese, the bureau's language and the default. */
    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private static final List<String> BUNDLES = List.of(
            "message",
            "catalog",
            "purchase",
            "matching",
            "rules",
            "decision",
            "assessment",
            "source",
            "store",
            "report",
            "metrics",
            "job",
            "check",
            "portal",
            "worker",
            "cli");

    private final Locale locale;
    private final Map<String, String> patterns = new HashMap<>();
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();
    private final Map<String, String> plain = new ConcurrentHashMap<>();

    private Messages(Locale locale) {
        this.locale = locale;
        ResourceBundle.Control noFallback =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        for (String name : BUNDLES) {
            ResourceBundle bundle = ResourceBundle.getBundle("messages/" + name, locale, noFallback);
            for (String key : bundle.keySet()) {
                if (patterns.put(key, bundle.getString(key)) != null) {
                    throw new IllegalStateException("message key in two bundles: " + key);
                }
            }
        }
    }

    /** The messages of a locale; anything but English is Chinese. */
    public static Messages in(Locale locale) {
        return new Messages("en".equals(locale.getLanguage()) ? Locale.ENGLISH : CHINESE);
    }

    /** The locale these messages are in: {@link #CHINESE} or {@link Locale#ENGLISH}. */
    public Locale locale() {
        return locale;
    }

    /** Whether they are English; otherwise they are Chinese. */
    public boolean english() {
        return locale.equals(Locale.ENGLISH);
    }

    /** Every key of every bundle, so that a test can tell that none is missing. */
    public Set<String> keys() {
        return Set.copyOf(patterns.keySet());
    }

    /** Whether there is a text of this key. */
    public boolean has(String key) {
        return patterns.containsKey(key);
    }

    /** The entry as written, before its arguments are filled in; for tests of the bundles. */
    @Nullable
    String pattern(String key) {
        return patterns.get(key);
    }

    /**
     * The text in this locale.
     *
     * @throws MissingResourceException when the bundles do not have the key
     */
    public String render(Text text) {
        if (text.isNone()) {
            return "";
        }
        List<Text> parts = text.parts();
        return parts.size() == 1
                ? get(parts.get(0).key(), parts.get(0).args().toArray())
                : parts.stream().map(this::render).collect(Collectors.joining(english() ? "; " : "；"));
    }

    /**
     * The arguments of a text as they stand in it in this locale; of several texts in one, those texts.
     *
     * @throws MissingResourceException when the bundles do not have a key
     */
    public List<String> args(Text text) {
        List<Text> parts = text.parts();
        return parts.size() == 1
                ? parts.get(0).args().stream().map(this::resolve).toList()
                : parts.stream().map(this::render).toList();
    }

    /**
     * The entry of this key with these arguments (shown by their string forms).
     *
     * @throws MissingResourceException when the bundles do not have the key
     */
    public String get(String key, Object... args) {
        if (args.length == 0) {
            return plain.computeIfAbsent(key, plain -> compile(plain).format(args));
        }
        Object[] resolved = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            resolved[i] = resolve(String.valueOf(args[i]));
        }
        MessageFormat format = formats.computeIfAbsent(key, this::compile);
        synchronized (format) {
            return format.format(resolved);
        }
    }

    private MessageFormat compile(String key) {
        String pattern = patterns.get(key);
        if (pattern == null) {
            throw new MissingResourceException("no message for key " + key, Messages.class.getName(), key);
        }
        MessageFormat format = new MessageFormat(pattern, locale);
        Format[] parts = format.getFormats();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] instanceof ChoiceFormat forms) {
                format.setFormat(i, new CountedWord(forms));
            }
        }
        return format;
    }

    /** The form of a word that goes with a count, which is written out already: 1 line, 12,345 lines. */
    private static final class CountedWord extends Format {

        private static final long serialVersionUID = 1L;

        private final ChoiceFormat forms;

        CountedWord(ChoiceFormat forms) {
            this.forms = forms;
        }

        @Override
        public StringBuffer format(Object count, StringBuffer to, FieldPosition position) {
            return to.append(forms.format("1".equals(count) ? 1 : 0));
        }

        @Override
        public Object parseObject(String source, ParsePosition position) {
            throw new UnsupportedOperationException("texts are written and never read back");
        }
    }

    private String resolve(String arg) {
        if (arg.isEmpty() || arg.charAt(0) != Text.REFERENCE) {
            return arg;
        }
        Text referred = Text.referred(arg);
        for (Text part : referred.parts()) {
            if (!patterns.containsKey(part.key())) {
                return arg;
            }
        }
        return render(referred);
    }
}
