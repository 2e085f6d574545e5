package org.greenaudit.rules.integrity;

import org.greenaudit.message.OpenQuestion;

/** What the record of a purchase leaves open by contradicting itself. */
public enum IntegrityQuestion implements OpenQuestion {
    /** The name says goods, the code says a service or works: which was bought? */
    GOODS_OR_SERVICE
}
