package org.greenaudit.rules.certificate;

import java.util.List;

/**
 * The certificates that a line cites for one list.
 *
 * @param numbers the numbers without blanks, in their order, each once
 * @param texts what else the cell holds and can be no certificate's number (正在办理, 详见附件), likewise
 * @param destroyed what a spreadsheet left of numbers (2.4701E+13, #REF!), likewise
 * @param unclear ranges and shortened numbers (CQC24701000001~003) of which not every number is known, likewise
 * @param asked whether the feed has the list's certificate column, so that an empty cell means that none was cited
 */
public record Citations(
        List<String> numbers, List<String> texts, List<String> destroyed, List<String> unclear, boolean asked) {

    public Citations {
        numbers = List.copyOf(numbers);
        texts = List.copyOf(texts);
        destroyed = List.copyOf(destroyed);
        unclear = List.copyOf(unclear);
    }
}
