package org.greenaudit.rules.certificate;

import org.greenaudit.message.OpenQuestion;

/** What remains open about the certificates of a purchase. */
public enum CertificateQuestion implements OpenQuestion {
    /** The registry is not complete, or a number in it is lost: does the cited certificate exist? */
    CERTIFICATE_NOT_IN_PARTIAL_REGISTRY,
    /** The feed has no certificate column and the registry is not complete: is there a certificate? */
    CERTIFICATE_UNKNOWN,
    /** The cell holds a text that is no certificate's number and the registry is not complete: which certificate is it? */
    CITATION_IS_NO_NUMBER,
    /** Brand or model is needed to see which certificate covers the product. */
    MODEL_UNKNOWN,
    /** The certificate's text describes models and may mean the one bought: does its annex name it? */
    CERTIFICATE_ANNEX,
    /** The line names several models or brands, and only some of them are covered: which were bought? */
    SEVERAL_MODELS,
    /** A spreadsheet destroyed the number in the certificate cell: which was it? */
    CITATION_DESTROYED,
    /** The certificate cell names a range or shortens numbers: which are meant? */
    CITATION_UNCLEAR,
    /** The feed says beside the number that it expired or was withdrawn: was it in force on the contract date? */
    CITATION_REMARKED,
    /** The contract date names a month only, and what is in force changed within it: on which day was it signed? */
    CONTRACT_DAY,
    /** The registry lacks a date, a category or a body that the check needs. */
    CERTIFICATE_DATA_INCOMPLETE
}
