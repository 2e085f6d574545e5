package org.greenaudit.message;

import java.util.Optional;
import java.util.stream.Stream;

/** What led to a failure. */
public final class Causes {

    private Causes() {}

    /** A failure and what led to it, the failure itself first. */
    public static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    /** The first of a kind among a failure and what led to it. */
    public static <T extends Throwable> Optional<T> first(Throwable failure, Class<T> kind) {
        return of(failure).filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
