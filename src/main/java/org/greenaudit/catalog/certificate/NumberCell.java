package org.greenaudit.catalog.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.name.ModelKeys;
import org.greenaudit.text.EmptyWords;

/**
 * The 证书编号 cell of the registry, read as the citations of a feed are: an old and a new number in one cell are two, and
 * labels, remarks and file names are no part of a number.
 *
 * @param shown the certificate's number, several with a slash between them; the cell as written where it holds none that
 *     tells certificates apart
 * @param numbers every number by which the certificate can be cited
 * @param lost what a spreadsheet or a mask left of numbers: 2.4701E+13, CQC24701000***
 * @param ranges what stands for several numbers: CQC24701123456~CQC24701123460. Which of them is whose the row does not
 *     tell, so that none of them finds a certificate and none is missing
 */
record NumberCell(String shown, List<String> numbers, List<String> lost, List<NumberRange> ranges) {

    private static final CitationReader READER = new CitationReader(text -> false);

    NumberCell {
        numbers = List.copyOf(numbers);
        lost = List.copyOf(lost);
        ranges = List.copyOf(ranges);
    }

    /** Reads a cell. */
    static NumberCell of(String cell) {
        Citations read = READER.read(Optional.of(cell));
        List<NumberRange> ranges = new ArrayList<>(0);
        List<String> lost = new ArrayList<>(read.destroyed());
        for (String unclear : read.unclear()) {
            NumberRange.of(unclear).ifPresentOrElse(ranges::add, () -> lost.add(unclear));
        }
        List<String> numbers = read.numbers().stream()
                .filter(number -> ranges.stream().noneMatch(range -> range.mayMean(number)))
                .toList();
        if (numbers.isEmpty()) {
            boolean none = !lost.isEmpty()
                    || !ranges.isEmpty()
                    || EmptyWords.isPlaceholder(cell)
                    || ModelKeys.normalise(cell).isEmpty();
            return new NumberCell(cell, none ? List.of() : List.of(cell), lost, ranges);
        }
        // digits alone may be the serial number of several bodies: 甲认字第700001号, 乙认字第700001号
        boolean lettered = numbers.stream().allMatch(number -> number.chars().anyMatch(Character::isLetter));
        return new NumberCell(lettered ? String.join(" / ", numbers) : cell, numbers, lost, ranges);
    }

    /** Whether the cell holds neither a number nor what is left of one. */
    boolean isEmpty() {
        return numbers.isEmpty() && lost.isEmpty() && ranges.isEmpty();
    }

    /** Whether all that is left of the number is what a spreadsheet made of it. */
    boolean isLost() {
        return numbers.isEmpty() && !lost.isEmpty();
    }
}
