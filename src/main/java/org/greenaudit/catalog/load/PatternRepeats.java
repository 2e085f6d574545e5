package org.greenaudit.catalog.load;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How often the counts of a regular expression repeat a piece of it: in (a{20}){30} 600 times. */
final class PatternRepeats {

    private static final Pattern COUNT = Pattern.compile("\\{([0-9]{1,6})(?:,([0-9]{0,6}))?\\}");

    /** A character, or what stands for one: an escape, quoted characters, a class. */
    private static final Pattern PIECE = Pattern.compile(
            "(?s)\\\\Q.*?(?:\\\\E|\\z)|\\\\.|\\[\\^?\\]?(?:\\\\.|\\[:\\^?[a-z]*:\\]|[^\\]\\\\])*+\\]?|.");

    private PatternRepeats() {}

    /** The number of the piece that is repeated most; 1 where there is no count. */
    static long most(String pattern) {
        Deque<Long> groups = new ArrayDeque<>();
        long most = 1;
        long inGroup = 1;
        long last = 1;
        int at = 0;
        while (at < pattern.length()) {
            Matcher count = COUNT.matcher(pattern).region(at, pattern.length());
            if (count.lookingAt()) {
                last = Math.min(Integer.MAX_VALUE, last * times(count));
                at = count.end();
            } else {
                Matcher piece = PIECE.matcher(pattern).region(at, pattern.length());
                at = piece.lookingAt() ? piece.end() : at + 1;
                last = 1;
                switch (pattern.charAt(piece.start())) {
                    case '(' -> {
                        groups.push(inGroup);
                        inGroup = 1;
                    }
                    case ')' -> {
                        last = inGroup;
                        inGroup = groups.isEmpty() ? 1 : groups.pop();
                    }
                    default -> {}
                }
            }
            inGroup = Math.max(inGroup, last);
            most = Math.max(most, inGroup);
        }
        return most;
    }

    private static long times(Matcher count) {
        String more = count.group(2);
        return Math.max(1, Long.parseLong(more == null || more.isEmpty() ? count.group(1) : more));
    }
}
