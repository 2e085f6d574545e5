package org.greenaudit.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.greenaudit.portal.access.AccessLog;
import org.greenaudit.testing.Keys;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server with TLS: by a proxy in front of it, or with a certificate of its own. */
@Tag("slow")
class TlsTest {

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
        Keys keys = new Keys(folder);
        Path store = keys.server("server", "ip:127.0.0.1");
        try (BureauServer server = BureauServer.start(
                folder,
                Map.of(
                        "server.ssl.key-store",
                        store,
                        "server.ssl.key-store-password",
                        Keys.PASSWORD,
                        "server.ssl.key-store-type",
                        "PKCS12"))) {
            assertThat(server.portal().address()).startsWith("https://127.0.0.1:");
            assertThat(server.portal().managementAddress()).startsWith("http://127.0.0.1:");
            HttpClient client =
                    HttpClient.newBuilder().sslContext(trusting(keys)).build();
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

    private static SSLContext trusting(Keys keys) throws IOException, GeneralSecurityException {
        KeyStore certificate = KeyStore.getInstance("PKCS12");
        certificate.load(null, null);
        certificate.setCertificateEntry("server", keys.open("server").getCertificate("k"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(certificate);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
