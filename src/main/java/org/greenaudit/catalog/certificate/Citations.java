package org.greenaudit.catalog.certificate;

import java.util.List;
import java.util.Optional;

/**
 * The certificate numbers of a cell: those that a line cites for one list, or those of a certificate in the registry.
 *
 * @param numbers the numbers without blanks, in their order, each once
 * @param texts what else the cell holds and can be no certificate's number (正在办理, 详见附件), likewise
 * @param destroyed what a spreadsheet left of numbers (2.4701E+13, #REF!), likewise
 * @param unclear ranges, shortened and masked numbers (CQC24701000001~003, CQC24701000***) of which not every number is known,
 *     likewise
 * @param remarks what the cell says beside numbers of whether their certificates are in force
 * @param asked whether the feed has the list's certificate column, so that an empty cell means that none was cited
 */
public record Citations(
        List<String> numbers,
        List<String> texts,
        List<String> destroyed,
        List<String> unclear,
        List<CitationRemark> remarks,
        boolean asked) {

    public Citations {
        numbers = List.copyOf(numbers);
        texts = List.copyOf(texts);
        destroyed = List.copyOf(destroyed);
        unclear = List.copyOf(unclear);
        remarks = List.copyOf(remarks);
    }

    /** What the cell says beside a number. */
    public Optional<CitationRemark> remark(String number) {
        return remarks.stream().filter(remark -> remark.number().equals(number)).findFirst();
    }
}
