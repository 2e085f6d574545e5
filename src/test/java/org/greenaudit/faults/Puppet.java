package org.greenaudit.faults;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.greenaudit.GreenAudit;
import org.greenaudit.cli.Cli;
import org.greenaudit.cli.Console;
import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The program in a process of its own, on strings: it takes command lines from its input, tells each step it takes in the
 * database ({@code E step|statement}) and goes on when it is told to. It answers what it prints ({@code O text}) and its
 * exit status ({@code X 0}). A test can so end it, or its database, at a place it chose.
 */
public final class Puppet {

    /** The property that puts the program's clock forward or back, an ISO duration. */
    static final String CLOCK = "puppet.clock";

    private static final Strings STRINGS = new Strings();

    private Puppet() {}

    /**
     * Carries out one command line after the other; parts are parted by tabs, {@code -Dname=value} sets a property for
     * this one.
     */
    public static void main(String[] ignored) throws IOException {
        String line = STRINGS.read();
        while (line != null) {
            List<String> args = new ArrayList<>();
            List<String> properties = new ArrayList<>();
            for (String part : line.split("\t")) {
                if (part.startsWith("-D")) {
                    String property = part.substring(2, part.indexOf('='));
                    properties.add(property);
                    System.setProperty(property, part.substring(part.indexOf('=') + 1));
                } else {
                    args.add(part);
                }
            }
            PrintWriter out = new PrintWriter(new Told(), true);
            int status = SpringApplication.withHook(
                    Puppet::narrating,
                    () -> new Cli(new Console(out, out, false), GreenAudit.class).run(args.toArray(String[]::new)));
            properties.forEach(System::clearProperty);
            STRINGS.tell("X " + status);
            line = STRINGS.read();
        }
    }

    /** Puts a database that tells, and the test's clock, into whatever the program starts. */
    private static SpringApplicationRunListener narrating(SpringApplication ignored) {
        return new SpringApplicationRunListener() {
            @Override
            public void contextLoaded(ConfigurableApplicationContext context) {
                context.getBeanFactory().addBeanPostProcessor(new Narration());
            }
        };
    }

    private static final class Narration implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (bean instanceof Clock clock) {
                return Clock.offset(clock, Duration.parse(System.getProperty(CLOCK, "PT0S")));
            }
            return bean instanceof DataSource dataSource ? new NarratedDataSource(dataSource, STRINGS::event) : bean;
        }
    }

    /** What the program prints, line by line. */
    private static final class Told extends Writer {

        private final StringBuilder line = new StringBuilder();

        @Override
        public synchronized void write(char[] text, int from, int length) {
            for (int i = from; i < from + length; i++) {
                if (text[i] == '\n') {
                    STRINGS.tell("O " + line);
                    line.setLength(0);
                } else {
                    line.append(text[i]);
                }
            }
        }

        @Override
        public void flush() {
            // a line is told when it ends
        }

        @Override
        public void close() {
            // the process's own streams stay open
        }
    }

    /** Input and output of the process. Events of all threads are told one after the other. */
    private static final class Strings {

        private final BufferedReader in = new BufferedReader(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));
        private final PrintStream out =
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

        String read() throws IOException {
            return in.readLine();
        }

        void tell(String text) {
            out.println(text);
        }

        synchronized void event(String what) {
            StepContext step = StepSynchronizationManager.getContext();
            tell("E " + (step == null ? "" : step.getStepName()) + "|"
                    + what.lines().findFirst().orElse(""));
            try {
                read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
