package org.greenaudit.settings;

import java.util.List;
import org.greenaudit.message.Text;
import org.greenaudit.message.UsageException;

/** A configuration that cannot be used, with every problem found in it; thrown before anything is read or judged. */
public final class ConfigException extends UsageException {

    private static final long serialVersionUID = 1L;

    /** A configuration with these problems, at least one: file, key, value, what was expected. */
    public ConfigException(List<Text> problems) {
        super(problems);
    }
}
