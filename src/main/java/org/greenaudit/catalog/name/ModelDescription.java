package org.greenaudit.catalog.name;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a certificate says of its models without naming them. It can rule a model out, and never proves one. */
public sealed interface ModelDescription {

    /**
     * Whether a model may be meant.
     *
     * @param model in its comparable form ({@link ModelKeys#normalise})
     */
    boolean mightMean(String model);

    /** 详见附件（共12个型号）, M100 等: any further model may be. */
    record Any() implements ModelDescription {
        @Override
        public boolean mightMean(String model) {
            return !model.isEmpty();
        }
    }

    /**
     * D100系列: every model that begins so may be.
     *
     * @param base in its comparable form, not empty
     */
    record Series(String base) implements ModelDescription {
        @Override
        public boolean mightMean(String model) {
            return model.startsWith(base);
        }
    }

    /**
     * A-100~A-500: every model between the two may be, whatever follows.
     *
     * @param first in runs of digits and of other characters, comparable
     * @param last the same
     */
    record Range(List<String> first, List<String> last) implements ModelDescription {

        private static final Pattern RUN = Pattern.compile("[0-9]+|[^0-9]+");

        /** The range between two models; the last may leave out what both begin with (KFR-26~72GW). */
        static Range of(String first, String last) {
            List<String> from = runs(first);
            List<String> to = new ArrayList<>(runs(last));
            if (isDigits(to.get(0)) && !isDigits(from.get(0))) {
                int number = from.size() - 1;
                while (number > 0 && !isDigits(from.get(number))) {
                    number--;
                }
                to.addAll(0, from.subList(0, number));
            }
            return new Range(from, List.copyOf(to));
        }

        private static List<String> runs(String model) {
            List<String> runs = new ArrayList<>();
            Matcher run = RUN.matcher(ModelKeys.normalise(model));
            while (run.find()) {
                runs.add(run.group());
            }
            return List.copyOf(runs);
        }

        private static boolean isDigits(String run) {
            return run.charAt(0) >= '0' && run.charAt(0) <= '9';
        }

        @Override
        public boolean mightMean(String model) {
            List<String> runs = runs(model);
            for (int i = 0; i < first.size() && i < last.size(); i++) {
                if (i >= runs.size()) {
                    return false;
                }
                if (!first.get(i).equals(last.get(i))) {
                    return between(first.get(i), runs.get(i), last.get(i));
                }
                if (!first.get(i).equals(runs.get(i))) {
                    return false;
                }
            }
            return !runs.isEmpty();
        }

        private static boolean between(String one, String run, String other) {
            if (isDigits(one) && isDigits(other)) {
                return isDigits(run) && !(less(run, one) && less(run, other)) && !(less(one, run) && less(other, run));
            }
            int common = 0;
            while (common < Math.min(one.length(), other.length()) && one.charAt(common) == other.charAt(common)) {
                common++;
            }
            if (!run.startsWith(one.substring(0, common))) {
                return false;
            }
            boolean ends = common == one.length() || common == other.length();
            if (ends || common == run.length()) {
                return ends;
            }
            char c = run.charAt(common);
            char low = (char) Math.min(one.charAt(common), other.charAt(common));
            char high = (char) Math.max(one.charAt(common), other.charAt(common));
            return low <= c && c <= high;
        }

        /** Compares numbers of any length. */
        private static boolean less(String one, String other) {
            String a = one.replaceFirst("^0+(?=.)", "");
            String b = other.replaceFirst("^0+(?=.)", "");
            return a.length() == b.length() ? a.compareTo(b) < 0 : a.length() < b.length();
        }
    }
}
