package org.greenaudit.source.example;

import java.util.List;
import java.util.Optional;
import org.greenaudit.settings.YamlSection;
import org.greenaudit.source.FeedMapping;
import org.greenaudit.source.PurchaseSource;
import org.greenaudit.source.SourceContext;
import org.greenaudit.source.SourceKind;
import org.greenaudit.source.SourceSettings;

/** Files of JSON Lines: {@code type: jsonl}. */
public final class JsonLinesKind implements SourceKind {

    @Override
    public String name() {
        return "jsonl";
    }

    @Override
    public SourceSettings read(YamlSection section, FeedMapping mapping) {
        return new Settings(section.files("files"), mapping);
    }

    /**
     * The files of a job.
     *
     * @param files paths or patterns
     * @param mapping how the columns are understood
     */
    record Settings(List<String> files, FeedMapping mapping) implements SourceSettings {

        @Override
        public List<Object> decisive() {
            return List.of();
        }

        @Override
        public Optional<List<String>> namedFiles() {
            return Optional.of(files);
        }

        @Override
        public Optional<SourceSettings> withFiles(List<String> others) {
            return Optional.of(new Settings(others, mapping));
        }

        @Override
        public PurchaseSource open(SourceContext context) {
            return new JsonLinesSource(files, context.headers());
        }
    }
}
