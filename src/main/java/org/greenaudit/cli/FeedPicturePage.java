package org.greenaudit.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.greenaudit.assessment.Numbers;
import org.greenaudit.check.FeedReading;
import org.greenaudit.check.FeedReading.Field;
import org.greenaudit.check.FeedReading.MappedColumn;
import org.greenaudit.message.Text;
import org.greenaudit.purchase.Column;
import org.greenaudit.purchase.FeedNote;
import org.greenaudit.text.ShownText;

/** Prints how a source is read, and what the verdicts will lack for it. */
final class FeedPicturePage {

    private static final int SHOWN = 24;

    private final CliSession session;

    FeedPicturePage(CliSession session) {
        this.session = session;
    }

    /** Prints one source. */
    void print(FeedReading reading) throws IOException {
        session.say("check.source", reading.name());
        say(reading.format());
        session.say("check.columns");
        columns(reading.columns());
        for (FeedNote note : reading.notes()) {
            session.say(
                    note.grave() ? "cli.summary.caveat" : "cli.summary.note",
                    session.messages().render(note.text()));
        }
        reading.rows(session.messages()).forEach(session.output().out()::println);
        firstLines(reading.firstLines());
        reading.lacks().forEach(this::say);
    }

    private void say(Text text) {
        session.output().out().println(session.messages().render(text));
    }

    private void columns(List<MappedColumn> columns) {
        TextTable table = new TextTable("rlllrl");
        for (MappedColumn column : columns) {
            table.row(
                    column.place(),
                    shown(column.header()),
                    "→",
                    name(column.column()),
                    column.share()
                            .map(percent -> percent.toPlainString() + " %")
                            .orElse(Numbers.NONE),
                    session.joined(column.examples().stream().map(FeedPicturePage::shown)));
        }
        table.print(session.output().out());
    }

    /** The first lines side by side, a field in each row of the table. */
    private void firstLines(List<Field> fields) {
        if (fields.isEmpty()) {
            return;
        }
        int lines = fields.get(0).values().size();
        session.say("check.first", lines);
        TextTable table = new TextTable("l".repeat(lines + 1));
        for (Field field : fields) {
            List<String> cells = new ArrayList<>(List.of(name(field.column())));
            field.values().forEach(value -> cells.add(shown(value)));
            table.row(cells.toArray(String[]::new));
        }
        table.print(session.output().out());
    }

    private String name(Column column) {
        return session.messages().english() ? column.header() : column.chinese();
    }

    private static String shown(String text) {
        return ShownText.of(text, SHOWN);
    }
}
