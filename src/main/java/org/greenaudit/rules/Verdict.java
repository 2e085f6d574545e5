package org.greenaudit.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.greenaudit.catalog.Duty;
import org.greenaudit.catalog.ListedItem;
import org.greenaudit.matching.MatchBasis;
import org.greenaudit.message.OpenQuestion;
import org.greenaudit.message.Text;
import org.greenaudit.rules.certificate.CitedCertificate;
import org.greenaudit.rules.certificate.Evidence;

/**
 * The judgement of one purchase line under one list, with its evidence. Lines outside the list have none.
 *
 * @param item the listed item; the likeliest one when the outcome is {@link Outcome#UNDETERMINED}
 * @param duty what the list asks of this buyer; of an undetermined line the strictest of all the items that it may be
 * @param basis what tied the line to the item
 * @param outcome the outcome
 * @param rule the primary rule's code, such as {@code M3}, of a violation, or of an integrity rule that leaves a question open;
 *     else empty
 * @param otherRules the other failing rules' codes, ascending
 * @param question the open question; present exactly when {@link Outcome#UNDETERMINED}
 * @param message what a human should know or answer
 * @param expected what the law or the check expects
 * @param found what the data says
 * @param certificateNo the certificate the verdict rests on: the passing one, or the best of the failing ones; may be empty
 * @param evidence what a compliant verdict rests on
 * @param clauses ids of the national clauses it carries out, most specific first
 * @param warnings oddities of the data and defects of citations that did not decide
 * @param recycled whether name or specification tell a recycled product; no duty rests on it
 * @param certificates every certificate looked at, with its defect
 */
public record Verdict(
        ListedItem item,
        Duty duty,
        MatchBasis basis,
        Outcome outcome,
        String rule,
        List<String> otherRules,
        Optional<OpenQuestion> question,
        Text message,
        Text expected,
        Text found,
        String certificateNo,
        Evidence evidence,
        List<String> clauses,
        List<Text> warnings,
        boolean recycled,
        List<CitedCertificate> certificates) {

    public Verdict {
        otherRules = List.copyOf(otherRules);
        clauses = List.copyOf(clauses);
        warnings = List.copyOf(warnings);
        certificates = List.copyOf(certificates);
    }

    /**
     * The same verdict that a certificate covers which a person has confirmed.
     *
     * @param remarks what speaks against the certificate without deciding
     */
    public Verdict certified(String number, Text why, List<Text> remarks) {
        List<Text> said = new ArrayList<>(warnings);
        said.addAll(remarks);
        return new Verdict(
                item,
                duty,
                basis,
                Outcome.COMPLIANT,
                "",
                List.of(),
                Optional.empty(),
                why,
                Text.NONE,
                Text.NONE,
                number,
                Evidence.DECIDED,
                clauses,
                said,
                recycled,
                certificates);
    }

    /**
     * The same verdict with what is said of people's decisions.
     *
     * @param rests whether it rests on one of them; a certificate that is only declared stays declared
     */
    public Verdict with(List<Text> decisions, boolean rests) {
        if (decisions.isEmpty()) {
            return this;
        }
        List<Text> all = new ArrayList<>(decisions);
        all.addAll(warnings);
        Evidence by = rests && evidence != Evidence.DECLARED ? Evidence.DECIDED : evidence;
        return new Verdict(
                item,
                duty,
                basis,
                outcome,
                rule,
                otherRules,
                question,
                message,
                expected,
                found,
                certificateNo,
                by,
                clauses,
                all,
                recycled,
                certificates);
    }
}
