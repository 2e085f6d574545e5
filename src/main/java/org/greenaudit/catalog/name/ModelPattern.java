package org.greenaudit.catalog.name;

/**
 * One model of a certificate in its comparable form, perhaps with wildcards: {@code *} stands for exactly one
 * character, {@code #} for exactly one digit (the ENERGY STAR convention). A wildcard also matches itself, for a buyer
 * may copy the certificate's own writing.
 */
public final class ModelPattern {

    private final String text;

    private ModelPattern(String text) {
        this.text = text;
    }

    /** The pattern of one model as a certificate writes it. */
    public static ModelPattern of(String model) {
        return new ModelPattern(ModelKeys.normalise(model));
    }

    /** The comparable form ({@link ModelKeys#normalise}), wildcards included. */
    public String text() {
        return text;
    }

    /** True when there is a wildcard in it. */
    public boolean hasWildcard() {
        return text.indexOf('*') >= 0 || text.indexOf('#') >= 0;
    }

    /** True when it names no model: it has no character at all, or every one is hidden (***). */
    public boolean isEmpty() {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '*' && text.charAt(i) != '#') {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether this is the model, whole: a suffix that the pattern lacks is not covered.
     *
     * @param normalised the model in its comparable form ({@link ModelKeys#normalise})
     */
    public boolean matches(String normalised) {
        int at = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (at >= normalised.length()) {
                return false;
            }
            int wanted = text.codePointAt(i);
            int found = normalised.codePointAt(at);
            at += Character.charCount(found);
            boolean fits = found == wanted || wanted == '*' || (wanted == '#' && found >= '0' && found <= '9');
            if (!fits) {
                return false;
            }
        }
        return at == normalised.length() && at > 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
