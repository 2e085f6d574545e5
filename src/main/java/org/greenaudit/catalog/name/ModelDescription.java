package org.greenaudit.catalog.name;

/** What a certificate says of its models without naming them. It can rule a model out, and never proves one. */
public sealed interface ModelDescription
        permits ModelDescription.Any, ModelDescription.Series, ModelRange, ModelTemplate, TailRange {

    /**
     * Whether a model may be meant.
     *
     * @param model in its comparable form ({@link ModelKeys#normalise})
     */
    boolean mightMean(String model);

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(int c) {
        return c >= 'A' && c <= 'Z';
    }

    /** 详见附件（共12个型号）, M100 等: any further model may be. */
    record Any() implements ModelDescription {
        @Override
        public boolean mightMean(String model) {
            return !model.isEmpty();
        }
    }

    /**
     * D100系列: every model that begins so may be, and where the name ends with a number, one that has other digits in the
     * place of the zeros at its end: M400系列 may mean M404dn, and never M730; P3300D系列 may mean P3301DN. Behind the word
     * that it begins with another one may stand: OptiPlex 7010系列 may mean OptiPlex Micro 7010.
     *
     * @param base in its comparable form, not empty; wildcards at its end say no more than the word
     */
    record Series(String base) implements ModelDescription {

        /** Fewer letters are no word. */
        private static final int SHORTEST_WORD = 4;

        public Series {
            int end = base.length();
            while (end > 0 && (base.charAt(end - 1) == '*' || base.charAt(end - 1) == '#')) {
                end--;
            }
            base = end == 0 ? base : base.substring(0, end);
        }

        @Override
        public boolean mightMean(String model) {
            return model.startsWith(base) || isNumberedLike(model) || hasWordWithin(model);
        }

        private boolean isNumberedLike(String model) {
            int number = base.length();
            while (number > 0 && base.length() - number < SHORTEST_WORD && isLetter(base.charAt(number - 1))) {
                number--;
            }
            int zeros = number;
            while (zeros > 0 && base.charAt(zeros - 1) == '0') {
                zeros--;
            }
            boolean round = zeros < number && zeros > 0 && isDigit(base.charAt(zeros - 1));
            if (!round || model.length() < base.length() || !model.startsWith(base.substring(0, zeros))) {
                return false;
            }
            int end = zeros;
            while (end < model.length() && isDigit(model.charAt(end))) {
                end++;
            }
            return end == number && model.startsWith(base.substring(number), end);
        }

        private boolean hasWordWithin(String model) {
            int word = lettersFrom(base, 0);
            return word >= SHORTEST_WORD
                    && word < base.length()
                    && model.startsWith(base.substring(0, word))
                    && model.startsWith(base.substring(word), lettersFrom(model, word));
        }

        private static int lettersFrom(String text, int start) {
            int end = start;
            while (end < text.length() && isLetter(text.charAt(end))) {
                end++;
            }
            return end;
        }
    }
}
