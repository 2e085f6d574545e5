package org.greenaudit.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.status.OnConsoleStatusListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.greenaudit.message.Text;
import org.greenaudit.testing.OddPlaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTroubleTest {

    private static final String FULL = "/dev/full";

    @TempDir
    private Path dir;

    @Test
    void aFullDiskIsOneSentenceHoweverMuchIsLogged() {
        List<String> told = new ArrayList<>();
        LoggerContext logging = new LoggerContext();
        logging.setMDCAdapter(new LogbackMDCAdapter());
        OnConsoleStatusListener console = new OnConsoleStatusListener();
        console.setContext(logging);
        console.start();
        logging.getStatusManager().add(console);
        LogTrouble.quieten(logging.getStatusManager(), FULL, told::add);
        FileAppender<ILoggingEvent> appender = appender(logging);
        for (int i = 0; i < 50; i++) {
            logging.getLogger("night").warn("a line");
        }
        appender.stop();
        assertThat(told)
                .containsExactly(
                        "日志 /dev/full 写不进去（磁盘空间或配额不足）；请腾出空间或检查权限；审计结果不受影响",
                        "the log /dev/full cannot be written (the disk or the quota is full); make room or check the permissions; what is audited does not depend on it");
        assertThat(logging.getStatusManager().getCopyOfStatusListenerList()).doesNotContain(console);
    }

    private static FileAppender<ILoggingEvent> appender(LoggerContext logging) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(logging);
        encoder.setPattern("%msg%n");
        encoder.start();
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setContext(logging);
        appender.setEncoder(encoder);
        appender.setFile(FULL);
        appender.start();
        logging.getLogger("night").addAppender(appender);
        return appender;
    }

    @Test
    void whereThereCanBeNoLogIsToldAndLeftAsItIs() throws IOException {
        OddPlaces.in(dir).forEach((what, place) -> assertThat(PrivateLog.trouble(place.toString()))
                .as(what)
                .map(Text::key)
                .contains("store.log"));
        assertThat(PrivateLog.trouble("a\0b")).isPresent();
        Path log = dir.resolve("logs/greenaudit.log");
        assertThat(PrivateLog.trouble(log.toString())).isEmpty();
        assertThat(Files.isRegularFile(log)).isTrue();
    }
}
