package org.greenaudit.catalog;

import java.time.LocalDate;

/** The directory of designated certification bodies (认证机构名录), per product class. */
public interface BodyDirectory {

    /** What the directory says of a body. */
    enum Designation {
        /** Designated for the class on that date. */
        DESIGNATED,
        /** The directory is complete for the class and does not name the body, or was given none, on that date. */
        NOT_DESIGNATED,
        /** The directory is not complete for the class: its silence says nothing. */
        UNKNOWN
    }

    /**
     * Whether a body was designated for the product class of a listed item.
     *
     * @param body the body's name as the certificate gives it; blank when it gives none
     * @param item the listed item; its list and family are the product class
     * @param on the certificate's issue date
     */
    Designation designation(String body, ListedItem item, LocalDate on);
}
