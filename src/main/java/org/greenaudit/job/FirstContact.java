package org.greenaudit.job;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Optional;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Knows, also of a context that could not be started, whether its database has ever answered. */
final class FirstContact implements BeanPostProcessor {

    private Optional<HikariDataSource> database = Optional.empty();

    /** Whether it has: there is a pool behind its first connection alone. */
    boolean made() {
        return database.filter(pool -> pool.getHikariPoolMXBean() != null).isPresent();
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) {
            database = Optional.of(pool);
        }
        return bean;
    }
}
