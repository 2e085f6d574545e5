package org.greenaudit.portal.access;

/** What a request needs. */
public enum Permission {
    /** Nothing: it is reached without signing in. */
    NONE,
    /** An account, even one whose password must be changed first. */
    ACCOUNT,
    /** Reading what lies in one's scope. */
    READ,
    /** Deciding about findings. */
    DECIDE,
    /** Starting and stopping audits, uploading feeds. */
    OPERATE,
    /** Accounts and their log, and replacing the registry, which the verdicts of all rest on. */
    ADMINISTER
}
