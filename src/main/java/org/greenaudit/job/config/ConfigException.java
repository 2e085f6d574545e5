package org.greenaudit.job.config;

import java.util.List;
import org.greenaudit.message.Text;

/** A configuration that cannot be used, with every problem found in it; thrown before anything is read or judged. */
public final class ConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Text> problems;

    /** A configuration with these problems, at least one. */
    public ConfigException(List<Text> problems) {
        super(problems.get(0).key() + problems.get(0).args());
        this.problems = List.copyOf(problems);
    }

    /** Every problem: file, key, value, what was expected. */
    public List<Text> problems() {
        return problems;
    }
}
