package org.greenaudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.greenaudit.testing.Programs;

/** PKCS#12 files with keys, made by the JDK's own keytool in a folder. */
record Keys(Path folder) {

    static final String PASSWORD = "fictional";

    /** A file with a key; the further arguments say which. */
    Path make(String name, String... more) {
        return make(name, "k", more);
    }

    /** A key of an alias in a file, beside those that are there already. */
    Path make(String name, String alias, String[] more) {
        Path file = file(name);
        List<String> words = new ArrayList<>(List.of("-genkeypair", "-dname", "CN=示例财政局", "-alias", alias));
        words.addAll(List.of("-keystore", file.toString()));
        words.addAll(List.of(more));
        run(words.toArray(String[]::new));
        return file;
    }

    /** The file of a name. */
    Path file(String name) {
        return folder.resolve(name + ".p12");
    }

    /** Runs keytool. */
    void run(String... arguments) {
        List<String> all = new ArrayList<>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        all.addAll(List.of(arguments));
        all.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        Programs.Ended ended = Programs.run("env", "", all.toArray(String[]::new));
        assertThat(ended.status()).as(ended.output()).isZero();
    }
}
