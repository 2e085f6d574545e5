package org.greenaudit.rules.certificate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.greenaudit.catalog.name.ModelKeys;
import org.greenaudit.purchase.PurchaseLine;
import org.greenaudit.text.Blanks;

/**
 * The certificates that a line cites for one list.
 *
 * @param numbers the numbers without blanks, in their order, each once
 * @param texts what else the cell holds and can be no certificate's number (正在办理, 详见附件), likewise
 * @param asked whether the feed has the list's certificate column, so that an empty cell means that none was cited
 */
public record Citations(List<String> numbers, List<String> texts, boolean asked) {

    public Citations {
        numbers = List.copyOf(numbers);
        texts = List.copyOf(texts);
    }

    /** The citations of which only what may be a number is one. */
    public Citations sorted(Predicate<String> number) {
        if (numbers.stream().allMatch(number)) {
            return this;
        }
        return new Citations(
                numbers.stream().filter(number).toList(),
                numbers.stream().filter(number.negate()).toList(),
                asked);
    }

    /** Reads a line's cell in the certificate column of that canonical header. */
    public static Citations of(PurchaseLine line, String column) {
        Optional<String> cell = line.citations().in(column);
        return new Citations(split(cell.orElse("")), List.of(), cell.isPresent());
    }

    /** The numbers in a cell, with {@code ； ; ， , 、} or a line end between them. */
    static List<String> split(String cell) {
        if (cell.isEmpty()) {
            return List.of();
        }
        List<String> numbers = new ArrayList<>(1);
        StringBuilder number = new StringBuilder();
        for (int i = 0; i <= cell.length(); i++) {
            char c = i == cell.length() ? ';' : cell.charAt(i);
            if ("；;，,、\n\r".indexOf(c) >= 0) {
                if (number.length() > 0) {
                    numbers.add(number.toString());
                }
                number.setLength(0);
            } else if (!Blanks.isBlank(c)) {
                number.append(c);
            }
        }
        return numbers.size() < 2 ? numbers : eachOnce(numbers);
    }

    private static List<String> eachOnce(List<String> numbers) {
        Set<String> seen = new HashSet<>();
        return numbers.stream().filter(n -> seen.add(ModelKeys.normalise(n))).toList();
    }
}
