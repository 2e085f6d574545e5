package org.greenaudit.store.database;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.status.OnConsoleStatusListener;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusListener;
import ch.qos.logback.core.status.StatusManager;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.greenaudit.message.FileTrouble;
import org.greenaudit.message.Messages;
import org.greenaudit.message.Text;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Says once, in a sentence, that the log cannot be written. Spring Boot lets Logback print a stack trace for every line that
 * a full disk does not take.
 */
public final class LogTrouble implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    /** After the logging system has been set up. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
            String file = event.getEnvironment().getProperty("logging.file.name", "");
            quieten(logging.getStatusManager(), file, System.err::println);
        }
    }

    /** Puts one sentence in the place of what Logback says on the console. */
    static void quieten(StatusManager manager, String file, Consumer<String> people) {
        for (StatusListener listener : manager.getCopyOfStatusListenerList()) {
            if (listener instanceof OnConsoleStatusListener) {
                manager.remove(listener);
            }
        }
        AtomicBoolean said = new AtomicBoolean();
        manager.add((StatusListener) status -> {
            if (status.getLevel() == Status.ERROR
                    && status.getThrowable() instanceof IOException failure
                    && !said.getAndSet(true)) {
                say(Text.of("store.log", file, FileTrouble.of(failure)), people);
            }
        });
    }

    /** In both languages: that of the audit is not known here. */
    static void say(Text text, Consumer<String> people) {
        people.accept(Messages.in(Messages.CHINESE).render(text));
        people.accept(Messages.in(Locale.ENGLISH).render(text));
    }
}
