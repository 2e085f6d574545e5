package org.greenaudit.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.greenaudit.portal.access.AccessLog;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server with TLS: by a proxy in front of it, or with a certificate of its own. */
@Tag("slow")
class TlsTest {

    private static final String PASSWORD = "of-the-key-store";

    @TempDir
    Path folder;

    private static void assertSecure(HttpResponse<?> answer) {
        assertThat(answer.headers().firstValue("Strict-Transport-Security").orElse(""))
                .contains("max-age=31536000");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("; Secure") && cookie.contains("; HttpOnly"));
    }

    @Test
    void behindAProxy() {
        try (BureauServer server = BureauServer.start(folder, Map.of("server.forward-headers-strategy", "native"))) {
            Caller proxied =
                    new Caller(server).with("X-Forwarded-Proto", "https").with("X-Forwarded-For", "203.0.113.9");
            assertSecure(proxied.get("/login"));
            assertSecure(new Caller(server).with("X-Forwarded-Proto", "https").get("/login?lang=en"));
            HttpResponse<String> plain = new Caller(server).get("/login");
            assertThat(plain.headers().firstValue("Strict-Transport-Security")).isEmpty();
            assertThat(plain.headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .noneMatch(cookie -> cookie.contains("Secure"));
            new Caller(server).with("X-Forwarded-For", "203.0.113.9").signIn("somebody", "x");
            assertThat(server.portal().part(AccessLog.class).before(Long.MAX_VALUE, 1))
                    .extracting(AccessLog.Entry::address)
                    .as("who came, not the proxy")
                    .containsExactly("203.0.113.9");
        }
    }

    @Test
    void withACertificateOfItsOwn() throws Exception {
        Path store = keyStore();
        try (BureauServer server = BureauServer.start(
                folder,
                Map.of(
                        "server.ssl.key-store",
                        store,
                        "server.ssl.key-store-password",
                        PASSWORD,
                        "server.ssl.key-store-type",
                        "PKCS12"))) {
            assertThat(server.portal().address()).startsWith("https://127.0.0.1:");
            assertThat(server.portal().managementAddress()).startsWith("http://127.0.0.1:");
            HttpClient client =
                    HttpClient.newBuilder().sslContext(trusting(store)).build();
            HttpResponse<String> login = client.send(
                    HttpRequest.newBuilder(URI.create(server.at("/login"))).build(), BodyHandlers.ofString());
            assertThat(login.statusCode()).isEqualTo(200);
            assertSecure(login);
            String health = client.send(
                            HttpRequest.newBuilder(URI.create(server.portal().managementAddress() + "/health"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            assertThat(health).contains("UP");
            assertThat(RawRequest.answer(server, "GET /login HTTP/1.1", "Host: localhost"))
                    .as("without TLS")
                    .doesNotContain("200", "Set-Cookie");
        }
    }

    private Path keyStore() throws IOException, InterruptedException {
        Path store = folder.resolve("server.p12");
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue())
                .as(Files.readString(folder.resolve("keytool.log")))
                .isZero();
        return store;
    }

    private static SSLContext trusting(Path store) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            trusted.load(in, PASSWORD.toCharArray());
        }
        KeyStore certificate = KeyStore.getInstance("PKCS12");
        certificate.load(null, null);
        certificate.setCertificateEntry("server", trusted.getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(certificate);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
