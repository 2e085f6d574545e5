package org.greenaudit.testing;

import java.util.ArrayList;
import java.util.List;

/** System properties for the time of a test. */
public final class Settings implements AutoCloseable {

    private final List<String> names = new ArrayList<>();

    /** Sets one. */
    public Settings set(String name, Object value) {
        System.setProperty(name, value.toString());
        names.add(name);
        return this;
    }

    @Override
    public void close() {
        names.forEach(System::clearProperty);
    }
}
