package org.greenaudit.settings;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.greenaudit.message.Text;

/**
 * The JDBC address of a MySQL or MariaDB server and the properties in it, held against what the driver knows. No server is
 * asked. The values of the properties are shown nowhere, whoever repeats them.
 */
public final class MysqlAddress {

    /** An address without properties of its own, to try a property alone. */
    private static final String ANY = "jdbc:mysql://localhost/any";

    /** How many letters a misspelt name may differ in from the one that was meant. */
    private static final int MISSPELT = 2;

    /** Who connects, in a key-value host or a property; the driver takes any case and escapes in the name. */
    private static final Pattern LOGIN =
            Pattern.compile("[?&(,;]\\s*(?:user|password[123]?)\\s*=", Pattern.CASE_INSENSITIVE);

    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");
    private static final String HIDDEN = "…";
    private static final Pattern HOSTS = Pattern.compile("//([^/?#]*)");

    private final String url;
    private final Map<String, String> properties = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** An address. */
    public MysqlAddress(String url) {
        this.url = url;
        int query = url.indexOf('?');
        String[] pairs = query < 0 ? new String[0] : url.substring(query + 1).split("&", -1);
        for (String pair : pairs) {
            int end = pair.indexOf('=');
            if (!pair.isBlank()) {
                properties.put(
                        decoded(end < 0 ? pair : pair.substring(0, end)), end < 0 ? "" : pair.substring(end + 1));
            }
        }
    }

    /** Whether a JDBC address of any database holds a user or a password, in any way that its driver reads. */
    public static boolean holdsLogin(String url) {
        Matcher hosts = HOSTS.matcher(url);
        return (hosts.find() && decoded(hosts.group(1)).contains("@"))
                || LOGIN.matcher(decoded(url)).find();
    }

    /** The driver that understands the address, if one does. */
    public Optional<Driver> driver() {
        return ServiceLoader.load(Driver.class, MysqlAddress.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(driver -> accepts(driver, url))
                .findFirst();
    }

    /** Settings without those that the address makes itself. */
    public Map<String, String> leftOpen(Map<String, String> settings) {
        Map<String, String> left = new TreeMap<>(settings);
        left.keySet().removeIf(properties::containsKey);
        return left;
    }

    /**
     * What is wrong with the address.
     *
     * @param place where it was read: a file, or the variable itself
     * @param key the key or variable that holds it
     */
    public Optional<Text> problem(Object place, String key) {
        Optional<Driver> found = driver();
        if (found.isEmpty()) {
            return Optional.of(Text.of("config.url.not-mysql", place, key));
        }
        Driver driver = found.get();
        for (String name : properties.keySet()) {
            Optional<String> refusal = refusal(driver, ANY + "?" + name + "=" + properties.get(name));
            if (refusal.isPresent()) {
                return Optional.of(Text.of("config.url.property", place, key, name, withoutValues(refusal.get())));
            }
        }
        Optional<String> refusal = refusal(driver, url);
        if (refusal.isPresent()) {
            return Optional.of(Text.of("config.url.refused", place, key, withoutPieces(refusal.get())));
        }
        List<String> known = known(driver);
        return properties.keySet().stream()
                .flatMap(name ->
                        misspelt(name, known)
                                .map(meant -> Text.of("config.url.misspelt", place, key, name, meant))
                                .stream())
                .findFirst();
    }

    /** What the driver or server said, without the values of the properties that it repeats: one may be secret. */
    public String withoutValues(String said) {
        String discreet = said;
        for (String value : properties.values()) {
            for (String form : List.of(value, decoded(value))) {
                if (!form.isBlank()) {
                    discreet = word(form).matcher(discreet).replaceAll(HIDDEN);
                }
            }
        }
        return discreet;
    }

    /** What the driver said, without what it quotes from the address: in one that it cannot read, anything may be a login. */
    private String withoutPieces(String said) {
        String address = (url + "\n" + decoded(url)).toLowerCase(Locale.ROOT);
        return QUOTED.matcher(withoutValues(said))
                .replaceAll(quoted -> address.contains(quoted.group(1).toLowerCase(Locale.ROOT))
                        ? "'" + HIDDEN + "'"
                        : Matcher.quoteReplacement(quoted.group()));
    }

    /** A text that stands for itself and is not part of a longer word. */
    private static Pattern word(String text) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}_])" + Pattern.quote(text) + "(?![\\p{L}\\p{N}_])", Pattern.CASE_INSENSITIVE);
    }

    /** The properties that a failure to connect speaks of by name or value; all of the address where it speaks of none. */
    public String spokenOf(String said) {
        List<String> spoken = properties.entrySet().stream()
                .filter(property -> said.contains(property.getKey())
                        || (!property.getValue().isEmpty() && said.contains(decoded(property.getValue()))))
                .map(Map.Entry::getKey)
                .toList();
        String names = String.join(", ", spoken.isEmpty() ? properties.keySet() : spoken);
        return names.isEmpty() ? "-" : names;
    }

    private static boolean accepts(Driver driver, String url) {
        try {
            return url.startsWith("jdbc:mysql") && driver.acceptsURL(url);
        } catch (SQLException e) {
            return false;
        }
    }

    /** What the driver says against an address. */
    private static Optional<String> refusal(Driver driver, String address) {
        try {
            driver.getPropertyInfo(address, new Properties());
            return Optional.empty();
        } catch (SQLException | IllegalArgumentException e) {
            return Optional.of(
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static List<String> known(Driver driver) {
        try {
            return Arrays.stream(driver.getPropertyInfo(ANY, new Properties()))
                    .map(property -> property.name)
                    .toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The property that was meant by a name that the driver would pass over without a word. */
    private static Optional<String> misspelt(String name, List<String> known) {
        if (known.stream().anyMatch(name::equalsIgnoreCase)) {
            return Optional.empty();
        }
        String letters = letters(name);
        return known.stream()
                .filter(other -> distance(letters, letters(other)) <= Math.min(MISSPELT, other.length() / 3))
                .findFirst();
    }

    private static String letters(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    /** In how many letters two words differ (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j - 1], row[j]) + 1);
            }
        }
        return row[other.length()];
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // a stray percent sign: the driver says so
            return text;
        }
    }

    /** The names of the properties alone: a value may be secret. */
    @Override
    public String toString() {
        return properties.keySet().stream().collect(Collectors.joining(", ", "MysqlAddress[", "]"));
    }
}
