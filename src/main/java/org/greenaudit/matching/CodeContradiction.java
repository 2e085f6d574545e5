package org.greenaudit.matching;

/** How a category code contradicts a name that plainly says goods of a listed row. */
public enum CodeContradiction {
    /** It does not, or there is no code. */
    NONE,
    /** The code is one of other goods, and of none that the list stars. */
    OTHER_GOODS,
    /** The code is one of services or works. */
    SERVICE_OR_WORKS
}
