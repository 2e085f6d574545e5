package org.greenaudit.job;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.DataSourceUnwrapper;

/** The pool behind the database, where there is one. */
final class ConnectionPool {

    private final DataSource dataSource;

    ConnectionPool(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Lets it have so many connections, if it may not already. */
    void widen(int connections) {
        pool().filter(pool -> pool.getMaximumPoolSize() < connections)
                .ifPresent(pool -> pool.getHikariConfigMXBean().setMaximumPoolSize(connections));
    }

    /** Gives up every connection it has: one that was used just now is handed out unproved, and may lead to a dead server. */
    void renew() {
        pool().map(HikariDataSource::getHikariPoolMXBean).ifPresent(HikariPoolMXBean::softEvictConnections);
    }

    private Optional<HikariDataSource> pool() {
        return Optional.ofNullable(
                DataSourceUnwrapper.unwrap(dataSource, HikariConfigMXBean.class, HikariDataSource.class));
    }
}
