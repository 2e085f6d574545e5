package org.greenaudit.catalog;

import java.util.List;
import java.util.Optional;

/** The product kinds (产品种类) and how they nest: 智能坐便器 is a 坐便器, 激光打印机 a 打印机. */
public interface ProductKinds {

    /** Whether there is such a kind. */
    boolean known(String kind);

    /** Whether the first kind is the second or one of its sub-kinds, however deep. */
    boolean isA(String kind, String ancestor);

    /** The kind above, if any. */
    Optional<String> parent(String kind);

    /** The kinds directly below, in file order. */
    List<String> children(String kind);

    /** The kind a single whole term or kind name stands for (exact after normalisation), if any. */
    Optional<String> byTerm(String term);
}
