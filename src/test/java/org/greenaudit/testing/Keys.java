package org.greenaudit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** PKCS#12 files with keys, made by the JDK's own keytool in a folder. */
public record Keys(Path folder) {

    /** Of every file and key. */
    public static final String PASSWORD = "fictional";

    private static final String ALIAS = "k";
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    /** A file with a key; the further arguments say which. */
    public Path make(String name, String... more) {
        return make(name, ALIAS, more);
    }

    /** A key of an alias in a file, beside those that are there already. */
    public Path make(String name, String alias, String[] more) {
        Path file = file(name);
        List<String> words = new ArrayList<>(List.of("-genkeypair", "-dname", "CN=示例财政局", "-alias", alias));
        words.addAll(List.of("-keystore", file.toString()));
        words.addAll(List.of(more));
        run(words.toArray(String[]::new));
        return file;
    }

    /** A file with the key of a server of that name, {@code dns:…} or {@code ip:…}. */
    public Path server(String name, String host) {
        return make(name, "-keyalg", "EC", "-ext", "SAN=" + host);
    }

    /** The file of a name. */
    public Path file(String name) {
        return folder.resolve(name + ".p12");
    }

    /** What a file with a key holds. */
    public KeyStore open(String name) throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(file(name).toFile(), PASSWORD.toCharArray());
    }

    /** The certificate of a key as PEM. */
    public Path certificate(String name) throws IOException, GeneralSecurityException {
        byte[] certificate = open(name).getCertificate(ALIAS).getEncoded();
        return Files.writeString(folder.resolve(name + "-ca.pem"), pem("CERTIFICATE", certificate));
    }

    /** A key and its certificate as PEM. */
    public Path pem(String name) throws IOException, GeneralSecurityException {
        byte[] key = open(name).getKey(ALIAS, PASSWORD.toCharArray()).getEncoded();
        return Files.writeString(
                folder.resolve(name + ".pem"), pem("PRIVATE KEY", key) + Files.readString(certificate(name)));
    }

    /** Runs keytool. */
    public void run(String... arguments) {
        List<String> all = new ArrayList<>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        all.addAll(List.of(arguments));
        all.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        Programs.Ended ended = Programs.run("env", "", all.toArray(String[]::new));
        assertThat(ended.status()).as(ended.output()).isZero();
    }

    private static String pem(String kind, byte[] bytes) {
        return "-----BEGIN " + kind + "-----\n" + LINES.encodeToString(bytes) + "\n-----END " + kind + "-----\n";
    }
}
